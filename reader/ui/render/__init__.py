"""Drawing without Textual's widgets: pure functions from the model to lines of text."""

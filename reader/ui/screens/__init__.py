"""What fills the terminal: the reader itself, and what opens over it."""

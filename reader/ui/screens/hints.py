"""What the panes say: which keys help where one is, and what an empty list would hold."""

EMPTY = {
    "all": "No entries yet. Press a to subscribe to a feed, or to choose among well-known ones.",
    "unread": "Nothing is unread. What you have read is under All; r refreshes your feeds.",
    "today": "Nothing came today. r refreshes your feeds.",
    "bookmarks": "No bookmarks yet. b bookmarks an article, B the current quotation in it.",
    "folder": "This folder has no entries yet. r refreshes your feeds.",
    "feed": "This feed has no entries yet. r refreshes your feeds.",
}
HINTS = {
    "feeds": (("j k", "move"), ("enter", "show"), ("space", "fold"), ("a", "add a feed")),
    "list": (("j k", "move"), ("enter", "read"), ("n", "next unread"), ("b", "bookmark")),
    "article": (
        ("] [", "quotations"),
        ("s", "sources"),
        ("x", "full text"),
        ("b", "bookmark"),
        ("space", "read on"),
    ),
    "sources": (("enter", "only this source"), ("] [", "step"), ("s", "close")),
}
QUOTATION_HINTS = (
    ("i", "why"), ("c", "correct"), ("B", "bookmark it"), ("] [", "step"), ("esc", "let go"),
)  # fmt: skip
FIND_HINTS = (("enter", "next match"), ("up", "previous"), ("esc", "end"))
LINK_HINTS = (("letters", "follow"), ("esc", "follow none"))
ALWAYS = (("?", "help"), ("ctrl+p", "palette"))

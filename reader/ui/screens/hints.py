"""What the panes say: which keys help where one is, and what an empty list would hold."""

# Keys stand here as the ids of their commands: what is shown is the keys in force.

EMPTY = {
    "all": "No entries yet. Press {desk.subscribe} to subscribe to a feed, or to choose among "
    "well-known ones.",
    "unread": "Nothing is unread. What you have read is under All; {desk.refresh} refreshes your "
    "feeds.",
    "today": "Nothing came today. {desk.refresh} refreshes your feeds.",
    "bookmarks": "No bookmarks yet. {desk.bookmark} bookmarks an article, "
    "{desk.bookmark-quotation} the current quotation in it.",
    "folder": "This folder has no entries yet. {desk.refresh} refreshes your feeds.",
    "feed": "This feed has no entries yet. {desk.refresh} refreshes your feeds.",
    "query": "Nothing has all of this. {desk.search} changes the search, {reader.back} leaves it.",
}
_MOVE = ("{list.next} {list.previous}", "move")
_QUOTATIONS = "{reader.next-quotation} {reader.previous-quotation}"
_BOOKMARK = ("{desk.bookmark}", "bookmark")
HINTS = {
    "feeds": (
        _MOVE,
        ("{list.open}", "show"),
        ("{feeds.fold}", "fold"),
        ("{desk.subscribe}", "add a feed"),
    ),
    "list": (_MOVE, ("{list.open}", "read"), ("{reader.next-unread}", "next unread"), _BOOKMARK),
    "article": (
        (_QUOTATIONS, "quotations"),
        ("{reader.sources}", "sources"),
        ("{desk.full-text}", "full text"),
        _BOOKMARK,
        ("{reader.read-on}", "read on"),
    ),
    "sources": (
        ("{list.open}", "only this source"),
        (_QUOTATIONS, "step"),
        ("{reader.sources}", "close"),
    ),
}
QUOTATION_HINTS = (
    ("{reader.evidence}", "why"),
    ("{desk.correct}", "correct"),
    ("{desk.bookmark-quotation}", "bookmark it"),
    (_QUOTATIONS, "step"),
    ("{reader.back}", "let go"),
)
SEARCH_HINTS = (
    ("{search.list}", "to the list"),
    ("{search.order}", "best first, or newest"),
    ("{search.save}", "save"),
    ("{search.leave}", "leave"),
)
FIND_HINTS = (
    ("{find.next}", "next match"),
    ("{find.previous}", "previous"),
    ("{find.end}", "end"),
)
LINK_HINTS = (("letters", "follow"), ("{hints.end}", "follow none"))
ALWAYS = (("{app.help}", "help"), ("{app.palette}", "palette"))

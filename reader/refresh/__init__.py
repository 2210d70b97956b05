"""Subscriptions -> what is new in them: fetched side by side, parsed elsewhere, kept one by one."""

from reader.refresh.keeping import Outcome, Refresh, keep_parsed
from reader.refresh.lock import refreshing
from reader.refresh.run import follow_programs, refresh_feeds

__all__ = ["Outcome", "Refresh", "follow_programs", "keep_parsed", "refresh_feeds", "refreshing"]

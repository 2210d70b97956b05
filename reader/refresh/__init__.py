"""Subscriptions -> what is new in them: fetched side by side, parsed elsewhere, kept one by one."""

from reader.refresh.lock import refreshing
from reader.refresh.run import Outcome, Refresh, keep_parsed, refresh_feeds

__all__ = ["Outcome", "Refresh", "keep_parsed", "refresh_feeds", "refreshing"]

"""Subscriptions -> what is new in them: fetched side by side, parsed elsewhere, kept one by one."""

from reader.refresh.lock import refreshing
from reader.refresh.run import Outcome, Refresh, refresh_feeds

__all__ = ["Outcome", "Refresh", "refresh_feeds", "refreshing"]

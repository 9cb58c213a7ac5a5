"""The store: coded reports in one SQLite file. The only package that speaks SQL."""

from vedette.store.filters import COUNTED, ClaimFilter, EventFilter, ReportFilter
from vedette.store.stored import ReportHead, StoredClaim, StoredEvent, StoredSpeaker
from vedette.store.view import Store, open_store
from vedette.store.writer import Writer

__all__ = [
    "COUNTED",
    "ClaimFilter",
    "EventFilter",
    "ReportFilter",
    "ReportHead",
    "Store",
    "StoredClaim",
    "StoredEvent",
    "StoredSpeaker",
    "Writer",
    "open_store",
]

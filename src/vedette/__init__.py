"""Vedette reads dated news reports and keeps the evidence: who did what to whom, where, when, according to whom."""

from typing import TYPE_CHECKING, Any

from vedette._version import __version__
from vedette.errors import VedetteError
from vedette.model import Claim, CodedReport, EventMention, Failure, Report, Span

if TYPE_CHECKING:
    from vedette.pipeline import Coder
    from vedette.store import Store, open_store

__all__ = [
    "Claim",
    "CodedReport",
    "Coder",
    "EventMention",
    "Failure",
    "Report",
    "Span",
    "Store",
    "VedetteError",
    "__version__",
    "open_store",
]


def __getattr__(name: str) -> Any:
    """Load the heavy names on first use, so that `import vedette` and `--help` stay quick."""
    if name == "Coder":
        from vedette.pipeline import Coder  # noqa: PLC0415

        return Coder
    if name in ("Store", "open_store"):
        from vedette import store  # noqa: PLC0415

        return getattr(store, name)
    raise AttributeError(f"module 'vedette' has no attribute {name!r}")

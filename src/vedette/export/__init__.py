"""Export: events and claims as flat tables."""

from vedette.export.columns import CLAIM_COLUMNS, EVENT_COLUMNS, Column
from vedette.export.flat import write_csv

__all__ = ["CLAIM_COLUMNS", "EVENT_COLUMNS", "Column", "write_csv"]

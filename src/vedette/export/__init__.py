"""Export: coded reports as rows, lines and pages."""

from vedette.export.annotation import annotation_of
from vedette.export.claimreview import claim_of, claim_review_of
from vedette.export.columns import CLAIM_COLUMNS, EVENT_COLUMNS, Column, columns_page
from vedette.export.lines import to_json_line
from vedette.export.markdown import brief_page
from vedette.export.rows import CsvWriter
from vedette.export.safe import csv_safe, markdown_safe, terminal_safe

__all__ = [
    "CLAIM_COLUMNS",
    "EVENT_COLUMNS",
    "Column",
    "CsvWriter",
    "annotation_of",
    "brief_page",
    "claim_of",
    "claim_review_of",
    "columns_page",
    "csv_safe",
    "markdown_safe",
    "terminal_safe",
    "to_json_line",
]

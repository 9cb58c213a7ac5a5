"""The errors Vedette raises, as a tree.

VedetteError
├── InputError           the input must be mended; caught per report, the run goes on
│   ├── InputMissing     no such file, or a folder without reports
│   ├── InputMalformed   a broken line, a table without a text column, a damaged archive
│   ├── ReportUnreadable no text could be found
│   │   └── EncodingWrong  the bytes are not in the encoding they are read as
│   ├── DateMissing      the report has no date, and none is ever guessed
│   │   └── DateInvalid    what stands for a date is none
│   └── InputTooLarge    a size limit was passed
├── ConfigError          a setting or a data file must be mended
│   └── DataFileInvalid  a shipped or user table; names file and line
├── ResourceMissing      something must be installed; names the command
├── StoreError           the store file cannot be used
│   ├── StoreMissing     no file there
│   ├── NotAStore        the file is something else
│   ├── StoreLocked
│   └── StoreTooNew
└── QueryError           a question asked of the store is not understood
"""

from __future__ import annotations


class VedetteError(Exception):
    """Base of all; catch it to handle whatever Vedette reports on purpose."""


class InputError(VedetteError):
    """An input could not be taken; other inputs of the run are unaffected."""


class InputMissing(InputError):
    """There is no such file, or a folder or pattern names no report."""


class InputMalformed(InputError):
    """An input breaks the form it should have: JSON, CSV, Parquet or gzip."""


class ReportUnreadable(InputError):
    """No readable text was found in an input."""


class EncodingWrong(ReportUnreadable):
    """An input's bytes are not in the encoding they are read as."""


class DateMissing(InputError):
    """A report states no date and none was given; Vedette never guesses one."""


class DateInvalid(DateMissing):
    """What a report states as its date is no date, or could be several."""


class InputTooLarge(InputError):
    """An input passes a size limit."""


class ConfigError(VedetteError):
    """A setting or data file must be mended before anything can run."""


class DataFileInvalid(ConfigError):
    """A table is malformed; the message names file and line."""


class ResourceMissing(VedetteError):
    """Something must be installed; the message gives the exact command."""


class StoreError(VedetteError):
    """The store file cannot be used."""


class StoreMissing(StoreError):
    """There is no store at the path."""


class NotAStore(StoreError):
    """The file is no store of Vedette."""


class StoreLocked(StoreError):
    """Another process is writing to the store and did not finish in time."""


class StoreTooNew(StoreError):
    """The store was written by a later version of Vedette."""


class QueryError(VedetteError):
    """A filter or id is not understood, or names nothing."""

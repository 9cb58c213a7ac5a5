"""The errors Vedette raises, as a tree.

VedetteError
├── InputError           the input must be mended; caught per report, the run goes on
│   ├── ReportUnreadable no text could be found
│   ├── DateMissing      the report has no date, and none is ever guessed
│   └── InputTooLarge    a size limit was passed
├── ConfigError          a setting or a data file must be mended
│   └── DataFileInvalid  a shipped or user table; names file and line
├── ResourceMissing      something must be installed; names the command
├── StoreError           the store file cannot be used
│   ├── StoreLocked
│   └── StoreTooNew
└── QueryError           a question asked of the store is not understood
"""

from __future__ import annotations


class VedetteError(Exception):
    """Base of all; catch it to handle whatever Vedette reports on purpose."""


class InputError(VedetteError):
    """An input could not be taken; other inputs of the run are unaffected."""


class ReportUnreadable(InputError):
    """No readable text was found in an input."""


class DateMissing(InputError):
    """A report states no date and none was given; Vedette never guesses one."""


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


class StoreLocked(StoreError):
    """Another process is writing to the store and did not finish in time."""


class StoreTooNew(StoreError):
    """The store was written by a later version of Vedette."""


class QueryError(VedetteError):
    """A filter or id is not understood, or names nothing."""

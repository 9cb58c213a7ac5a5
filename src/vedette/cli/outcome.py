"""Exit codes, and errors told in the words of the one who must act."""

from __future__ import annotations

from enum import IntEnum

from vedette.errors import ConfigError, ResourceMissing, StoreError, VedetteError
from vedette.export import terminal_safe


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    NOTHING = 1
    """Nothing matched."""
    USAGE = 2
    """The command line, or what it asks for, must be mended."""
    SETUP = 3
    """A setting, a store, or something that must be installed."""
    FAILURES = 4
    """Done, but some reports failed; all others are kept."""
    STOPPED = 130
    BROKEN_PIPE = 141


def exit_for(error: VedetteError) -> Exit:
    """Return the exit code for an error that ends a command."""
    return Exit.SETUP if isinstance(error, ConfigError | ResourceMissing | StoreError) else Exit.USAGE


def told(error: VedetteError) -> str:
    """Return an error as it is printed."""
    lines = str(error).splitlines() or [""]
    return "\n".join([f"{type(error).__name__}: {terminal_safe(lines[0])}", *map(terminal_safe, lines[1:])])

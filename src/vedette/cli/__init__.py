"""The command line: data on stdout, progress and notes on stderr."""

from vedette.cli.app import main

__all__ = ["main"]

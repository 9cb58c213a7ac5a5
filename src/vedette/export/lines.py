"""JSON lines."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

# JSON lets these stand as they are; a terminal may act on them, and a browser may take some for line ends.
_RAW = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json_line(record: Mapping[str, object]) -> str:
    """Return one line of JSON, without its line end."""
    line = json.dumps(record, ensure_ascii=False)
    return _RAW.sub(lambda found: f"\\u{ord(found.group()):04x}", line)

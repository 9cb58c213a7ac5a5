"""Time expressions by rule: words → kinds → patterns over kinds → TIMEX3 values."""

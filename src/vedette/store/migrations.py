"""Steps from an older schema to today's. A step is added with each change and never altered after."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that lead to one version of the schema."""

    version: int
    """The version the store has afterwards."""
    statements: tuple[str, ...]


_CLAIMS_ACROSS_REPORTS = (
    "ALTER TABLE claim ADD COLUMN content TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE claim ADD COLUMN gist TEXT",
    "UPDATE claim SET content = json_extract(record, '$.content.exact')",
    "ALTER TABLE claim_link ADD COLUMN across INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE claim_about (n INTEGER NOT NULL, claim_n INTEGER NOT NULL, actor_n INTEGER NOT NULL, "
    "PRIMARY KEY (n), FOREIGN KEY(claim_n) REFERENCES claim (n), FOREIGN KEY(actor_n) REFERENCES actor (n)) STRICT",
    "CREATE INDEX claim_about_claim ON claim_about (claim_n, actor_n)",
    "CREATE INDEX claim_about_actor ON claim_about (actor_n, claim_n)",
    'CREATE TABLE claim_key (n INTEGER NOT NULL, claim_n INTEGER NOT NULL, "key" TEXT NOT NULL, '
    "published_on TEXT NOT NULL, PRIMARY KEY (n), FOREIGN KEY(claim_n) REFERENCES claim (n)) STRICT",
    'CREATE INDEX claim_key_key ON claim_key ("key", published_on, claim_n)',
    "CREATE INDEX claim_key_claim ON claim_key (claim_n)",
    "CREATE VIRTUAL TABLE claim_words USING fts5("
    "content, content='claim', content_rowid='n', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO claim_words(claim_words) VALUES ('rebuild')",
)
_KINDS_OF_SPEAKERS = (
    "ALTER TABLE claim_speaker ADD COLUMN kind TEXT",
    "UPDATE claim_speaker SET kind = (SELECT json_extract(told.value, '$.speaker_kind') "
    "FROM claim, json_each(claim.record, '$.speakers') AS told WHERE claim.n = claim_speaker.claim_n "
    "AND json_extract(told.value, '$.start') = claim_speaker.start "
    "AND json_extract(told.value, '$.end') = claim_speaker.\"end\" LIMIT 1) WHERE role = 'speaker'",
)

MIGRATIONS: tuple[Migration, ...] = (
    Migration(2, ("ALTER TABLE report ADD COLUMN author TEXT",)),
    # Claims kept before have no gist: they are not held against those of other reports until coded anew.
    Migration(3, _CLAIMS_ACROSS_REPORTS),
    # Of reports kept before no file is known.
    Migration(4, ("ALTER TABLE report ADD COLUMN input TEXT", "CREATE INDEX report_input ON report (input)")),
    Migration(5, _KINDS_OF_SPEAKERS),
)
"""In order of version; version 1 is the first that was written."""

"""The tables. STRICT throughout; each object's whole record is kept beside the columns that filters need."""

from __future__ import annotations

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint, text

APPLICATION_ID = 0x56454454
"""`VEDT`, in the file's header: tells a store of ours from any other SQLite file."""
VERSION = 5
"""Version of this schema, kept as SQLite's user_version."""

METADATA = MetaData()
_NEWEST = text("published_on DESC")
_DAYS = ("first_day", "last_day", "report_n")


def _table(name: str, *columns: Column[int] | Column[str] | Column[float] | Index | UniqueConstraint) -> Table:
    return Table(name, METADATA, *columns, sqlite_strict=True)


def _number() -> Column[int]:
    return Column("n", Integer, primary_key=True)


def _integer(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _in(table: str) -> Column[int]:
    return Column(f"{table}_n", Integer, ForeignKey(f"{table}.n"), nullable=False)


RUN = _table(
    "run", _number(), _text("started_at"), _text("version"), _text("model"), _text("codebook"), _text("knowledge")
)
REPORT = _table(
    "report", _number(), _text("id"), _in("run"), _text("published_at"), _text("published_on"),
    _text("publisher", null=True), _text("title", null=True), _text("url", null=True), _text("sha256"),
    _text("supersedes", null=True), _text("text"), _text("author", null=True),
    _text("input", null=True),  # the file it was read from, and its line there
    _text("found"),  # JSON: what belongs to the report as a whole: times, actors, places, equipment, facts, coder
    UniqueConstraint("id"), Index("report_published", "published_on", "n"), Index("report_sha256", "sha256"),
    Index("report_url", "url"), Index("report_title", "title"), Index("report_supersedes", "supersedes"),
    Index("report_input", "input"),
)  # fmt: skip
ACTOR = _table(
    "actor", _number(), _text("id"), _text("name"), _text("name_key"), _text("country"),
    UniqueConstraint("id", "name", "country"), Index("actor_country", "country"),
)  # fmt: skip
EVENT = _table(
    "event", _number(), _text("id"), _in("report"), _text("published_on"), _text("event_type"), _text("event_mode"),
    _text("contexts"), _text("status"), _integer("background"), _text("within", null=True), _integer("quad_class"),
    Column("score", REAL, nullable=False), _text("first_day", null=True), _text("last_day", null=True),
    _text("record"),
    UniqueConstraint("id"), Index("event_report", "report_n"),
    # Each holds all that filters ask of an event, in the order of lists: a page is found without reading records.
    Index("event_list", _NEWEST, "n", "status", "within", "background", "event_type", *_DAYS),
    Index("event_list_type", "event_type", _NEWEST, "n", "status", "within", "background", *_DAYS),
    Index("event_list_status", "status", _NEWEST, "n", "event_type", "within", "background", *_DAYS),
)  # fmt: skip
EVENT_PARTY = _table(
    "event_party", _number(), _in("event"), _text("role"), _in("actor"), _integer("start"), _integer("end"),
    Index("event_party_event", "event_n", "role", "actor_n"), Index("event_party_actor", "actor_n", "role", "event_n"),
)  # fmt: skip
EVENT_PLACE = _table(
    "event_place", _number(), _in("event"), _text("place"), _text("name"), _text("country", null=True),
    Column("lat", REAL), Column("lon", REAL), _text("precision"), _integer("start"), _integer("end"),
    Index("event_place_event", "event_n", "country"), Index("event_place_country", "country", "event_n"),
)  # fmt: skip
ASSERTION = _table(
    "assertion", _number(), _in("event"), Column("actor_n", Integer, ForeignKey("actor.n")),
    _text("claim", null=True), _text("stance"),
    Index("assertion_event", "event_n", "actor_n"), Index("assertion_actor", "actor_n", "event_n"),
)  # fmt: skip
CLAIM = _table(
    "claim", _number(), _text("id"), _in("report"), _text("published_on"), _text("kind"), _text("attitude"),
    _text("stance"), _text("parent", null=True), _text("first_day", null=True), _text("last_day", null=True),
    _text("record"), _text("content"), _text("gist", null=True),
    UniqueConstraint("id"), Index("claim_report", "report_n"),
    Index("claim_list", _NEWEST, "n", "stance", "id", *_DAYS),
    Index("claim_list_stance", "stance", _NEWEST, "n", "id", *_DAYS),
)  # fmt: skip
CLAIM_SPEAKER = _table(
    "claim_speaker", _number(), _in("claim"), _text("role"), _in("actor"), _integer("start"), _integer("end"),
    _text("kind", null=True),  # of speakers only: named, official, unnamed, document, outlet
    Index("claim_speaker_claim", "claim_n", "role", "actor_n"),
    Index("claim_speaker_actor", "actor_n", "role", "claim_n"),
)  # fmt: skip
CLAIM_LINK = _table(
    "claim_link", _number(), _in("claim"), _text("relation"), _text("other"), _text("rule"),
    _integer("across"),  # 1 where the other claim stands in another report: such links are kept here alone
    Index("claim_link_claim", "claim_n", "relation"),
    Index("claim_link_other", "other", "relation"),
)  # fmt: skip
CLAIM_ABOUT = _table(
    "claim_about", _number(), _in("claim"), _in("actor"),
    Index("claim_about_claim", "claim_n", "actor_n"), Index("claim_about_actor", "actor_n", "claim_n"),
)  # fmt: skip
CLAIM_KEY = _table(
    # By which claims of other reports are found that may be of the same thing: a matter and a name.
    "claim_key", _number(), _in("claim"), _text("key"), _text("published_on"),
    Index("claim_key_key", "key", "published_on", "claim_n"), Index("claim_key_claim", "claim_n"),
)  # fmt: skip
TIME = _table(
    "time", _number(), _in("report"), _integer("start"), _integer("end"), _text("exact"), _text("type"),
    _text("value"), Index("time_report", "report_n"),
)  # fmt: skip
ACTOR_MENTION = _table(
    "actor_mention", _number(), _in("report"), _in("actor"), _integer("start"), _integer("end"), _text("exact"),
    Index("actor_mention_report", "report_n"), Index("actor_mention_actor", "actor_n"),
)  # fmt: skip
EQUIPMENT = _table(
    "equipment", _number(), _in("report"), _integer("start"), _integer("end"), _text("exact"),
    _text("item", null=True), _text("category", null=True), Column("quantity", REAL),
    Index("equipment_report", "report_n"),
)  # fmt: skip
FAILURE = _table(
    "failure", _number(), _text("input"), _text("stage"), _text("error"), _text("message"), _text("report"),
    UniqueConstraint("input", "stage", "error", "message", "report"),
)  # fmt: skip

FULL_TEXT = (
    "CREATE VIRTUAL TABLE report_words USING fts5("
    "title, text, content='report', content_rowid='n', tokenize='unicode61 remove_diacritics 2')"
)
CLAIM_TEXT = (
    "CREATE VIRTUAL TABLE claim_words USING fts5("
    "content, content='claim', content_rowid='n', tokenize='unicode61 remove_diacritics 2')"
)

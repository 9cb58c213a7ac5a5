"""Nouns for what somebody says or writes, and words by which others reject it."""

from __future__ import annotations

SAID_THINGS = frozenset(
    {
        "claim", "allegation", "accusation", "assertion", "charge", "report", "rumor", "rumour", "suggestion",
        "statement", "remark", "comment", "notion", "idea", "argument", "account", "view", "insinuation", "speculation",
        "contention", "testimony", "finding", "conclusion", "figure", "criticism", "concern", "fear", "worry",
        "apprehension", "warning", "complaint", "denial", "version", "story", "narrative", "theory", "assessment",
        "estimate", "opinion", "tale", "verdict", "announcement", "declaration",
        "characterization", "depiction", "position", "talk", "word",
    }
)  # fmt: skip
"""What is said, told as a thing: "the *claim*", "his *account*"."""
DEEDS = frozenset(
    """abduction accident ambush assassination assault attack blackout blast blaze bomb bombing breach breakdown breakup
    burning capture collapse contamination coup crash crime cyberattack damage death defeat deforestation derailment
    destruction disaster disappearance error execution explosion failure famine fire flood flooding hack hijacking
    incident infection kidnapping killing leak looting loss massacre mistake murder outage outbreak poisoning raid
    robbery sabotage shelling shooting shortage sinking spill strike theft unrest violence wildfire""".split()
)
"""What may be blamed on somebody, or owned by whoever did it."""
VERSIONS = frozenset(
    """version account story line message word position explanation argument view answer reply verdict conclusion
    defence defense""".split()
)
"""Nouns that are what somebody says: "the army's *version* is that …"."""
SHOWN_THINGS = frozenset({"number", "toll", "count", "statistic", "picture", "footage", "video", "image", "photograph"})
"""What somebody puts forward without saying it."""
REJECTING = frozenset(
    {
        "unwarranted", "baseless", "groundless", "unfounded", "false", "untrue", "fabricated", "wrong", "incorrect",
        "inaccurate", "misleading", "absurd", "ridiculous", "nonsense", "lie", "fabrication", "fake", "fiction",
        "propaganda", "disinformation", "misinformation", "slander", "unjustified", "unsubstantiated", "exaggerated",
        "unacceptable", "preposterous", "bogus", "falsehood", "myth", "invention", "rubbish", "distorted", "unproven",
        "fantasy", "fanciful", "inflated", "overblown", "premature", "concocted", "malicious", "farce", "hoax", "libel",
        "fictitious", "unsupported", "hysterical", "invalid", "unreasonable", "irrelevant", "ludicrous", "laughable",
        "unfair", "tale", "boast", "boasting", "bragging", "bravado", "overstatement", "exaggeration", "smear", "bluff",
        "gossip", "overstated", "rumour", "rumor", "rumours", "rumors", "lies", "tales", "inventions", "fabrications",
        "slanders", "falsehoods", "exaggerations", "fable", "figment", "canard", "calumny", "distortion",
    }
)  # fmt: skip
"""Verdicts that take what was said for untrue ("called the report *baseless*")."""
DOCUMENTS = frozenset(
    {
        "report", "study", "poll", "survey", "statement", "letter", "document", "article", "analysis", "data",
        "figure", "statistic", "memo", "tweet", "post", "paper", "transcript", "record", "review", "book", "editorial",
        "story", "communique", "communiqué", "resolution", "video", "footage", "film", "file", "filing", "email",
        "ruling", "account", "release", "finding", "chronicle", "bulletin", "dispatch", "column", "op-ed", "estimate",
        "research", "census", "information", "complaint",
        "indictment", "affidavit", "lawsuit", "website", "notice", "decree", "testimony", "message", "text", "draft",
        "autopsy", "log", "logbook", "leaflet", "poster", "list", "pamphlet", "flyer", "circular", "diary", "dossier",
        "manifesto", "broadcast", "telegram", "cable", "verdict", "minutes", "placard", "banner", "register", "sheet",
        "roster", "ledger", "manifest", "timetable", "certificate", "invoice", "tally", "entry", "inscription",
        "proclamation", "newsletter", "audit", "memorandum", "memoir", "brochure", "gazette",
    }
)  # fmt: skip
"""What tells something in its own words, whoever wrote it."""
PICTURES = frozenset(
    {"video", "footage", "image", "photo", "photograph", "picture", "film", "clip", "map", "chart", "graph"}
)
"""What shows something without saying it, but where somebody has read in it *that* it is so."""
PARTS = frozenset(
    """caption headline heading title page item paragraph line sentence clause article chapter footnote annex section
    conclusion slogan""".split()
)
"""Parts of a document, which may stand for its words ("*Page four*: an overloaded cable started the blaze")."""

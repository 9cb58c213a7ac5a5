"""Words that tell whether a name beside them is a place."""

from __future__ import annotations

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
NUMBER_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "LANGUAGE"})
LOCATING = frozenset({
    "in", "at", "near", "from", "outside", "around", "across", "throughout", "toward", "towards", "inside", "to",
    "into", "through", "via", "between", "off", "over", "within", "along", "north", "south", "east", "west",
})  # fmt: skip
"""Prepositions before a place; many stand before other things too."""
REACHING = frozenset({
    "visit", "enter", "reach", "capture", "seize", "recapture", "retake", "besiege", "bomb", "shell", "tour", "leave",
    "flee", "attack", "evacuate", "occupy", "invade", "storm", "liberate", "overrun",
})  # fmt: skip
"""Verbs (lemmas) whose object is often a place."""
RANKS = frozenset({
    "city", "town", "village", "province", "region", "district", "county", "state", "island", "suburb", "port",
    "capital", "municipality", "neighbourhood", "neighborhood", "area", "oblast", "governorate", "camp", "township",
    "cities", "towns", "villages", "provinces", "regions", "districts", "counties", "states", "islands", "suburbs",
    "ports", "neighbourhoods", "neighborhoods", "areas", "municipalities", "community", "communities", "parish",
    "prefecture", "airport", "slum", "hamlet", "settlement", "peninsula", "valley", "river", "rivers",
})  # fmt: skip
DWELLERS = frozenset({
    "man", "woman", "men", "women", "resident", "residents", "couple", "teen", "teenager", "native", "family",
    "families", "police", "mayor", "governor", "officials", "authorities", "villagers", "boy", "girl",
    "hospital", "students", "firefighters", "sheriff", "councillor", "councillors", "taxpayers", "voters",
})  # fmt: skip
"""Words for people and offices of a town: "a Herat man"."""
OUTLETS = frozenset({
    "times", "post", "globe", "tribune", "herald", "press", "journal", "news", "gazette", "observer", "chronicle",
    "mail", "telegraph", "star", "sun", "examiner", "inquirer", "dispatch", "daily", "today", "broadcasting",
    "radio", "tv", "television", "newspaper", "magazine", "courier", "bee", "register", "monitor", "report",
})  # fmt: skip
INSTITUTIONS = frozenset({
    "police", "county", "city", "university", "hospital", "high", "school", "schools", "department", "council",
    "airport", "court", "fire", "sheriff", "municipal", "district", "college", "parish", "public", "regional",
    "international", "community", "general", "superior", "circuit", "medical", "health", "road", "street", "bridge",
    "river", "station", "prison", "jail", "park", "museum", "stadium", "chamber", "planning", "board", "hall",
    "mayor", "town", "township", "village", "metropolitan", "area", "state", "central", "memorial", "fair",
    "film", "festival", "church", "cathedral", "mosque", "embassy", "consulate", "zoo", "library", "garden",
    "gardens", "theatre", "theater", "harbor", "harbour", "port", "elementary", "middle", "independent", "magistrates",
    "government", "historical", "grammar", "racecourse", "olympic", "commission", "authority", "society", "branch",
})  # fmt: skip
"""Words of organisations' and buildings' names that stand behind a town's name."""
NO_TOWN = frozenset({
    "national", "union", "general", "central", "justice", "independence", "police", "media", "mobile", "enterprise",
    "commerce", "liberty", "hope", "university", "college", "progress", "press", "times", "post", "star", "sun",
    "bank", "park", "lake", "lakes", "church", "hospital", "high", "imperial", "republic", "democrat", "christian",
    "catholic", "islamic", "house", "senate", "court", "county", "north", "south", "east", "west", "street", "city",
    "president", "king", "prince", "queen", "freedom", "normal", "green", "black", "white", "home", "cross", "state",
    "social", "young", "best", "battle", "grand", "american", "first", "world", "force", "forces", "army", "navy",
    "of", "march", "may", "june", "monday", "friday", "sunday", "english", "fire", "center", "centre", "olympic",
    "universal", "new", "old", "mission", "eden", "success", "energy", "early", "industry", "trinity", "castle",
    "price", "experiment", "power", "eagle", "holy", "ministry", "minister", "medical", "school", "red", "blue",
    "big", "sweet", "bay", "beach", "chase", "rally", "champion", "champions", "golden", "summit", "summer",
    "winter", "spring", "junction", "station", "bridge", "rock", "forest", "temple", "mall", "plaza", "corona",
    "guard", "pilot", "metropolis", "olympia", "victory", "defiance", "moral", "justus", "commission", "most",
    "league", "cup", "premier", "royal", "golf", "data", "man", "bar", "mars", "date", "male", "van", "superior",
    "internet", "christmas", "easter", "god", "mercury", "the", "de", "la", "el", "al", "san", "santa", "saint",
    "market", "council", "valley", "woodlands", "emerald", "united", "lot", "hills", "story", "empire", "creek",
    "federal", "store", "falcon", "carbon", "four", "soul", "sunshine", "delta", "lane", "cascade", "viridian",
    "swat", "wing", "villa", "patrick", "mary", "unite", "eastern", "western", "northern", "southern", "clay",
    "gulf", "commons", "liberal", "labour", "labor", "reform", "alliance", "front", "congress", "assembly", "unity",
})  # fmt: skip
"""Words of other names that are also towns."""
DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper",
    "lower", "downtown", "greater", "mid", "inner", "outer", "historic", "old", "metro", "metropolitan",
})  # fmt: skip
NO_PLACE = frozenset({
    "earth", "mars", "jupiter", "venus", "saturn", "mercury", "moon", "arab", "chair", "island", "islands", "region",
    "area", "hall", "coast", "federation", "one", "peninsula", "kingdom", "states", "federal", "north", "south", "east",
    "west", "northern", "southern", "eastern", "western", "central", "nord", "street", "council", "city", "county",
    "state", "district", "province", "village", "town", "union", "republic", "world", "market", "superior", "olympic",
    "internet", "congress", "senate", "house", "parliament", "covid", "facebook", "twitter", "google", "youtube",
    "interpol", "government", "govt", "army", "navy", "police", "court", "church", "god", "united", "commonwealth",
    "valley", "lane", "tehsil", "downtown", "uptown", "midtown", "community", "nation", "capital", "river", "lake",
    "heaven", "hell", "moslem", "muslim", "christian", "emerald", "swat", "delta", "patrick",
})  # fmt: skip
"""Words that are never a place when they stand alone, whatever the model says."""
TITLES = frozenset({
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lord", "lady", "sen.", "rep.", "gov.",
    "gen.", "col.", "maj.", "capt.", "lt.", "sgt.", "prof.", "rev.", "judge", "justice", "detective", "officer",
})  # fmt: skip
"""Words before a person's name."""
OPENERS = frozenset({"st.", "st", "saint", "sainte", "mt.", "mount", "ft.", "fort"})
"""Words that open a place name and are no name without what follows."""
DISEASES = frozenset({
    "virus", "ebolavirus", "fever", "flu", "disease", "syndrome", "hemorrhagic", "haemorrhagic",
    "strain", "strains",
})  # fmt: skip
"""Words behind a place name that turn it into the name of a disease."""
TRIMMED = frozenset({
    "'s", "’s", "'", "’", '"', "“", "”", "(", ")", ",", ".", "-", "–", "the", "The", "THE", "a", "A", "an", "An",
})  # fmt: skip
"""Tokens that do not belong to a name at its ends."""
JOINERS = frozenset({
    "of", "the", "de", "del", "da", "do", "di", "la", "le", "al", "el", "and", "upon", "on", "-", "'s", "es", "bin",
})  # fmt: skip
"""Words in small letters inside place names."""
VILLAGES = frozenset({
    "village", "villages", "town", "towns", "district", "districts", "province", "provinces", "suburb", "suburbs",
    "hamlet", "island", "islands", "township", "neighbourhood", "neighborhood", "slum", "settlement", "governorate",
    "oblast", "county", "municipality", "valley", "peninsula", "parish", "refugee",
})  # fmt: skip
"""Words of rank that make a place even of a name no table knows."""
FEATURES = frozenset({
    "valley", "bay", "island", "islands", "lake", "lakes", "river", "mountains", "mountain", "sea", "ocean", "canal",
    "strait", "straits", "peninsula", "desert", "beach", "hills", "plateau", "delta", "gulf", "creek", "falls",
    "forest", "harbor", "harbour", "port", "airport", "airbase", "airfield", "barracks", "base", "bridge", "dam",
    "square", "park", "district", "county", "quarter", "crossing", "camp", "dike", "pass", "heights", "basin", "coast",
    "ground", "grounds", "reservoir", "ridge", "oasis", "lagoon", "cape", "reef", "shoal", "tunnel", "cemetery",
})  # fmt: skip
"""Last words of the names of natural features and of large works ("Salinas Valley")."""
STREETS = frozenset({
    "street", "avenue", "road", "drive", "boulevard", "highway", "lane", "freeway", "expressway", "st.", "ave.", "rd.",
    "blvd.", "dr.", "hwy.", "motorway", "parkway",
})  # fmt: skip
ALL_FEATURES = FEATURES | STREETS
FEATURE_HEADS = frozenset({"lake", "mount", "fort", "camp", "cape", "mt.", "ft.", "gulf", "port"})
"""First words of such names ("Lake Van")."""
NEAR_TOWN = frozenset({
    "valley", "bay", "beach", "hills", "harbor", "harbour", "port", "airport", "airbase", "airfield", "barracks",
    "base", "square", "park", "bridge", "dam", "camp", "crossing", "quarter", "district", "coast", "heights",
    "cemetery",
})  # fmt: skip
"""Features that lie at or near the town whose name they bear; rivers and mountains may lie anywhere."""
PREFIXES = frozenset({"euro", "mid", "trans", "circum", "cross", "ebola"})
"""What stands before a hyphen and a place's name to make something else of both ("euro-Atlantic")."""
SCHOOLS = frozenset({"university", "elementary", "school", "college"})
"""Words right behind a name that is as likely a founder's as a town's ("Franklin Elementary")."""
BODY_RANKS = frozenset({"state", "department", "district"})
"""Words behind a place's name that may belong to a body or an office instead ("Kentucky State Police")."""
RANK_KINDS = {
    "province": "province", "region": "province", "oblast": "province", "governorate": "province", "state": "province",
    "prefecture": "province", "district": "district", "county": "district", "raion": "district", "city": "city",
    "town": "city",
}  # fmt: skip
"""What kind of place a word of rank beside a name makes of it."""
ASSAULTS = frozenset({
    "attack", "attacks", "assault", "assaults", "raid", "raids", "strike", "strikes", "airstrike", "airstrikes",
    "offensive", "offensives", "siege", "advance", "march",
})  # fmt: skip
"""Nouns whose "on" leads to a place as often as to a person."""
NOBLES = frozenset({"duke", "duchess", "prince", "princess", "earl", "marquess", "viscount", "baron", "baroness"})
"""Titles whose place is part of a person's name."""

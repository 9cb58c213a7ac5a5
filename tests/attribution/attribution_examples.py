"""Own sentences, one a construction: who says what, in which kind of words."""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """One sentence and the attribution expected in it."""

    name: str
    text: str
    speaker: str | None
    """The speaker's words; None where nobody is told."""
    content: str
    """The words said; runs joined by " … "."""
    cue: str
    kind: str = "indirect"


EXAMPLES = (
    # Clauses
    Example("that", "The minister said that the border would stay closed.", "The minister", "that the border would stay closed", "said"),
    Example("no that", "The minister said the border would stay closed.", "The minister", "the border would stay closed", "said"),
    Example("perfect", "Officials have said that two bridges were destroyed.", "Officials", "that two bridges were destroyed", "have said"),
    Example("told somebody", "The general told lawmakers that the offensive had stalled.", "The general", "that the offensive had stalled", "told"),
    Example("adverbial first", "On Tuesday, the ministry announced that the talks had failed.", "the ministry", "that the talks had failed", "announced"),
    Example("joined contents", "The envoy said that the truce held and that aid was arriving.", "The envoy", "that the truce held and that aid was arriving", "said"),
    Example("whether", "Reporters asked whether the troops would leave.", "Reporters", "whether the troops would leave", "asked"),
    Example("denied that", "The army denied that it had shelled the village.", "The army", "that it had shelled the village", "denied"),
    Example("denied doing", "The army denied shelling the village.", "The army", "shelling the village", "denied"),
    Example("warned that", "Aid workers warned that thousands could starve.", "Aid workers", "that thousands could starve", "warned"),
    Example("believes", "Analysts believe the rebels lost half their men.", "Analysts", "the rebels lost half their men", "believe"),
    Example("fears", "Residents fear that the dam may burst.", "Residents", "that the dam may burst", "fear"),
    Example("unlisted verb", "The colonel groused that his men were hungry.", "The colonel", "that his men were hungry", "groused"),
    # Inverted and parenthetical cues
    Example("content first", "The convoy was attacked at dawn, the ministry said.", "the ministry", "The convoy was attacked at dawn", "said"),
    Example("parenthetical", "The plan, she said, was to rebuild the port.", "she", "The plan … was to rebuild the port", "said"),
    Example("study shows", "Food prices doubled within a year, a study shows.", "a study", "Food prices doubled within a year", "shows"),
    Example("as noted", "The road was mined, as the commander noted.", "the commander", "The road was mined", "noted"),
    # According to
    Example("according first", "According to the Red Cross, forty people were wounded.", "the Red Cross", "forty people were wounded", "According to"),
    Example("according last", "Forty people were wounded, according to the Red Cross.", "the Red Cross", "Forty people were wounded", "according to"),
    Example("according document", "According to a report by The Daily Courier, the arms arrived in May.", "a report by The Daily Courier", "the arms arrived in May", "According to"),
    # Direct quotations and their marks
    Example("straight", '"We will not leave," the mayor said.', "the mayor", '"We will not leave,"', "said", "direct"),
    Example("curly", "“We will not leave,” the mayor said.", "the mayor", "“We will not leave,”", "said", "direct"),
    Example("backticks", "``We will not leave,'' the mayor said.", "the mayor", "``We will not leave,''", "said", "direct"),
    Example("single", "‘We will never leave this town,’ the mayor said.", "the mayor", "‘We will never leave this town,’", "said", "direct"),
    Example("guillemets", "«We will never leave this town,» the mayor said.", "the mayor", "«We will never leave this town,»", "said", "direct"),
    Example("inverted direct", '"We will not leave," said Karim Aliyev, the mayor of the town.', "Karim Aliyev, the mayor of the town", '"We will not leave,"', "said", "direct"),
    Example("cue before", 'The mayor said: "We will not leave this town."', "The mayor", '"We will not leave this town."', "said", "direct"),
    Example("comma before", 'The mayor said, "We will not leave this town."', "The mayor", '"We will not leave this town."', "said", "direct"),
    Example("question", '"Will they ever come back?" the teacher asked.', "the teacher", '"Will they ever come back?"', "asked", "direct"),
    Example("split", '"We are ready," she said. "We have trained for this."', "she", '"We are ready," … "We have trained for this."', "said", "direct"),
    Example("several sentences", '"We are ready. We have trained for years," she said.', "she", '"We are ready. We have trained for years,"', "said", "direct"),
    Example("byline", "“They took everything we had.” — Nadia Rahimi", "Nadia Rahimi", "“They took everything we had.”", "—", "direct"),
    Example("added", 'The river is rising. "Nobody is safe here," he added.', "he", '"Nobody is safe here,"', "added", "direct"),
    # Mixed
    Example("mixed", "The president said the vote was “a farce” from start to end.", "The president", "the vote was “a farce” from start to end", "said", "mixed"),
    Example("called", "The president called the vote “a shameful farce.”", "The president", "the vote “a shameful farce.”", "called", "mixed"),
    Example("described", "Witnesses described the scene as “total chaos.”", "Witnesses", "the scene as “total chaos.”", "described", "mixed"),
    # Infinitives, demands, intentions
    Example("promised to", "The rebels promised to release the prisoners.", "The rebels", "to release the prisoners", "promised"),
    Example("threatened to", "The generals threatened to close the strait.", "The generals", "to close the strait", "threatened"),
    Example("refused to", "The governor refused to resign.", "The governor", "to resign", "refused"),
    Example("plans to", "The ministry plans to send two battalions.", "The ministry", "to send two battalions", "plans"),
    Example("hopes to", "The envoy hopes to meet the rebels.", "The envoy", "to meet the rebels", "hopes"),
    Example("urged", "The council urged both sides to stop the fighting.", "The council", "both sides to stop the fighting", "urged"),
    Example("called for", "The bishop called for a lasting ceasefire.", "The bishop", "a lasting ceasefire", "called for"),
    Example("called on", "The bishop called on the rebels to disarm.", "The bishop", "the rebels to disarm", "called on"),
    Example("demanded", "The opposition demanded that the results be annulled.", "The opposition", "that the results be annulled", "demanded"),
    Example("accused of", "Kyiv accused Moscow of shelling the port.", "Kyiv", "Moscow of shelling the port", "accused"),
    Example("blamed for", "The army blamed the rebels for the blast.", "The army", "the rebels for the blast", "blamed"),
    # Noun phrases, support and criticism
    Example("condemned", "The union condemned the arrest of its leader.", "The union", "the arrest of its leader", "condemned"),
    Example("welcomed", "The union welcomed the release of its leader.", "The union", "the release of its leader", "welcomed"),
    Example("rejected", "The governor rejected the accusation.", "The governor", "the accusation", "rejected"),
    # Nouns and adjectives
    Example("noun claim", "The army repeated its claim that the town was empty.", "its", "that the town was empty", "claim"),
    Example("noun fears", "Farmers voiced fears that the wells were poisoned.", "Farmers", "that the wells were poisoned", "fears"),
    Example("noun statement", "The ministry issued a statement that the raid had failed.", "The ministry", "that the raid had failed", "statement"),
    Example("adjective", "The commander is confident that the line will hold.", "The commander", "that the line will hold", "confident"),
    Example("adjective fear", "Villagers are afraid that the army will return.", "Villagers", "that the army will return", "afraid"),
    # Speakers
    Example("apposition", "Omar Haddad, the head of the council, said the wells were dry.", "Omar Haddad, the head of the council", "the wells were dry", "said"),
    Example("relative which", "The statement angered the rebels, which said that they had won.", "which", "that they had won", "said"),
    Example("relative who", "The same was repeated by Haddad, who said that the wells were dry.", "who", "that the wells were dry", "said"),
    Example("speaker's relative", "A man who fled the city said soldiers had looted shops.", "A man who fled the city", "soldiers had looted shops", "said"),
    Example("two speakers", "Paris and Berlin said the deal was dead.", "Paris and Berlin", "the deal was dead", "said"),
    Example("joined cues", "The mayor left the hall and said the vote was stolen.", "The mayor", "the vote was stolen", "said"),
    Example("adding", "The mayor said the vote was stolen, adding that he would sue.", "The mayor", "that he would sue", "adding"),
    Example("adding cut", "The mayor said the vote was stolen, adding that he would sue.", "The mayor", "the vote was stolen", "said"),
    Example("passive", "The bombing was condemned by the bishop.", "the bishop", "The bombing", "was condemned"),
    Example("passive that", "It was reported by the agency that two ships had sunk.", "the agency", "that two ships had sunk", "was reported"),
    Example("control", "The judge tried to explain that the law had changed.", "The judge", "that the law had changed", "to explain"),
    # Layout
    Example("turn", "The interview began.\n\nHADDAD: We shall see what they offer.", "HADDAD", "We shall see what they offer", ":"),
    Example("title", "Minister: Talks will go on\n\nThe talks in the capital will go on, it was announced.", "Minister", "Talks will go on", ":"),
    Example("title end", "Three hurt in blast: police\n\nThree people were hurt in the capital on Monday.", "police", "Three hurt in blast", ":"),
    Example("block", "The general wrote:\n\nThe bridge is lost and we have no more boats.", "The general", "The bridge is lost and we have no more boats", "wrote"),
)  # fmt: skip

SILENT = (
    # Sentences in which nobody is said to say or think anything.
    "Two bridges were destroyed on Monday.",
    "The convoy reached the border at noon.",
    "It is worth noting that the road was closed.",
    "The film “Silent River” opened in the capital.",
    "The storm caused the river to rise.",
    "The troops crossed the river and took the town.",
)

"""Where what is said stands beside a reporting verb: behind it, in front of it, behind "as Orla noted"."""

import re

from discourselab.voices import cues, phrases

Span = tuple[int, int]
QUOTE_MARKS = "\"“”«»„「」'’"
OPENERS = re.compile(
    r"\s*(?:that\b|how\b|why\b|whether\b|what\b|if\b|[\"“«„]|\'\'|[\'‘](?=\w))", re.IGNORECASE
)
_THAT_SOON = re.compile(
    r"\s*(?!(?:the|an?|his|her|its|their|he|she|it|they|we|this|these|those)\s)"
    r"(?:(?!(?:to|is|are|was|were|be|has|have|had|do|does|did|will|would|can|could|may|might|should|must)\b)"
    r"[\w.’'-]+\s+){1,4}(?=that\b)"
)
_CLAUSE = re.compile(
    r"(?:(?:the|an?|his|her|its|their|my|our|this|these|no|all|most)\s|(?:he|she|it|they|we|i|you|there)\s|[A-Z])",
)
_OBJECT = re.compile(
    r"\s*(?:(?:the|an?|his|her|its|their|all|any|this|these|those|what)\s+\w|[A-Za-z]+(?:ing|ion|ions|ment)\b)"
)
# A few words that are a sentence: "The road is closed", "Nobody was hurt", "Talks failed".
_SAYS = re.compile(
    r"\w\s+(?:(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|did|does|do)\s+\w"
    r"|[a-z]+ed\b)|\w(?:n['’]t|['’](?:s|re|ll|ve))\s"
)
_INTRODUCES = re.compile(
    r"^(?:In|On|At|During|After|Before|Since|While|When|As|Although|Though|Despite|Regarding|Speaking|Asked|"
    r"Commenting|Following|With|If|Earlier|Later|Meanwhile|According)\b"
    r"(?:(?!\b(?:is|are|was|were|has|have|had|will|would|can|could|should)\b).)*$"
)


def behind(text: str, begin: int, stop: int, form: cues.Form) -> Span | None:
    """The content behind a reporting verb, if there is one."""
    at = phrases.skip_adverbials(text, begin, stop)
    while at < stop and text[at] in " :\n":
        at += 1
    comma = at < stop and (text[at] == "," or text[at : at + 6] in ("– and ", "— and ", "– but ", "— but "))
    while at < stop and text[at] in " ,—–":
        at += 1
    rest = text[at:stop]
    if not rest.strip(" .,;:"):
        return None
    if OPENERS.match(rest):
        return at, stop
    soon = None if comma else _THAT_SOON.match(rest)
    if soon and form.lemma not in cues.taking_noun_phrases():
        return at + soon.end(), stop
    words = rest.split()
    if comma:
        # "The plan, he said, is dead": the sentence goes on after the verb.
        started = re.match(
            r"(?:is|are|was|were|will|would|has|have|had|can|could|should|must|may|might|and|but)\b", rest
        )
        return (at, stop) if started and len(words) >= 2 else None
    if form.lemma in cues.taking_noun_phrases() and _OBJECT.match(rest):
        return at, stop
    if form.part == "state":
        return (at, stop) if len(words) >= 3 and _CLAUSE.match(rest) else None
    if rest.startswith("to ") and _takes_infinitive(form):
        return at, stop
    if re.match(r"(?:of|about|for|to|with|by|against|on|in|at|from|as|and|or|but)\b", rest):
        return (at, stop) if form.lemma in ("call for", "call on", "point to") else None
    clause = len(words) == 2 and phrases.PRONOUN.match(words[0])
    return (at, stop) if len(words) >= 3 or clause else None


def _takes_infinitive(form: cues.Form) -> bool:
    """Whether "to" and a verb behind it are its content: wants to leave, promised to go, asked to speak."""
    told = form.lemma in cues.addressed() and form.lemma != "tell"
    return told or form.cue_class in ("directive", "cognitive") or form.lemma in ("hope", "fear", "claim")


def in_front(text: str, low: int, edge: int, goes_on: bool) -> Span | None:
    """The content in front of a source and verb: it ends with a comma, a dash or a closing mark.

    goes_on: the sentence continues behind the verb, so that a few words suffice here.
    """
    front = text[low:edge].rstrip()
    if not front or (front[-1] not in ',"”»—–?!’' and not front.endswith(("''", " -", ",'", ".'"))):
        return None
    content = front.rstrip(" ,—–-")
    if not content:
        return None
    quoted = content[-1:] in QUOTE_MARKS
    short = len(content.split()) < 5 and not _SAYS.search(content)
    if not quoted and not goes_on and (short or _INTRODUCES.match(content)):
        return None
    return low, low + len(content)


def under_as(text: str, low: int, start: int, end: int, stop: int) -> Span | None:
    """The content of ``As Orla noted, CONTENT`` or ``CONTENT, as Orla noted``."""
    lead = text[low:start]
    if lead.strip() in ("As", "as") and text[end : end + 2] == ", ":
        return end + 2, stop
    front = lead.rstrip().removesuffix("as").rstrip()
    if len(front) < len(lead.rstrip()) and front[-1:] in (",", '"', "”") and not text[end:stop].strip(" .,"):
        content = front.rstrip(" ,")
        return (low, low + len(content)) if len(content.split()) > 2 else None
    return None

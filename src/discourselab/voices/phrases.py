"""The small grammar that the rules need: who stands before or behind a reporting verb, and what between."""

import re

from discourselab.voices import circumstances
from discourselab.voices.nouns import HEADS, MEDIA, MEDIA_IN_WORDS
from discourselab.voices.sentences import sentence_around

# Words at which a noun phrase that names a source stops, read from the verb leftwards.
_STOPS = (
    r"that|which|who|whom|whose|and|but|or|while|when|where|because|if|although|though|as|after|before|since|"
    r"until|than|what|how|why|whether|so|then|nevertheless|however|moreover|meanwhile|also|yet|instead"
)
_ADVERBS = (
    "also further later earlier then again now once twice still just already never always often".split()
)
_AUXILIARIES = "has have had is was were are been be would will did does do could may might can".split()
# What an auxiliary or adverb ends with.
_NOT_THE_SOURCE = (*_ADVERBS, *_AUXILIARIES, "ly", "not", "n't", "n’t")
_ADVERB = rf"(?:{'|'.join(_ADVERBS)}|\w+ly)"
_AUXILIARY = rf"(?:{'|'.join(_AUXILIARIES)})(?:\s+not|n['’]t)?"
_NAMES_TOO = r"(?!(?:May|Will|Might)\b)"  # auxiliaries that are names with a capital
BEFORE_VERB = re.compile(rf"(?:\s*\b{_NAMES_TOO}(?i:{_AUXILIARY}|{_ADVERB}))+\s*$")
_LAST = 80  # characters before a verb in which its auxiliaries stand
_NOT_A_NAME = re.compile(
    rf"^(?:{_STOPS}|it|there|this|these|those|to|of|in|on|at|for|with|by|from|not|is|was)$", re.IGNORECASE
)
_WORD = re.compile(r"[^\s,;:()\"“”«»„—–]+|[,;:()\"“”«»„—–]")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_HONORIFIC = re.compile(
    r"\b(?!(?:of|for|to|with|by|from|and|in|at|on|against|like)\s)[\w’'-]+\s+(?P<who>(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s+[A-Z])"
)
_STOP_WORD = re.compile(rf"^(?:{_STOPS})$", re.IGNORECASE)
_AGE = r"(?:,\s+(?:aged\s+)?\d{1,3}|\s+\(\d{1,3}\))?"
_APPOSITION = re.compile(
    rf"(?P<head>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){{0,5}}){_AGE},\s+(?P<note>(?!and\b|but\b|who\b)[^,;:\"“”]{{3,90}}),\s*$"
)
_WHO = re.compile(rf"(?P<head>[^,;:\"“”\d][^,;:\"“”]{{1,80}}?){_AGE},\s+who\b[^,;:\"“”]{{3,120}},\s*$")
_NAMED_WHO = re.compile(  # "Ana Orla, deputy minister of defence, who leads them, said"
    r"(?P<head>(?!(?:On|In|At|For|After|Before|During)\b)[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,5})"
    rf"{_AGE},\s+(?!and\b|but\b)[a-z][^,;:\"“”]{{3,70}},\s+who\b[^,;:\"“”]{{3,120}},\s*$"
)
_DETERMINER = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|such|some|any|no|all|other)$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?P<head>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+['’]s)\s+[^,;:\"“”]{3,60}),\s+"
    r"(?P<note>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,4}),\s*$"
)
# What reads like a source and is none: "endorsed in June", "meant for", "Velmark’s", "she said the plan".
_NO_SOURCE = re.compile(
    rf"^[a-z]+ed\s|^(?:{'|'.join(_AUXILIARIES)})\s|^[Ll]et\s|['’]s$|\s(?:of|for|in|at|to|on|by|with|from|about)$"
    r"|\b(?:said|says|told|claimed|argued|insisted|added|warned|accused)\s"
)
_FINITE = re.compile(r"\b(?:has|have|had|is|was|were|are|will|would|could|can|should|does|did)\b")
_HUNG = re.compile(
    r"(?P<noun>[\w’'-]+)\s+(?:of|by|for|with|to|in|at|from|among|like|than|against|on|about)\s+(?=\w)"
)
RELATIVE = re.compile(r"(?:who|which|that|whose)$", re.IGNORECASE)
_NAMED_BEFORE = re.compile(
    r"(?<![\w.’'-] )(?!(?:In|On|At|For|Among|By|With|From|After|Before|During)\b)"
    r"(?:[A-Z][\w.’'-]*\s+){1,3}[A-Z][\w’'-]*,\s+$"
)
_OFFICE = re.compile(
    r"(?:(?!(?:the|an?|his|her|its|their)\b)[a-z-]+\s+){0,2}([a-z]+)\s+(?:of|for|at|with|in)\s"
)
PRONOUN = re.compile(r"^(?:he|she|they|we|i|you|it|who)$", re.IGNORECASE)

_WHEN = (
    r"(?:on\s+)?(?:late\s+|early\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?"
    r"|(?:on\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|today|yesterday|later|earlier"
)
_WHERE = (
    r"(?:in|at|during|after|before|on|to|via|through|following|speaking|from|by|of)\s+"
    r"(?:an?|the|his|her|its|their|state|local|national|comments|remarks|[A-Z])[^,;:.\"“”]{0,80}?"
)
ADVERBIAL = re.compile(
    rf"^\s*(?:(?:{_WHEN})\b|(?:{_WHERE})(?=\s+that\b|\s*[,.:;]|\s*$|\s+(?:in|on|at|during|after)\b))"
)
# Before its name: "the newspaper Halden Post". "The paper" and "the network" mostly stand alone.
_MEDIUM = "|".join(
    [*sorted(MEDIA - {"network", "paper"}), MEDIA_IN_WORDS, r"station|news\s+(?:station|channel)"]
)
_ADDRESSEE = re.compile(
    r"^\s*(?P<who>(?:reporters|journalists|lawmakers|parliament|deputies|senators|delegates|aides|allies|supporters|voters|him|her|them|us|me|"
    rf"(?:the\s+)?(?:[\w-]+\s+)?(?:{_MEDIUM})\s+[A-ZА-Я][\w.&’'-]*(?:\s+[A-ZА-Я\d][\w.&’'-]*){{0,3}}"
    r"|(?:state|public|national)(?:-run|-owned)?\s+(?:television|TV|radio|media|news\s+agency)"
    r"|(?:the\s+)?[A-Z][\w.&’'-]*(?:\s+[\w.&’'-]+){0,6}?\s+(?:programme|program|show|newspaper|magazine|channel|agency|website)"
    r"|an?\s+[\w-]+(?:\s+[\w-]+){0,3}?|the\s+(?:[\w-]+\s+){0,5}?[\w-]+|[A-Z][\w.&-]*(?:\s+(?:[A-Z][\w.&-]*|news|agency|of|the|for|and))*"
    r"(?:['’]s?\s+[\w-]+)?))(?=\s+(?:that|in|on|at|during|after|by|when|how|why|what|to)\b|\s*[,.:;\"“]|\s*$"
    r"|\s+(?:(?:the|a|an|he|she|it|they|we|his|her|its|their|there)\b|[A-Z]))"
)


def source_before(text: str, low: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that ends at ``high`` (just before a reporting verb), not reaching before ``low``.

    Auxiliaries and adverbs before the verb are left out; an apposition between commas belongs to the phrase
    ("Ana Orla, the deputy minister, said"). None when nothing there can name a source.
    """
    low = max(low, high - 400)
    inside = text[low:high]
    trimmed = inside.rstrip()
    if trimmed[-10:].lower().endswith(_NOT_THE_SOURCE):
        trimmed = (inside[:-_LAST] + BEFORE_VERB.sub("", inside[-_LAST:])).rstrip()
    if not trimmed:
        return None
    if trimmed[-1] == ",":
        patterns = (_APPOSITION, 220), (_NAMED_WHO, 350), (_WHO, 280), (_TITLED, 220)
        matches = (pattern.search(trimmed, max(0, len(trimmed) - far)) for pattern, far in patterns)
        note = next(filter(None, matches), None)
        begin = _phrase_start(trimmed, note.end("head")) if note else None
        return (low + begin, low + len(trimmed.rstrip(" ,"))) if begin is not None else None
    if trimmed[-1] in ',;:()"“”«»„—–' or trimmed.endswith((" -", " --")):
        return None
    begin = _phrase_start(trimmed, len(trimmed))
    if begin is None or begin >= len(trimmed) or _DETERMINER.search(trimmed):
        return None  # "the claims": what looks like a verb is a noun
    if _NO_SOURCE.search(trimmed[begin:]):
        return None
    # "Ana Orla, head of the council said": the comma behind the apposition is missing.
    noted = _OFFICE.match(trimmed, begin)
    named = _NAMED_BEFORE.search(trimmed, max(0, begin - 80), begin) if noted and noted[1] in HEADS else None
    begin = named.start() if named else begin
    return low + begin, low + len(trimmed)


def antecedent(text: str, at: int) -> tuple[int, int] | None:
    """The noun phrase that a relative pronoun at an offset follows ("a woman, who said"), or None."""
    end = max(0, at - 9) + len(text[max(0, at - 9) : at].rstrip(" ,\u00a0"))
    low = sentence_around(text, end - 1)[0] if end else 0
    found = source_before(text, low, end)
    if found is None or RELATIVE.match(text, *found):
        return None
    hung = list(_HUNG.finditer(text, *found))
    if hung and hung[-1]["noun"].lower() not in HEADS and not hung[-1]["noun"].endswith("s"):
        found = hung[-1].end(), end  # "spoke of voters who"; but "an official of the council who"
    finite = BEFORE_VERB.match(text[slice(*found)].split()[0]) or _FINITE.search(text, *found)
    return None if finite else found


def source_behind(text: str, low: int, high: int) -> tuple[int, int] | None:
    """The noun phrase right behind a reporting verb ("said Ana Orla, a minister"), up to ``high``."""
    match = re.compile(
        r"\s*(?P<who>(?:the|an?|his|her|its|their)?\s*(?:(?!-\s|in\b|on\b|at\b|during\b|when\b|as\b|after\b|who\b|before\b"
        r"|that\b|to\b|while\b|by\b)[\w.'’&-]+\s*){1,9})"
    ).match(text, low, high)
    if not match:
        return None
    who = match.group("who").rstrip()
    if who.endswith(".") and match.start("who") + len(who) >= high:
        who = who[:-1]
    if _FINITE.search(who):
        return None  # not "alleged Orla" but "…, alleged the plan had failed"
    first = who.split()[0] if who.split() else ""
    capital = any(word[:1].isupper() for word in who.split())
    if not first or not (
        capital or first.lower() in ("the", "a", "an", "he", "she", "they") or first in "his her"
    ):
        return None
    return match.start("who"), match.start("who") + len(who)


def addressee(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Who was told, right behind the verb, or None."""
    match = _ADDRESSEE.match(text[low:high])
    return (low + match.start("who"), low + match.end("who")) if match else None


def skip_adverbials(text: str, low: int, high: int) -> int:
    """Where the text behind a verb goes on after days, places and occasions ("on Monday in Halden")."""
    for _ in range(4):
        match = ADVERBIAL.match(text[low:high])
        if not match or not match.group().strip():
            break
        low += match.end()
    return low


def _phrase_start(text: str, end: int) -> int | None:
    """Read words leftwards from ``end`` to where the noun phrase begins; None if it names nothing."""
    words = list(_WORD.finditer(text, max(0, end - 200), end))
    begin = None
    for count, word in enumerate(reversed(words)):
        if word.group() in ',;:()"“”«»„—–--' or count > 14 or _STOP_WORD.match(word.group()):
            break
        if _DAY.match(word.group()) and begin is not None and text[begin].isupper():
            break  # "In a speech on Friday Ana Orla said"
        begin = word.start()
        if PRONOUN.match(word.group()) and count == 0:
            break
    if begin is None:
        return None
    first, leading = _WORD.match(text, begin).group(), begin
    while _NOT_A_NAME.match(first) and not PRONOUN.match(first):
        following = _WORD.search(text, begin + len(first), end)
        if following is None:
            return None
        begin, first = following.start(), following.group()
    # "In a speech in Halden Mr. Orla said": a phrase in front of the subject.
    own = _HONORIFIC.search(text, begin, end) if begin > leading else None
    return own.start("who") if own else circumstances.subject(text, leading, begin, end)

"""Whom a pronoun means: who spoke last, or what the sentence is about.

"She" and "he" are the person who spoke last. "It" is the body that its sentence names before, or that the
sentence before begins with ("Ostra rose. It said …"), else the body that spoke last; "they" are the group or
body that spoke last.
"""

import re

from discourselab.voices.scene import Scene, Told
from discourselab.voices.sentences import FAR, breaks, sentence_start

# "It seems": what stands for no body.
_NOTHING = re.compile(
    r"its?\s+(?:also\s+|now\s+)?(?:(?:appear|seem|happen|emerge|matter)(?:s|ed)?|(?:turn(?:s|ed)|remains)\s+(?:out|to)"
    r"|goes|comes|came|looks\s+(?:like|as)|(?:is|was)\s+(?:un)?(?:bad|best|better|clear|easy|essential|good|hard"
    r"|important|likely|necessary|possible|time|true|worrying))\b",
    re.IGNORECASE,
)
# "It said", "it has also warned": verbs of bodies rather than of what was written or done.
_SPEAKS = re.compile(
    r"its?\s+(?:(?:also|now|then|later|further|has|had|is|was|will|would|does|did|not|long|already|still)\s+){0,3}"
    r"(?:sa(?:id|ys?|ying)|(?:add|announc|want|hop|expect|believ|not|warn|insist|promis|claim|argu|demand|urg|acknowledg"
    r"|admit|agre|intend|refus|declin|call|plan|ask|aim|accus|criticis|criticiz|deni|forecast|predict|describ)"
    r"(?:e[sd]?|s|ed|ing|ned|ning|ted|ting)?|den(?:y|ies|ying)|told|tells?|thinks?|thought)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:(?:But|And|However|Meanwhile|Still|So|Now|Yet|Then|Instead|Also),?\s+)?")
_FIRST = re.compile(
    r"(?:(?:But|And|However|Meanwhile|Still|So|Yet),?\s+)?(?:[A-Z][^,.;:]{1,60},\s+)?(?:[Tt]he\s+)?"
)
_OWNER_OR_PAIR = re.compile(r"['’]s?\b|\s+(?:and\b|or\b|[A-Z])")
_QUOTE = re.compile(r"[\"“”«»]|''|\n")
_NEAR_BY = 2  # paragraphs


def meant(pronoun: str, at: int, scene: Scene) -> Told:
    """Speaker, kind and certainty of a pronoun at an offset."""
    one = pronoun in ("he", "she", "i", "who")
    if one and scene.unnamed:
        return None, "person", 0.5
    if one and scene.last_person:
        return scene.last_person, "person", 0.85
    if pronoun in ("he", "she") and (before := [n for o, n in scene.seen if o < at]):
        return before[-1], "person", 0.7
    if pronoun not in ("they", "we", "it"):
        return None, "unknown", 0.3
    if pronoun == "it" and _NOTHING.match(scene.text, at):
        return None, "unknown", 0.3
    if pronoun == "it" and _SPEAKS.match(scene.text, at) and (body := _before(at, scene)):
        return body, "organisation", 0.6
    since, speaker, kind = scene.last_any or (0, None, "person")
    if kind == "person" or (pronoun, kind) == ("it", "group"):
        return None, "unknown", 0.3
    far = breaks(scene.text, since, at) > _NEAR_BY
    return speaker, kind, 0.4 if far else 0.6


def _before(at: int, scene: Scene) -> str | None:
    """The only body of a sentence before "it", or the one that the sentence before "It" begins with."""
    text = scene.text
    paragraph = text.rfind("\n", 0, at) + 1
    low = sentence_start(text, max(paragraph, at - FAR), at)
    if not _OPENING.fullmatch(text, low, at):
        here = {offset: name for offset, name in scene.organisations if low <= offset < at}
        apart = any(_QUOTE.search(text, offset, at) for offset in here)
        return here[min(here)] if len(set(here.values())) == 1 and not apart else None
    if low <= paragraph:
        return None
    end = low
    while end > paragraph and text[end - 1].isspace():
        end -= 1
    before = sentence_start(text, max(paragraph, end - FAR), end - 2)
    for offset, name in scene.organisations:
        if before <= offset < low and _FIRST.fullmatch(text, before, offset):
            end = offset + len(name) if text.startswith(name, offset) else offset
            return None if _OWNER_OR_PAIR.match(text, end) else name
    return None

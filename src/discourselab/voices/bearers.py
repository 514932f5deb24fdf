"""Which of several people who bear a surname an article means by the surname alone.

The convention of news: who is named first, or oftener in full, is called by the surname alone from then on,
and the others keep their first name ("Heidi Orla", "his father, Rafael Orla"). Another takes the surname over
where the first has not been spoken of for some paragraphs.
"""

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from discourselab.voices import cast, people
from discourselab.voices.sentences import breaks

_FAR = 3  # paragraphs without the surname, after which who is named in full takes it over
_ASKED = 256  # answers kept: an article asks the same at each mention of a name
_KIN = re.compile(
    r"\b(?:wife|husband|spouse|father|mother|dad|mom|son|daughter|brother|sister|twin|uncle|aunt|nephew|niece|cousin"
    r"|grandfather|grandmother|grandson|granddaughter|widow|widower|parents|in-law)\b",
    re.IGNORECASE,
)
# Certainty: by a pronoun; by convention; where another was named last, or took the surname over.
_TOLD, _LIKELY, _UNSURE = 0.8, 0.7, 0.5
# Behind a surname no other name, no quotation and no end of the sentence, then a pronoun that is no object.
# What is read is not given back: a word of many hyphens could else be cut in too many ways.
_HERE = r"(?P<who>he|his|she|her)\b"
_GOES_ON = re.compile(
    rf"[\w’'-]++(?:[ ,—–-]++(?!(?:he|his|she|her)\b)[a-z0-9][\w’'%-]*+){{0,25}}+[ ,—–-]++{_HERE}"
)
_CLOSE = 40  # characters before and behind a name in which a word of kinship tells whose kin it is


def called(text: str, at: int, surname: str, own: list[tuple[int, str]]) -> tuple[str, float]:
    """The person called by a surname at an offset, and how sure that is (0 to 1).

    ``own`` has where those who bear it are named in full: offset, name; in the order of the text. Where "she"
    or "he" goes on with the sentence, and tells one of them, that one is meant.
    """
    names = list(dict.fromkeys(name for _, name in own))
    if pronoun := _GOES_ON.match(text, at):
        she = 1 if pronoun.group("who").startswith("s") or pronoun.group("who") == "her" else -1
        told = [name for name in names if people.gender(name) == she]
        if len(told) == 1 and all(map(people.gender, names)):
            return told[0], _TOLD
    times = Counter(name for _, name in own)
    most = max(times, key=times.get)  # of equals, who is named first
    alone = _alone(surname, text, tuple(own))
    holder, since, taken, last = None, 0, False, None
    for offset, name in own:
        if offset >= at:
            break
        if holder not in (None, name):
            between = alone[bisect_left(alone, since) : bisect_left(alone, offset)]
            far = breaks(text, between[-1] if between else since, offset) > _FAR
            passing = name == most and not between and times[name] > times[holder]
            if passing or (far and not _is_aside(text, offset, name)):
                taken = not passing
            else:
                last = name  # named in full, and called so again
                continue
        holder, since, last = name, offset, name
    if holder is None:
        return most, _LIKELY
    return holder, _UNSURE if taken or last != holder else _LIKELY


def _is_aside(text: str, at: int, name: str) -> bool:
    """Whether somebody is named as another's kin, or for something that is theirs ("Tom Orla's years")."""
    end = at + len(name)
    around = text[max(0, at - _CLOSE) : at] + text[end : end + _CLOSE]
    return text[end : end + 2] in ("'s", "’s") or _KIN.search(around) is not None


@lru_cache(_ASKED)
def _alone(surname: str, text: str, own: tuple[tuple[int, str], ...]) -> list[int]:
    """Where a surname stands without a first name before it."""
    full = [(offset, offset + len(name)) for offset, name in own]
    return [place for place in cast.places(surname, text) if not any(a <= place < b for a, b in full)]

"""What the wording of a cue comes down to: its head's lemma, and the class of that.

The tagger marks the words around a reporting verb too ("has publicly signaled", "was quick to point out"),
and verbs, nouns and states that the rules do not know ("decision", "is willing"). Only what was found is
named here: what is found does not depend on it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from discourselab.voices import cues
from discourselab.voices.wording_lexicon import Entry, both, entries, is_base, silences

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARKS = re.compile(r"[:—–―‒-]")
_DENIAL = re.compile(r"\b(?:not|never|cannot|\w{2,8}n['’]t) (?:\w{2,12}ly )?$", re.IGNORECASE)
_GOVERNED = re.compile(r" (?:to|from) \w{1,20}\b")
_NEAR = 30  # characters in front in which a denial is looked for
_MOST = 100  # words looked at; no cue has so many
_GAP = 2  # words passed over on the way to a particle: "called on Friday for"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEGATORS = _set("not no never neither nor without hardly barely scarcely little")
_NO_NEGATION = _set("only just merely simply necessarily surprisingly help miss missed tire stop stopped")
_ARTICLES = _set("a an the his her its their our my more most")
_PREPOSITIONS = _set("of on for against by about over in with from at into during after before as")
_BEFORE_NOUNS = _ARTICLES | _set("your this these those any no some such many few other") | _PREPOSITIONS
_AUXILIARIES = _set("do does did will would can could may might must should shall not never also then")
_CONNECTORS = _AUXILIARIES | _set("to and or but who which that he she it they i we you")
_STOPS = _set("to and or that by")  # not passed over on the way to a particle
_ASIDE = _set("back hard like")  # right behind a verb they are none
_COPULAS = _set(
    "be is are was were been being am re s m seem seems seemed remain remains remained become becomes became "
    "feel feels felt grow grew look looks looked sound sounds sounded appear appears appeared away"
)


@dataclass(frozen=True)
class _Item:
    """An entry of the lexicon where it stands among the words of a cue; a verb may stand as a noun."""

    entry: Entry
    kind: str
    start: int
    end: int


def at(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, str | None]:
    """Lemma and class, as by :func:`of`, of the cue that stands in some spans of an article.

    A denial right in front of it counts (the rules leave it out), and what is refused or declined right
    behind it (the tagger may take that for the content).
    """
    (start, _), (_, end) = spans[0], spans[-1]
    written = " ".join(text[low:high] for low, high in spans)
    if denial := _DENIAL.search(text, max(0, start - _NEAR), start):
        written = denial.group() + written
    lemma, cue_class = of(written)
    if lemma in silences() and (governed := _GOVERNED.match(text, end)):
        return of(written + governed.group())
    return lemma, cue_class


@lru_cache(maxsize=1 << 16)
def of(written: str) -> tuple[str, str | None]:
    """Lemma and class of a cue as written; without a verb, noun or adjective known, as written and None.

    Of several verbs the last one that the rules know counts ("went on to say"), else the last one. A verb
    that governs another by "to" counts before it ("threatened to reveal" is a threat, "claimed to know" a
    claim), unless it is neutral or merely leads there ("tried to make the case"). A noun or a state counts
    behind a verb that says little ("expressed strong support for") or alone ("decision").

    What is denied ("not acknowledge") or withheld ("refuse to confirm") shows so in the lemma, and is never
    factive or distancing but neutral. Those two classes tell how far the writer stands behind the speaker's
    words, and here the speaker gave none: under "did not acknowledge that" the presupposition survives
    negation (Kiparsky & Kiparsky 1970), but it is the writer's, against the speaker; and verbs of refusing
    and failing turn what they govern into what was not done (Karttunen 1971; polarity in Saurí & Pustejovsky
    2012). The other classes name the act or attitude at issue, which "does not support" and "will not
    promise" leave at issue.

    A colon or dash alone, as in a transcript, gives the words without judging them: neutral.
    """
    if stands := cues.standing_for_verb(written.rstrip(" :,")):
        return stands, cues.class_of(stands)
    words = _words(written)
    if not words and _MARKS.search(written):
        return written.strip(), "neutral"
    items = list(_items(words))
    items = [item for item, other in zip_longest(items, items[1:]) if not _as_adjective(words, item, other)]
    head, withheld = _head(words, items)
    if head is None or head.entry.cue_class is None:
        return written.lower(), "neutral" if written.endswith(":") else None
    lemma, cue_class = head.entry.lemma, head.entry.cue_class
    if withheld and _denied(words, withheld.start):
        return lemma, cue_class  # "could not resist pointing out"
    if withheld:
        link = "to " if "to" in words[withheld.end : head.start] else ""
        lemma = f"{withheld.entry.lemma} {link}{' '.join([words[head.start], *head.entry.tail])}"
    elif _denied(words, head.start):
        lemma = f"not {lemma}"
    else:
        return lemma, cue_class
    return lemma, "neutral" if cue_class in ("factive", "distancing") else cue_class


def _words(written: str) -> list[str]:
    plain = written.lower().replace("’", "'").replace("n't", " not").replace("cannot", "can not")
    return _WORD.findall(plain)[:_MOST]


def _denied(words: list[str], stop: int) -> bool:
    """Whether what begins at ``stop`` is denied by a word in front of it."""
    for place, word in enumerate(words[:stop]):
        behind = words[place + 1 : stop + 1]
        if word not in _NEGATORS or not _NO_NEGATION.isdisjoint(behind[:3]):
            continue
        if word == "no" and (len(behind) > 3 or (behind[0] == "doubt" and len(behind) > 1)):
            continue  # it denies the noun behind it: "no doubt thinks" is no denial
        if word != "little" or words[place - 1 : place] != ["a"]:
            return True
    return False


def _head(words: list[str], items: list[_Item]) -> tuple[_Item | None, _Item | None]:
    """The item that counts, and the one in front of it that says that it was not said."""
    head = withheld = None
    for item in items:
        if head is None or head.kind == "adverb":
            head = item
            continue
        between = words[head.end : item.start]
        if item.kind == "adverb" or item.entry.cue_class is None:
            continue
        if item.kind != "verb":
            head = item if _leaves_to_noun(head, item, between) else head
            continue
        governed = "to" in between[-2:] and "to" in between[:2]
        if head.entry.silence and len(between) <= 3 and (governed or words[item.start].endswith("ing")):
            head, withheld = item, head
        elif governed and not (head.entry.through or head.entry.cue_class in (None, "neutral")):
            break
        elif governed or _leaves_to_verb(head, item):
            head = item
    return head, withheld


def _leaves_to_verb(head: _Item, item: _Item) -> bool:
    if head.kind == "verb":
        return head.entry.light or item.entry.known or not head.entry.known
    return item.entry.known or head.entry.cue_class == "neutral"


def _leaves_to_noun(head: _Item, item: _Item, between: list[str]) -> bool:
    """Whether a noun or state says more than what stands before it: the object of a verb that says little."""
    if head.kind != "verb":
        return head.kind == item.kind == "noun" and head.entry.cue_class == "neutral"
    if head.entry.through and item.kind == "noun" and "with" in between:
        return True  # "continued with an appeal"
    slight = head.entry.light or head.entry.through
    return slight and (head.entry.cue_class is None or _PREPOSITIONS.isdisjoint(between))


def _items(words: list[str]) -> Iterator[_Item]:
    """Everything known among the words of a cue, in order."""
    place, last = 0, None
    while place < len(words):
        item = _at(words, place, last)
        if item:
            yield item
            last = item
        place = item.end if item else place + 1


def _at(words: list[str], place: int, last: _Item | None) -> _Item | None:
    """What is known at a place: the longest entry; as a noun or state if that is what stands there."""
    word, before = words[place], words[max(0, place - 2) : place]
    aside = word in _ASIDE and last is not None and last.kind == "verb" and last.end == place
    if aside and (word != "hard" or words[last.start] not in _COPULAS):
        return None
    if word == "asked" and before and before[-1] in ("when", "if"):
        return None
    ends = {entry: _tail_end(words, place, entry.tail) for entry in entries(word)}
    if not any(ends.values()):
        return None
    copula, as_noun = not _COPULAS.isdisjoint(before), _as_noun(words, place, last)

    def rank(entry: Entry) -> tuple:
        """The less, the better; among equals the order of the lexicon."""
        fits = entry.kind == "noun" if as_noun else True
        state = entry.kind == "state"
        return -len(entry.tail), not fits, (not state and not entry.known) if copula else state

    entry = min((entry for entry, end in ends.items() if end), key=rank)
    kind = "noun" if as_noun and entry.kind == "verb" and not entry.light else entry.kind
    return _Item(entry, kind, place, ends[entry])


def _as_noun(words: list[str], place: int, last: _Item | None) -> bool:
    """Whether a form that may be verb or noun is a noun here: behind a determiner, or a verb's object."""
    word = words[place]
    if word.endswith(("ed", "ing")):
        return False
    if place and words[place - 1] in _BEFORE_NOUNS:
        return True
    verb = last is not None and last.end == place and not is_base(word)  # "the lawsuit alleges"
    if place > 1 and not verb and words[place - 2] in _BEFORE_NOUNS and words[place - 1] not in _CONNECTORS:
        return True
    if last is None or last.kind != "verb" or not both(word):
        return False
    # "to" does not make a verb of "questions" as it does of "question".
    between = [other for other in words[last.end : place] if other != "to" or is_base(word)]
    return _CONNECTORS.isdisjoint(between)


def _as_adjective(words: list[str], item: _Item, other: _Item | None) -> bool:
    """Whether an item only describes the noun behind it: "a rallying cry", "no clear vision"."""
    if other is None or item.start == 0:
        return False
    if item.kind == "state":
        return other.kind == "noun" and other.start == item.end
    return words[item.start].endswith(("ed", "ing")) and words[item.start - 1] in _ARTICLES


def _tail_end(words: list[str], place: int, tail: tuple[str, ...]) -> int:
    """Where an entry ends whose first word stands at ``place``, or 0 where one of its words is missing."""
    at = place + 1
    for word in tail:
        passed = 0
        while at < len(words) and words[at] != word:
            if passed == _GAP or words[at] in _STOPS:
                return 0
            at, passed = at + 1, passed + 1
        if at == len(words):
            return 0
        at += 1
    return at

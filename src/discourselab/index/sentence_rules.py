"""Where a sentence ends, by rule: how the word before a gap ends, and how the next one begins.

A sentence ends at ``.``, ``!``, ``?`` or an ellipsis (with any closing quotation marks or brackets behind it)
before white space and a word that may begin one; not after a title, an initial or another abbreviation, not
after the number of an item, a page or a day, not inside a decimal or a dateline (``July 30. /TASS/.``), and
not between a quotation that ends in ``?`` or ``!`` and the words that attribute it. Full stops of scripts
without spaces end a sentence by themselves.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from discourselab.index.tokens import TITLES, is_abbreviation

# How a word ends: not as a sentence does; as one unless the next word goes on; as one whatever follows; like
# a word that a number belongs to; like an abbreviation; like a quoted question or exclamation; like the
# number of an item, which ends nothing where it begins a sentence.
NOT, SOFT, SURE, NUMBERED, ABBREVIATED, ASKED, ITEM = range(7)
# How a word begins: so that it goes on; with a digit; as a word that opens sentences; as a month; or
# otherwise.
GOES_ON, DIGIT, STARTER, MONTH, OTHER = range(5)

REACH = 6  # words behind a quoted question that may attribute it
_CLOSERS = "\"'”’»)\\]›“"
_WIDE = "。！？"
_END = re.compile(rf"([.!?…؟।։]+)([{_CLOSERS}]*)$|[{_WIDE}]+[」』”’）]*$")
_GAP = re.compile(
    rf"\s+|(?<=[{_WIDE}])(?![{_WIDE}」』”’）\s]|$)|(?<=[{_WIDE}][」』”’）])(?![{_WIDE}」』”’）\s]|$)"
)
_WIDE_STOP, _SOLID = re.compile(f"[{_WIDE}]"), re.compile(r"\S+")
_OPENERS = "\"'“‘«‹([„‚—–-¿¡"
_DOTS = frozenset(".…")
_ITEM = re.compile(r"\d{1,3}")
_LAST_WORD = re.compile(r"[^\s\"“”‘«(\[]{1,24}$")
_LETTERS = re.compile(r"[^\W\d_]+")
# After an abbreviation that may also end a sentence ("in the U.S. He said"), these words begin a new one.
_STARTERS = frozenset(
    "the he she it they we i in on at but and a an this that these those his her their its after as by for "
    "from if however meanwhile according when while who what there "
    "der die das er sie wir ein eine am im auf doch aber und он она они это в на по и но а мы как".split()
)
# In German and other languages a day's number has a period: "3. Oktober".
_MONTHS = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november dezember".split()
)
# A number behind one of these and a period belongs to it: "p. 6", "No. 5".
_COUNTED = frozenset("p pp No Nos Nr".split()) | {
    form
    for word in "no nos para paras art arts fig figs sec ch vol vols abs".split()
    for form in (word, word.title())
}
_PLAIN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD_ENDS = re.compile(r"$|\s|[,;:.!?…)\"”’—–-](?:$|\s|\W)")  # and no address, handle or name of a file
_ATTRIBUTING = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|wrote|added|replied|tweeted|wondered|warned)\b"
    r"|(?:he|she|they|it|the \w+)\s+(?:said|says|asked|asks|told|wrote|added|replied|tweeted|wondered)\b"
)


def boundaries(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of a paragraph; white space between them belongs to none."""
    places = _words(text)
    words = [text[low:high] for low, high in places]
    spans, first, may_begin = [], 0, True
    for place, word in enumerate(words):
        how = ending(word)
        last = place == len(words) - 1
        over = last or (how != NOT and _ends_at(words, place, how))
        if last or (over and not (how == ITEM and may_begin)):
            spans.append((places[first][0], places[place][1]))
            first = place + 1
        may_begin = over
    return spans


def _ends_at(words: list[str], place: int, how: int) -> bool:
    following = words[place + 1 : place + 1 + REACH] if how == ASKED else ()
    return ends(how, opening(words[place + 1]), following)


@lru_cache(maxsize=100_000)
def ending(word: str) -> int:
    """How a word, with the marks behind it, ends: NOT, SOFT, SURE, NUMBERED, ABBREVIATED, ASKED or ITEM."""
    match = _END.search(word)
    if match is None or (word[0] in _OPENERS and _DOTS.issuperset(word.lstrip(_OPENERS))):
        return NOT  # also where an ellipsis opens a quotation
    marks, closers = match.groups()
    if marks is None:
        return SURE
    if marks[0] in "?!" and closers and closers[-1] in "\"”’»'":
        return ASKED
    if marks == "." and not closers:
        return _at_period(word[:-1])
    return SOFT


@lru_cache(maxsize=100_000)
def opening(word: str) -> int:
    """How a word, with the marks before it, begins: one of GOES_ON, DIGIT, STARTER, MONTH, OTHER."""
    bare = word.lstrip(_OPENERS) or word[-1]
    if bare[0].islower() or bare[0] == "/" or _DOTS.issuperset(word):
        return GOES_ON
    if bare[0].isdigit():
        return DIGIT
    letters = _LETTERS.match(bare)
    if letters is None:
        return OTHER
    folded = letters.group().lower()
    return STARTER if folded in _STARTERS else MONTH if folded in _MONTHS else OTHER


def ends(how: int, then: int, following: Sequence[str] = ()) -> bool:
    """Whether a sentence ends between a word that ends in the way ``how`` and one that begins like ``then``.

    following
        the next words, which may attribute a quoted question (ASKED).

    An ITEM that begins a sentence does not end it, which the pair cannot tell.
    """
    if how in (NOT, SURE):
        return how == SURE
    if how == ABBREVIATED:
        return then == STARTER
    if how == ASKED and _ATTRIBUTING.match(" ".join(following)):
        return False
    return then != GOES_ON and (how, then) not in ((NUMBERED, DIGIT), (ITEM, MONTH))


def goes_on(line: str, following: str) -> bool:
    """Whether a sentence goes on from one line to the next, as where a page or a column broke it, or a verse.

    The line ends in a letter, a digit or a comma, and the next begins with a word in lower case that is not
    the letter of an item (``a)``). A heading or a caption ends without a mark too, but what follows it begins
    with a capital.
    """
    if not (line[-1:].isalnum() or line[-1:] == ",") or not following[:1].islower():
        return False
    word = _PLAIN.match(following).group()
    behind = following[len(word) : len(word) + 2]
    if len(word) == 1 and behind[:1] in (")", "."):
        return False
    return word.islower() and _WORD_ENDS.match(behind) is not None


def _at_period(before: str) -> int:
    found = _LAST_WORD.search(before)
    word = found.group().lstrip("'’") if found else ""
    if word in _COUNTED:
        return NUMBERED
    if _ITEM.fullmatch(word):
        return ITEM
    if not word or not is_abbreviation(word):
        return SOFT
    return NOT if word.lower() in TITLES and word.lower() not in ("jr", "sr") else ABBREVIATED


def _words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word; a full stop of a script without spaces ends one too."""
    if not _WIDE_STOP.search(text):
        return [match.span() for match in _SOLID.finditer(text)]
    found, begin = [], 0
    for gap in _GAP.finditer(text):
        if gap.start() > begin:
            found.append((begin, gap.start()))
        begin = gap.end()
    return [*found, (begin, len(text))] if begin < len(text) else found

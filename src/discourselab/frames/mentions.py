"""Where actors are mentioned: each name, its short forms, and the possessive, found again in all articles.

Names come from the tables ``entities`` and ``attributions``. The last word of a name with a capital (a
surname, "the Pact") stands for the full name that the article gives it, else for the one that four in five of
the corpus's full names with that word are.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.index import tokens

KINDS = ("person", "organisation", "place", "other")
FEWEST = 3  # mentions or attributions in the corpus for a name to be followed
_WIDE = 1 << 32  # more than any article has characters
DOMINANT = 0.8  # share of the full names with a last word, for it to stand for one of them everywhere
# Last words that stand for too much, alone, to be a short form; and names of days and months.
_NO_SHORT = frozenset(
    "house street state states county city river north south east west day act order".split()
)
_NO_NAME = frozenset(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday i mr mrs ms dr god internet english".split()
)
_DAY = re.compile(r"(?:^| )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")  # "Super Tuesday"
# Words that a headline or the head of a sentence writes with a capital in front of a name, and titles.
_BEFORE = frozenset(
    "a about after again against all also amid among an and another any are as at because before behind "
    "between beyond both but by can claim claims did do does during even every for former from had has "
    "have he her here his how i if in inside into is it its just like many may meet more most mr mrs ms "
    "my no not now of on once only or our out over president prime says she should since so some still "
    "than that the their them then there these they this those though through to today under until up "
    "vice was we were what when where which while who why will with would yes yet you your sen sen. rep "
    "rep. gov gov. dr dr. mr. mrs. ms. senator governor representative congressman congresswoman minister "
    "secretary candidate nominee rival counsel".split()
)
_ADJECTIVE = re.compile(r"^I['’]|(?:ican|ian|ish|ese|atic|Muslim|German|French|Western|Eastern)$")


def mentions(
    idx: index.Index,
    sentences: pd.DataFrame,
    entities: pd.DataFrame,
    attributions: pd.DataFrame,
    spans: pd.DataFrame,
) -> pd.DataFrame:
    """The table ``actor_mentions``: one row is a mention of a named actor, outside datelines and notes.

    ``actor`` is the full name, ``kind`` what it is most often taken for (person, organisation, place, other);
    ``voice`` and ``speaker`` say in whose words the mention stands, ``as_source`` that it names the source of
    an attribution ("Orla said"), where nothing is said about the actor. Names seen fewer than three times in
    the corpus are left out.
    """
    named = _names(idx, entities, attributions)
    kinds, ways = _ways(named)
    first, last, actor = _found(idx, ways)
    sentence = index.sentence_of(idx, first)
    kept = index.sentences_of(idx)[sentence]
    first, last, actor, sentence = first[kept], last[kept], actor[kept], sentence[kept]
    at, speaker = index.document_of(idx, first), np.asarray(idx.speaker)[first]
    start = np.asarray(idx.start)[first].astype(np.int64)
    rows = {
        "document": [idx.ids[i] for i in at],
        "sentence": sentences["sentence"].to_numpy()[sentence],
        "start": start,
        "end": np.asarray(idx.end)[last].astype(np.int64),
        "actor": actor,
        "kind": [kinds[name] for name in actor],
        "voice": np.array(index.VOICES)[np.asarray(idx.voice)[first]],
        "speaker": [idx.speakers[i] if i >= 0 else None for i in speaker],
        "as_source": _inside(idx, at, start, spans[spans["role"] == "source"]),
    }
    return tables.frame("actor_mentions", pd.DataFrame(rows))


def _names(idx: index.Index, entities: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """Names with document and kind, as often as they were found, cut to the name itself."""
    speaks = attributions[attributions["speaker_kind"].isin(["person", "organisation"])]
    speaks = speaks[speaks["speaker"].notna()]
    speaks = speaks.rename(columns={"speaker": "name", "speaker_kind": "kind"})
    found = pd.concat([entities[["document", "name", "kind"]], speaks[["document", "name", "kind"]]])
    cut = {name: _plain(name) for name in found["name"].unique()}
    ordinary = _ordinary(idx, {name for name in cut.values() if " " not in name})
    found = found.assign(name=found["name"].map(cut))
    good = {
        name
        for name in cut.values()
        if name[:1].isupper()
        and len(name) > 1
        and name.lower() not in _NO_NAME
        and name not in ordinary
        and not _DAY.search(name)
    }
    return found[found["name"].isin(good)].reset_index(drop=True)


def _plain(name: str) -> str:
    """A name by itself: "Charter" of "Orla's Charter", "Pact" of "the Pact's", "Orla" of "But Mr Orla"."""
    name = re.split(r"['’]s ", name)[-1].removesuffix("'s").removesuffix("’s").strip(" ,.'’")
    words = name.split()
    while words and words[0].lower() in _BEFORE:
        words.pop(0)
    return " ".join(words)


def _ordinary(idx: index.Index, words: set[str]) -> set[str]:
    """Of single words those that are written small half as often or more, "I'm", adjectives of nations."""
    small = set()
    for word in words:
        ids = index.term_ids(idx, word.replace("*", ""))
        at = index.positions(idx, ids)
        forms = idx.surfaces.take(np.asarray(idx.surface)[at])
        if 2 * sum(form[:1].islower() for form in forms) >= sum(form[:1].isupper() for form in forms):
            small.add(word)
    return small | {word for word in words if _ADJECTIVE.search(word)}


def _ways(named: pd.DataFrame) -> tuple[dict[str, str], dict[str, dict[str | None, str]]]:
    """Kind of each actor, and for each way of writing a name whom it means: by document, else under None."""
    sizes = named["name"].value_counts()
    kinds = {
        name: max(sorted(Counter(rows).items(), key=lambda item: KINDS.index(item[0])), key=lambda i: i[1])[0]
        for name, rows in named.groupby("name")["kind"]
    }
    full = list(sizes.index[sizes >= FEWEST])
    by_last: dict[str, Counter] = defaultdict(Counter)
    for name in sizes.index:
        short = name.split()[-1]
        if " " in name and short[:1].isupper() and short.lower() not in _NO_SHORT and kinds[name] != "place":
            by_last[short][name] = int(sizes[name])
    ways: dict[str, dict[str | None, str]] = {name: {None: name} for name in sorted(full)}
    for short, names in sorted(by_last.items()):
        known = {name: n for name, n in names.items() if name in ways}
        if not known:
            continue
        best, often = max(sorted(known.items()), key=lambda item: item[1])
        if often >= DOMINANT * sum(names.values()):
            ways.setdefault(short, {})[None] = best
        elif short not in ways:
            ways[short] = {}
    for document, rows in named.groupby("document")["name"]:
        here: dict[str, set[str]] = defaultdict(set)
        for name in set(rows):
            if " " in name and name in ways:
                here[name.split()[-1]].add(name)
        for short, names in here.items():
            if short in by_last and len(names) == 1:
                ways.setdefault(short, {})[document] = next(iter(names))
    return kinds, ways


def _found(
    idx: index.Index, ways: dict[str, dict[str | None, str]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First and last token and actor of each mention; the longest way of writing wins."""
    taken = np.zeros(len(idx), dtype=bool)
    place = {name: i for i, name in enumerate(idx.ids)}
    parts: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    words = {way: [piece.surface for part in way.split() for piece in tokens.pieces(part)] for way in ways}
    for way in sorted(ways, key=lambda w: (-len(words[w]), w)):
        first, last = _written(idx, words[way])
        free = ~taken[first] & ~taken[last]
        first, last = first[free], last[free]
        means = np.full(len(idx.ids), ways[way].get(None), dtype=object)
        for document, name in ways[way].items():
            if document is not None:
                means[place[document]] = name
        actor = means[index.document_of(idx, first)]
        known = np.array([name is not None for name in actor], dtype=bool)
        first, last = first[known], last[known]
        for step in range(len(words[way])):
            taken[first + step] = True
        parts.append((first, last, actor[known]))
    if not parts:
        nothing = np.empty(0, dtype=np.int64)
        return nothing, nothing, np.empty(0, dtype=object)
    first, last, actor = (np.concatenate(column) for column in zip(*parts))
    order = np.argsort(first, kind="stable")
    return first[order], last[order], actor[order]


def _written(idx: index.Index, words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Where words stand side by side, written as they are, not as a part of a longer capitalised word run."""
    first, last = index.phrase_of(idx, [index.term_ids(idx, word.replace("*", "")) for word in words])
    for step, word in enumerate(words):
        same = np.array([s == word for s in idx.surfaces.take(idx.surface[first + step])], dtype=bool)
        first, last = first[same], last[same]
    return first, last


def tokens_of(idx: index.Index, rows: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """First and last token position of each span of a table with the columns document, start, end."""
    at = rows["document"].map({name: i for i, name in enumerate(idx.ids)}).to_numpy(dtype=np.int64)
    owner = index.document_of(idx, np.arange(len(idx)))
    place = owner * _WIDE + np.asarray(idx.start)
    first = np.searchsorted(place, at * _WIDE + rows["start"].to_numpy(), side="right") - 1
    last = np.searchsorted(place, at * _WIDE + rows["end"].to_numpy() - 1, side="right") - 1
    return first, last


def _inside(idx: index.Index, at: np.ndarray, start: np.ndarray, spans: pd.DataFrame) -> np.ndarray:
    """Whether each offset (in the document ``at``) lies inside one of the spans."""
    return covered(idx.ids, at, start, spans[["document", "start", "end"]].itertuples(index=False, name=None))


def covered(
    ids: list[str], at: np.ndarray, start: np.ndarray, spans: Iterable[tuple[str, int, int]]
) -> np.ndarray:
    """Whether each offset ``start`` in the document at the place ``at`` is inside one of the spans."""
    place = {name: i for i, name in enumerate(ids)}
    listed = sorted((place[d], a, b) for d, a, b in spans if d in place)
    if not listed:
        return np.zeros(len(start), dtype=bool)
    lows = np.array([i * _WIDE + a for i, a, _ in listed])
    highs = np.maximum.accumulate(np.array([i * _WIDE + b for i, _, b in listed]))
    offset = np.asarray(at) * _WIDE + start
    before = np.searchsorted(lows, offset, side="right") - 1
    return (before >= 0) & (offset < highs[np.maximum(before, 0)])

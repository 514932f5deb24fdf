"""The year of an article whose dateline lacks one, from what its text says about years. Offered, never used.

Four kinds of clues are read, sentence by sentence, in English, German, French and Russian: a year named by
its distance ("this year, in 2023"), a past event of a year ("was signed in March 2023": the article is not
older), one to come ("will meet in the fall of 2024": the article is not younger), and a series ("the second
conference in the fall of 2024", "the third conference this fall": 2025, if it meets once a year). A year is
offered only if the clues leave exactly one and none contradicts; a series outweighs the tense of a verb,
and what speaks against it is told.
"""

import re

from discourselab.corpus.dates import MONTH_NAME, month_number

LONGEST = 600  # characters of a sentence that are looked at
MOST_SENTENCES = 2000
MOST_TOLD = 6  # clues

_SENTENCE = re.compile(r"[^.!?\n]+")
_DISTANCE = re.compile(
    r"\b(?:(?P<same>this year|(?:in )?diese[ms] jahr|cette année|в этом году)"
    r"|(?P<before>last year|(?:im )?(?:vergangene[ns]|letzte[ns]|vorige[ns]) jahr|l['’]an(?:née)? (?:dernier"
    r"|passé)e?"
    r"|в прошлом году)"
    r"|(?P<after>next year|(?:im )?(?:nächste[ns]|kommende[ns]) jahr|l['’]an(?:née)? prochaine?|в следующем "
    r"году))"
    r"\b[^0-9]{0,25}\b(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_SEASON_STARTS = {
    name: month
    for month, names in {
        3: "spring frühjahr frühling printemps весной весна",
        6: "summer sommer été летом лето",
        9: "fall autumn herbst automne осенью осень",
        12: "winter hiver зимой зима",
    }.items()
    for name in names.split()
}
_SEASON = "|".join(_SEASON_STARTS)
_WHEN = re.compile(
    rf"\b(?:(?P<season>{_SEASON}) (?:of |de |des jahres )?|(?P<month>{MONTH_NAME}) (?:\d{{1,2}}, |de )?"
    r"|in |im jahre? |en |в )(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|upcoming|next|plans? to|due to|expected to|scheduled|to be held|wird|werden|soll|sollen"
    r"|geplant|"
    r"kommende[nrs]?|sera|seront|aura lieu|prévue?s?|prochaine?s?|пройд[её]т|состо[ия]тся|планируется|"
    r"запланирован\w*|предстоящ\w+|будет|будут)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|ago|took|held|signed|adopted|said|began|became|came|made|met|won|war|waren"
    r"|wurden?|hatten?|"
    r"fand|fanden|était|avait|a été|ont été|a eu|s['’]est|был[аои]?|состоял\w+|прош[её]л|прошл[аио]"
    r"|подписал\w*|"
    r"принял\w*)\b",
    re.IGNORECASE,
)
_ORDINALS = {
    name: number
    for names in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "i ii iii iv v vi vii viii ix x xi xii",
        "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая",
        "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte",
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    )
    for number, name in enumerate(names.split(), 1)
}
_EVENT = re.compile(
    rf"\b(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}|\d{{1,2}}(?:st|nd|rd|th)) "
    r"(?P<name>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){1,9}?),? (?:(?:held )?(?:in|on|im|à|l['’]) ?(?:the "
    r"|l['’])?)?"
    rf"(?:(?P<season>{_SEASON})? ?(?:of |de )?(?P<year>(?:19|20)\d\d)"
    rf"|(?P<this>(?:later )?this (?:year|{_SEASON})|dieses Jahr|diesen (?:{_SEASON})|cette année|cet "
    rf"(?:{_SEASON})"
    rf"|в этом году|этой (?:{_SEASON})))\b",
    re.IGNORECASE,
)


def infer(text: str, month: int, day: int) -> tuple[int | None, str | None]:
    """The year that the clues leave for an article of this month and day, and the clues in words.

    Without clues ``(None, None)``; where they contradict or leave several years ``(None, evidence)``.
    """
    sentences = [found[0][:LONGEST] for found in list(_SENTENCE.finditer(text))[:MOST_SENTENCES]]
    clues = list(dict.fromkeys(clue for sentence in sentences for clue in _clues(sentence, month)))
    series = _series(sentences)
    if series:
        year, words = series
        against = [clue[2] for clue in clues if not clue[0] <= year <= clue[1]]
        agreeing = [clue[2] for clue in clues if clue[0] <= year <= clue[1]]
        told = "; ".join([words, *agreeing][:MOST_TOLD])
        return year, told + (f" (against it: {'; '.join(against[:MOST_TOLD])})" if against else "")
    if not clues:
        return None, None
    earliest, latest = max(clue[0] for clue in clues), min(clue[1] for clue in clues)
    said = "; ".join(list(dict.fromkeys(clue[2] for clue in clues))[:MOST_TOLD])
    if earliest > latest:
        return None, f"the clues contradict one another: {said}"
    if earliest == latest:
        return earliest, said
    return None, f"the clues leave several years: {said}"


def _clues(sentence: str, month: int):
    """Triples of the earliest and the latest year of the article, and the words that say so."""
    for found in _DISTANCE.finditer(sentence):
        year = int(found["year"]) + bool(found["before"]) - bool(found["after"])
        yield year, year, f"“{found[0]}”"
    ahead, behind = bool(_AHEAD.search(sentence)), bool(_BEHIND.search(sentence))
    for found in _WHEN.finditer(sentence):
        year, starts = int(found["year"]), None
        if found["season"]:
            starts = _SEASON_STARTS[found["season"].casefold()]
        elif found["month"]:
            starts = month_number(found["month"])
        if starts and behind:
            yield year + (starts > month), 9999, f"“{found[0]}” in the past"
        elif behind and not ahead:
            yield year, 9999, f"“{found[0]}” in the past"
        if starts and ahead:
            yield 0, year - (starts < month), f"“{found[0]}” still to come"


def _series(sentences: list[str]) -> tuple[int, str] | None:
    """The year in which a later event of a series meets "this fall", counted on from one with a year.

    None unless all such pairs of events give the same year.
    """
    dated: dict[str, list] = {}
    coming = []
    for sentence in sentences:
        for found in _EVENT.finditer(sentence):
            name = found["name"].casefold()
            number = _ORDINALS.get(found["ordinal"].casefold()) or int(re.match(r"\d+", found["ordinal"])[0])
            if found["year"]:
                dated.setdefault(name, []).append((number, int(found["year"]), found[0]))
            else:
                coming.append((name, number, found[0]))
    years = {
        year + number - earlier: f"“{one}” and “{other}”: the next of a series, if it meets once a year"
        for name, number, other in coming
        for earlier, year, one in dated.get(name, ())
        if number > earlier
    }
    return years.popitem() if len(years) == 1 else None

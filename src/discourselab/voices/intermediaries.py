"""Who passes words on, where the sentence says so: "TASS reports citing BelTA", "as quoted by Interfax".

The speaker is who is quoted; who quotes is a link in the chain (:mod:`chains`), its span the ``relay`` of the
attribution. Both engines take the agency for the speaker in such sentences, or miss them; what they marked
there gives way to what is read here.
"""

import re

from discourselab.voices import chains, cues, names, phrases, retold
from discourselab.voices.constructions import WAS, Attribution, Span
from discourselab.voices.contents import behind
from discourselab.voices.quotations import quotations
from discourselab.voices.sentences import sentence_around

# Words without which no pattern fits: to look for them takes less time than the patterns do.
_SAYING, _NAMING = ("as saying", "as telling"), ("iting ", "uoting ", "reference to")
_BY = (
    "quoted by",
    "cited by",
    "reported by",
    "interview ",
    "conversation with",
    "comment",
    "remarks to",
    "article for",
)
_WHO = r"(?:[^,;:.\"“”()\n]|(?<=[A-Z][a-z])\.(?=\s[A-Z])|(?<=[A-Z][a-z][a-z])\.(?=\s[A-Z])){2,90}?"
_WHO_ENDS = r"(?=[,;:.\"“”\n]|\s(?:that|on|in|at|during)\s|\s*$)"
_AS = r"(?P<as>as\s+(?:saying|telling(?:\s+\w+){1,3}?))(?=\W)"
_ACTIVE = re.compile(
    rf"\b(?P<verb>quot(?:e|es|ed|ing)|cit(?:es|ed|ing))\s+(?P<whom>(?!as\b){_WHO}),?\s+{_AS}"
)
_PASSIVE = re.compile(
    rf"\b(?P<be>{WAS})\s+(?:\w+ly\s+)?(?P<verb>quoted|cited)(?:\s+by\s+(?P<by>{_WHO}))?\s+{_AS}"
    rf"(?:\s+by\s+(?P<behind>{_WHO}){_WHO_ENDS})?"
)
_CITING = r"(?P<citing>citing|quoting|with\s+reference\s+to)"
_REPORT = r"(?P<verb>reports?|reported|writes?|wrote|sa(?:ys?|id)|announced)\b"
_REPORTS = re.compile(_REPORT)
_AFTER = re.compile(
    rf"\b{_REPORT}(?:\s+(?:on\s+)?\w+day)?,?\s+{_CITING}\s+(?P<whom>{_WHO})"
    r"(?:(?P<that>,?\s+that\s)|(?=[,;:.\"“”\n]|\s*$))"
)
_BETWEEN = re.compile(rf",\s+{_CITING}\s+(?P<whom>{_WHO}),\s+{_REPORT}\b")
_FIRST = re.compile(rf"(?P<citing>Citing|Quoting|With\s+reference\s+to)\s+(?P<whom>{_WHO}),\s+")
_TALK = r"(?:interview|conversation|comment(?:ary|s)?|remarks|article)"
_BEHIND = re.compile(
    r"[aAiI](?<!\w.)(?:s\s+(?:\w+ly\s+|earlier\s+)?(?:quoted|cited|reported)\s+by"
    rf"|n\s+(?:an?\s+)?(?:\w+\s+)?{_TALK}\s+(?P<to>with|to|for|on))\s+"
    rf"(?P<by>{_WHO}){_WHO_ENDS}"
)
_WORD = re.compile(r"[A-ZА-Я][\w-]+")  # "in an interview with Dennik"
_FAR = 600  # characters before a phrase in which its sentence begins
_GAP = 60  # characters between a verb and "as quoted by"
_SOURCES = frozenset({"full", "surname", "role", "organisation", "document", "group"})
_LEAD = re.compile(r"[\s,:;—–-]*(?:that\s*(?=[\"“«„]))?")


def passed_on(text: str, made: list[Attribution], low: int, high: int) -> list[Attribution]:
    """The attributions between two offsets, those that tell who passes words on set right; in their order."""
    made = [retold.completed(text, one, made) for one in made]
    steps = (
        (_SAYING, (_ACTIVE,), _quoting),
        (_SAYING, (_PASSIVE,), _quoted),
        (_NAMING, (_AFTER, _BETWEEN, _FIRST), _citing),
        (_BY, (_BEHIND,), _told_to),
    )
    for hints, patterns, set_right in steps:
        if any(text.find(hint, low, high) >= 0 for hint in hints):
            for pattern in patterns:
                for match in pattern.finditer(text, low, high):
                    made = set_right(text, match, made)
    return sorted(made, key=lambda one: one.start)


def _quoting(text: str, match: re.Match, made: list[Attribution]) -> list[Attribution]:
    """``AGENCY quoted SPEAKER as saying CONTENT``, ``CONTENT, AGENCY quoted SPEAKER as saying``."""
    low, stop = sentence_around(text, match.start())
    agency = phrases.source_before(text, low, match.start())
    if agency is None and match["verb"].endswith("ing"):
        before = [o for o in made if o.source and low <= o.source[0][0] < match.start()]
        agency = before[-1].source[0] if before else None
    if agency is None or _inside(text, match.start()):
        return made
    edge = min(agency[0], match.start())
    one = Attribution([match.span("whom")], [match.span("verb"), match.span("as")], [], None, 0.8, [agency])
    return _put(text, one, (edge if agency[1] > low else match.start(), match.end()), low, stop, made)


def _quoted(text: str, match: re.Match, made: list[Attribution]) -> list[Attribution]:
    """``SPEAKER was quoted by AGENCY as saying CONTENT``, or ``… was quoted as saying by AGENCY``."""
    low, stop = sentence_around(text, match.start())
    source = phrases.source_before(text, low, match.start())
    group = next((group for group in ("by", "behind") if match[group]), None)
    if source is None or group is None or _inside(text, match.start()):
        return made
    begin = match.start("be")
    cue = [(begin, match.end("as"))] if group == "behind" else [(begin, match.end("verb")), match.span("as")]
    one = Attribution([source], cue, [], None, 0.8, [match.span(group)])
    return _put(text, one, (source[0], match.end()), low, stop, made)


def _citing(text: str, match: re.Match, made: list[Attribution]) -> list[Attribution]:
    """``AGENCY reported, citing SPEAKER, that CONTENT``, ``CONTENT, AGENCY reported, citing SPEAKER``."""
    low, stop = sentence_around(text, match.start())
    verb, edge = (match.span("verb"), match.start()) if match.re is not _FIRST else (None, match.end())
    if verb is None:
        report = _REPORTS.search(text, match.end(), min(stop, match.end() + _FAR))
        verb = report.span() if report and not re.search(r"[,;:\"“”]", text[edge : report.start()]) else None
        edge = report.start() if report else edge
    agency = phrases.source_before(text, match.end() if match.re is _FIRST else low, edge) if verb else None
    whom = names.read(match["whom"])
    reports = verb and text[slice(*verb)].startswith(("report", "writ", "wrot"))
    if agency is None or whom.form not in _SOURCES or _inside(text, match.start()):
        return made
    if (
        not (chains.medium(text[slice(*agency)]) or reports)
        or names.read(text[slice(*agency)]).form == "pronoun"
    ):
        return made
    one = Attribution([match.span("whom")], [verb], [], None, 0.7, [agency])
    region = (min(agency[0], match.start()), max(verb[1], match.end("whom")))
    return _put(text, one, region, low, stop, made)


def _put(
    text: str, one: Attribution, region: Span, low: int, stop: int, made: list[Attribution]
) -> list[Attribution]:
    """The attributions with one that takes the place of all that was marked in a region.

    Its content is what they marked outside of it; else what stands behind the region, or before it.
    """
    touched = [
        other
        for other in made
        if any(_meet(span, region) for span in [*other.source, *other.cue])
        or (not other.source and other.content and _beside(text, other.content[-1], region))
    ]
    content = [piece for other in touched for span in other.content for piece in _outside(text, span, region)]
    content = [span for span in content if low <= span[0] or _quoted_to(text, span)]
    if not content:
        right = behind(text, region[1], stop, cues.forms()["saying"])
        content = [right] if right else _before(text, low, region[0], made)
    if not content:
        return made
    one.content = sorted(set(content))
    one.confidence = max((other.confidence for other in touched if other.content), default=one.confidence)
    return [other for other in made if not any(other is gone for gone in touched)] + [one]


def _before(text: str, low: int, edge: int, made: list[Attribution]) -> list[Span]:
    """What stands in front of a region, if a comma or a closing mark ends it."""
    front = text[low:edge].rstrip()
    if not front.endswith((",", '"', "”", "»", "’", "'")):
        return []
    end = low + len(front.rstrip(" ,"))
    closed = [q for q in quotations(text, text.rfind("\n", 0, low) + 1, end) if q.end == end]
    return [closed[0][:2]] if closed else [(low, end)] if len(text[low:end].split()) > 2 else []


def _outside(text: str, span: Span, region: Span) -> list[Span]:
    """The parts of a span before and behind a region, without what joins them to it."""
    if not _meet(span, region):
        return [span]
    parts = []
    if span[0] < region[0] and len(text[span[0] : region[0]].split()) > 1:
        parts.append((span[0], span[0] + len(text[span[0] : region[0]].rstrip(" ,—–-"))))
    begin = _LEAD.match(text, region[1], max(region[1], span[1])).end()
    return [*parts, (begin, span[1])] if span[1] > begin + 2 else parts


def _told_to(text: str, match: re.Match, made: list[Attribution]) -> list[Attribution]:
    """``…, SPEAKER said, as quoted by AGENCY``: the verb before it, or behind, is passed on by the agency."""
    by = match.span("by")
    unknown = match["to"] == "with" and "interview" in match[0] and _WORD.fullmatch(match["by"])
    if match["to"] and not (chains.medium(match["by"]) or unknown):
        return made
    one = _before_phrase(text, match, made) or _behind_phrase(text, match, made)
    kept = [span for span in one.source if not _meet(span, match.span())] if one else []
    if not kept:
        return made
    one.source, one.relay = kept, [by]
    if not match["to"]:
        one.cue = [(a, min(b, match.start())) for a, b in one.cue if a < match.start()] or one.cue
    return made


def _before_phrase(text: str, match: re.Match, made: list[Attribution]) -> Attribution | None:
    """The attribution whose source or verb ends closest before a phrase, in its sentence."""
    low, _ = sentence_around(text, match.start())
    near = []
    for place, one in enumerate(made):
        own = [span for span in [*one.source, *one.cue] if low <= span[0] < match.start()]
        if one.cue and one.source and own:
            near.append((max(b for _, b in own), place))
    near = [(end, place) for end, place in near if match.start() - end < _GAP]
    return made[max(near)[1]] if near else None


def _behind_phrase(text: str, match: re.Match, made: list[Attribution]) -> Attribution | None:
    """The attribution behind a phrase that opens its sentence: "In an interview with Interfax, Orla said"."""
    low, stop = sentence_around(text, match.start())
    if text[low : match.start()].strip("\"'“ \n") or not text.startswith(",", match.end()):
        return None
    later = [one for one in made if one.cue and one.source and match.end() <= one.source[0][0] < stop]
    return min(later, key=lambda one: one.source[0][0], default=None)


def _inside(text: str, at: int) -> bool:
    """Whether an offset stands in a quotation of its sentence."""
    low = max(text.rfind("\n", 0, at) + 1, at - _FAR)
    return any(q.start <= at < q.end for q in quotations(text, low, min(len(text), at + _FAR)))


def _quoted_to(text: str, span: Span) -> bool:
    return text[span[1] - 1] in '"”»“'


def _beside(text: str, span: Span, region: Span) -> bool:
    return span[1] <= region[0] and not text[span[1] : region[0]].strip(" ,")


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]

"""From marked spans to attributions: which source and which cue belong to which content.

The tagger marks spans without saying what belongs together. Within a paragraph each content goes to the cue
that is nearest to it, counted in words that no other span covers; so do sources. What stands between pulls
apart: another cue, a full stop, a quotation mark that closes.
"""

import re
from dataclasses import dataclass, field

from discourselab.voices import (
    chains,
    cues,
    insertions,
    intermediaries,
    labels,
    mending,
    participles,
    phrases,
    running_speech,
)
from discourselab.voices.constructions import Attribution
from discourselab.voices.quotations import quotations

Span = tuple[int, int]
_WORD = re.compile(r"\w+")
_RELATIVE = re.compile(r"(?:that|which|who|whose)$", re.IGNORECASE)
_STOP = re.compile(r"[.!?;](?=[\s\"”'’)]|$)")
_ENDED = re.compile(r"\.(?:[\"”»]|'')\Z")
FAR = 40  # beyond this distance nothing is linked
LONGEST = 20_000  # characters in which a quotation closes
CLOSE = 3  # characters between two halves of an attribution
CROSSED, STOPPED = 12, 6  # words that a crossed cue and a full stop count for


@dataclass
class Marked:
    """The spans of one paragraph, by role, in the order of the text, and the confidence of each.

    ``words`` are its words with their parts of speech (start, end, tag), where they are known.
    """

    low: int
    high: int
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    confidence: dict[Span, float] = field(default_factory=dict)
    words: list[participles.Tagged] = field(default_factory=list)


def link(text: str, paragraphs: list[Marked]) -> list[Attribution]:
    """The attributions of a text, in its order; every marked span is in one, but for an answered question."""
    made: list[Attribution] = []
    last: Attribution | None = None
    for marked in paragraphs:
        new = _in_paragraph(text, marked, last)
        new = _completed(text, _rejoined(text, new))
        new += insertions.unmarked_hearsay(text, marked.low, marked.high, new)
        for one in new:
            _label(text, marked.low, one)
            _open(text, marked, one)
            insertions.freed(text, one)
            insertions.hearsay(text, one)
            insertions.subject(text, marked.low, one)
            if (half := insertions.first_half(text, marked.low, one)) and not _overlaps(half, new):
                one.content.insert(0, half)
        if marked.words:
            participles.with_sources(text, new, marked.words)
        made += [one for one in new if one is not last]
        last = new[-1] if new else (last if not text[marked.low : marked.high].strip() else None)
    made = running_speech.carried(text, made)
    for one in made:
        one.addressee = _addressee(text, one)
    made = mending.mended(text, sorted((one for one in made if one.spans), key=lambda one: one.start))
    return intermediaries.passed_on(text, made, 0, len(text))


def _label(text: str, low: int, one: Attribution) -> None:
    """Give a quotation without a source that of its label ("From X: “…”", "“…” — X"), where it has one."""
    if one.source or len(one.content) != 1 or text[one.content[0][0]] not in "\"“«„'":
        return
    found = labels.labelled(text, low, one.content[0]) or insertions.inserted(text, one.content[0])
    if found and (not one.cue or found.cue):
        one.source, one.cue, one.content = found.source, found.cue, found.content


def _open(text: str, marked: Marked, one: Attribution) -> None:
    """Give a quotation whose closing mark is missing the source and verb that stand behind it."""
    if one.source or not one.content or text[one.content[0][0]] not in '"“«„':
        return
    low = one.content[0][0]
    opened = quotations(text, low, min(marked.high, low + LONGEST))[:1]
    found = insertions.left_open(text, opened[0]) if opened and not opened[0].closed else None
    if found and all(a < found.source[0][1] for a, _ in one.content):
        one.source, one.cue, one.content = found.source, found.cue, found.content


def _overlaps(span: Span, made: list[Attribution]) -> bool:
    return any(a < span[1] and span[0] < b for one in made for a, b in one.spans)


def _rejoined(text: str, new: list[Attribution]) -> list[Attribution]:
    """Give a relative clause back to the content that it belongs to ("…, a goal that contradicts the pact").

    The tagger may take its verb for a cue and the "that" before it for a content: without a source, under no
    known verb, it is no attribution.
    """
    kept: list[Attribution] = []
    for one in new:
        spans = sorted([*one.cue, *one.content])
        bare = not one.source and one.cue and _RELATIVE.match(text[slice(*spans[0])])
        if bare and spans[0] in one.content and kept and not cues.lemma_of(text[slice(*one.cue[0])]):
            before = max((span for span in kept[-1].content), default=None)
            if before and before[1] <= spans[0][0] and not _STOP.search(text[before[1] : spans[0][0]]):
                kept[-1].content[kept[-1].content.index(before)] = (before[0], spans[-1][1])
                continue
        kept.append(one)
    return kept


def _completed(text: str, new: list[Attribution]) -> list[Attribution]:
    """Join who speaks without a content and what is said without a source, where they stand side by side."""
    kept: list[Attribution] = []
    for one in new:
        other = kept[-1] if kept else None
        if other and bool(other.source) != bool(one.source) and bool(other.content) != bool(one.content):
            said, who = (one, other) if one.content else (other, one)
            low, high = sorted([max(b for _, b in other.spans), one.start])
            near = high - low <= CLOSE and not _STOP.search(text, low, high)
            if who.source and not said.source and near:
                said.source, said.cue = list(who.source), sorted([*who.cue, *said.cue])
                kept[-1] = said
                continue
        kept.append(one)
    return kept


def _in_paragraph(text: str, marked: Marked, last: Attribution | None) -> list[Attribution]:
    cued = [Attribution(cue=[span]) for span in _joined(text, marked.cue)]
    loose: list[Attribution] = []
    for span in marked.content:
        anchor = _nearest(text, span, cued, marked)
        if anchor is None and (source := _beside(text, span, marked)):
            anchor = next((a for a in loose if source in a.source), None)
            if anchor is None:
                anchor = Attribution(source=[source])
                loose.append(anchor)
        if anchor is None:
            anchor = _going_on(text, span, marked, [*cued, *loose], last)
            if anchor is None:
                anchor = Attribution()
                loose.append(anchor)
        anchor.content.append(span)
    taken = {span for a in loose for span in a.source}
    for span in sorted(marked.source):
        if span in taken:
            continue
        anchor = _nearest(text, span, [a for a in cued if not a.source], marked) or _nearest(
            text, span, cued, marked
        )
        if anchor is None:
            bare = [a for a in loose if not a.source]
            anchor = bare[0] if bare else Attribution()
            if not bare:
                loose.append(anchor)
        anchor.source.append(span)
    # A verb without any content shares that of the verb before it ("insisted, then denied, that …").
    made = [a for a in [*cued, *loose] if a.content or a.source or a.cue]
    for one in made:
        one.confidence = round(sum(marked.confidence.get(s, 0.8) for s in one.spans) / len(one.spans), 2)
    going = [last] if last is not None and any(s in last.content for s in marked.content) else []
    return going + sorted(made, key=lambda one: one.start)


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Spans of a cue in two pieces ("pointed … out") stay apart; here only touching ones are joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and not text[out[-1][1] : span[0]].strip():
            out[-1] = (out[-1][0], span[1])
        else:
            out.append(span)
    return out


def _nearest(text: str, span: Span, cued: list[Attribution], marked: Marked) -> Attribution | None:
    near = [(_distance(text, span, one.cue[0], marked), place) for place, one in enumerate(cued)]
    near = [pair for pair in near if pair[0] < FAR]
    return cued[min(near)[1]] if near else None


def _distance(text: str, one: Span, other: Span, marked: Marked) -> float:
    """Words between two spans that no span covers, and what stands between them."""
    low, high = (one[1], other[0]) if one[1] <= other[0] else (other[1], one[0])
    if low > high:
        return 0
    between = [s for s in [*marked.source, *marked.content, *marked.cue] if low <= s[0] and s[1] <= high]
    rest, at = 0, low
    stops = 0
    for start, end in [*sorted(between), (high, high)]:
        if start > at:
            rest += len(_WORD.findall(text[at:start]))
            stops += len(_STOP.findall(text[at:start]))
        at = max(at, end)
    # “It failed.” Orla left: the quotation ends its sentence.
    stops += one[1] <= other[0] and one in marked.content and bool(_ENDED.search(text, one[0], one[1]))
    crossed = sum(s in marked.cue for s in between)
    return rest + CROSSED * crossed + STOPPED * stops + 0.25 * len(between)


def _beside(text: str, span: Span, marked: Marked) -> Span | None:
    """A source right beside a content, without a verb ("Orla: …", "… — Orla")."""
    near = sorted((_distance(text, span, source, marked), source) for source in marked.source)
    return near[0][1] if near and near[0][0] <= 6 else None


def _going_on(
    text: str, span: Span, marked: Marked, here: list[Attribution], last: Attribution | None
) -> Attribution | None:
    """The attribution that a quotation without source and verb goes on with: the one before it."""
    before = [a for a in here if any(s[1] <= span[0] for s in [*a.content, *a.cue])]
    if before:
        return max(before, key=lambda a: max(s[1] for s in [*a.content, *a.cue] if s[1] <= span[0]))
    opens = not text[marked.low : span[0]].strip(" \"“'‘")
    announced = (
        text[max(0, marked.low - 4) : marked.low].rstrip().endswith(":")
    )  # "Orla said:", and her words in a paragraph of their own
    return last if opens and last is not None and (last.content or (last.cue and announced)) else None


def _addressee(text: str, one: Attribution) -> Span | None:
    """Who was told, behind a verb that names the addressee; behind others a medium: "said to Interfax"."""
    for start, end in one.cue:
        addressed = cues.lemma_of(text[start:end]) in cues.addressed()
        if not addressed and not text.startswith(" to ", end):
            continue
        behind = [s[0] for s in [*one.content, *one.source] if s[0] >= end]
        edge = min([*behind, end + 120, len(text)])
        line = text.find("\n", end, edge)
        found = phrases.addressee(text, end + (0 if addressed else 3), line if line >= 0 else edge)
        if found and found[1] <= edge and (addressed or chains.medium(text[slice(*found)])):
            return found
    return None

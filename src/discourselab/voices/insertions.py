"""A verb and who speaks inside what is said: «We go, said Orla, but not today», The road — Orla said — opens.

English closes its marks before such an insertion; continental papers do not. The tagger knows the former, and
of an insertion between dashes at times marks the second half alone.
"""

import re

from discourselab.voices import cues, phrases
from discourselab.voices.constructions import AS_SAYING, WAS, Attribution, Span
from discourselab.voices.quotations import Quotation, quotations
from discourselab.voices.sentences import sentence_around

_CONTINENTAL = "«»„"
_TAIL = 200  # characters at the end of a quotation in which its speaker may stand
_LEAD = re.compile(r"[,?!…]\s+(?:[—–-]\s+)?$")
_BEHIND = re.compile(r"[^,.;:!?—–«»„“]{0,40}(?:[,.]\s*(?:[—–]|-(?=\s))?|\s[—–]|\s-(?=\s))\s*")
_COMMA = re.compile(r",\s+(?=[\"'“‘«„»])")
_QUOTED_AS = re.compile(rf"{WAS}\s+quoted\s.{{0,40}}?{AS_SAYING}")
_HEARSAY = re.compile(r"\s(?P<cue>reportedly|allegedly|supposedly|purportedly)\s")
_CLAUSE_OF = re.compile(r"(?P<said>[^\s,;:—–][^,;:—–\"“”]*)$")  # what stands before it, back to a comma
_FRONT = re.compile(r"(?:^|[.!?][”\"]?\s)(?P<said>[^,.;:!?—–\"“”]{2,60}?)\s?(?:[—–]|-)\s$")
_DASHED = re.compile(r"[^,.;:!?—–\"“”]{0,40}\s?(?:[—–]|-)\s")


def inserted(text: str, quote: Span) -> Attribution | None:
    """The attribution inside a quotation in continental marks, or None."""
    low, high = quote
    if text[low] not in _CONTINENTAL:
        return None
    for match in cues.found(text, low, high):
        source, lead, end = _who(text, low, high, match)
        behind = _BEHIND.match(text, end, high)
        if source and lead and behind and behind.end() < high - 1:
            return Attribution([source], [match.span()], [(low, lead[0]), (behind.end(), high)], None, 0.7)
    return None


def left_open(text: str, quote: Quotation) -> Attribution | None:
    """The attribution of a quotation whose closing mark is missing before its verb: “We go, Orla said."""
    for match in cues.found(text, max(quote.start, quote.end - _TAIL), quote.end):
        source, lead, end = _who(text, quote.start, quote.end, match)
        if (
            source
            and lead
            and not text[phrases.skip_adverbials(text, end, quote.end) : quote.end].strip(". ")
        ):
            return Attribution([source], [match.span()], [(quote.start, lead[0] + 1)], None, 0.6)
    return None


def _who(text: str, low: int, high: int, verb: re.Match) -> tuple[Span | None, Span | None, int]:
    """The source beside a verb in a quotation, the comma and dash in front of both, and where both end."""
    source, start, end = phrases.source_before(text, low + 1, verb.start()), verb.start(), verb.end()
    if source:
        start = source[0]
    elif source := phrases.source_behind(text, verb.end(), high):
        end = source[1]
    lead = _LEAD.search(text, max(low, start - 9), start)
    return source, lead.span() if lead else None, end


def hearsay(text: str, one: Attribution) -> None:
    """Make "reportedly" the cue of a content that has neither source nor cue, and part the content there."""
    if one.source or one.cue or len(one.content) != 1:
        return
    (low, high), adverb = one.content[0], _HEARSAY.search(text, *one.content[0])
    if adverb and low < adverb.start() and adverb.end() < high:
        one.cue = [adverb.span("cue")]
        one.content = [(low, adverb.start()), (adverb.end(), high)]


def unmarked_hearsay(text: str, low: int, high: int, made: list[Attribution]) -> list[Attribution]:
    """What somebody "reportedly" did, in the sentences of a paragraph in which nobody says anything else."""
    found, spans = [], [span for one in made for span in one.spans]
    for adverb in _HEARSAY.finditer(text, low, high):
        begin, stop = sentence_around(text, adverb.start())
        begin = max(begin, low)
        clause = _CLAUSE_OF.search(text, begin, adverb.start())
        end = begin + len(text[begin : min(stop, high)].rstrip(" .!?\n"))
        if not clause or adverb.end() >= end or any(a < end and begin < b for a, b in spans):
            continue
        content = [clause.span("said"), (adverb.end(), end)]
        found.append(Attribution(cue=[adverb.span("cue")], content=content, confidence=0.3))
    return found


def subject(text: str, low: int, one: Attribution) -> None:
    """Give "was quoted as saying" its subject as the source, and take it out of what is said."""
    cue = one.cue[0] if one.cue else (0, 0)
    if not _QUOTED_AS.match(text, *cue) or not (source := phrases.source_before(text, low, cue[0])):
        return
    one.source, content = [source], []
    for a, b in one.content:
        end = len(text[: source[0]].rstrip()) if a < source[1] <= b else b
        if a < end:
            content.append((a, end))
    one.content = content


def freed(text: str, one: Attribution) -> None:
    """Take the second half of an interrupted quotation out of its source (said Orla, «but not today»)."""
    for place, (low, high) in enumerate(one.source):
        comma = _COMMA.search(text, low, high)
        if comma and any(q[:2] == (comma.end(), high) for q in quotations(text, comma.end(), high)):
            one.source[place] = (low, comma.start())
            one.content = sorted([*one.content, (comma.end(), high)])


def first_half(text: str, low: int, one: Attribution) -> Span | None:
    """What stands before a source and verb between dashes whose content is marked behind them alone."""
    if not (one.source and one.cue and len(one.content) == 1):
        return None
    begin, end = min(one.source[0], one.cue[0])[0], max(one.source[-1], one.cue[-1])[1]
    if one.content[0][0] < end or not _DASHED.fullmatch(text[end : one.content[0][0]]):
        return None
    front = _FRONT.search(text[low:begin])
    return (low + front.start("said"), low + front.end("said")) if front else None

"""The constructions under which English news attributes, one function each, around one reporting verb."""

import re
from dataclasses import dataclass, field, replace

from discourselab.voices import cues, phrases
from discourselab.voices.contents import OPENERS, QUOTE_MARKS, Span, behind, in_front, under_as

_SO = re.compile(r"\s*\b(?:so|thus)$", re.IGNORECASE)  # “…” — so said Orla
_ENDS = re.compile(
    r"(?:[,—–\"“”«»„「」'’]|\s-)(?:\s*\b(?:[Ss]o|[Tt]hus))?$|^(?:So|Thus)$"
)  # before an inversion
_GOES_ON = re.compile(r"\s*(?:[,—–]|-(?=\s))")  # "The plan, he said, is dead"
# Forms that are also nouns ("claims", "reports"): verbs only where the neighbours say so.
_NOUN_TOO = frozenset(
    "claim report demand fear hope show state comment order request offer promise doubt estimate forecast "
    "question challenge attack appeal remark answer post tweet quote stress regret protest want feel read "
    "reason object inform find know learn need point cry whisper shout joke note".split()
)
_COORDINATED = re.compile(r"(?:,\s*|\s)(?:and|but|or)\s*$|,\s*$", re.IGNORECASE)
_NAMING = re.compile(rf"(?<![-\w])(?:{'|'.join(sorted(cues.naming()))})\b")
_CLAUSES = re.compile(r"[,;:—–\"“”«»]")
_FURTHER = re.compile(r"\s+to\s+(?=\w)")
_BE = frozenset(("is", "was", "are", "were", "been", "be", "am"))
WAS, AS_SAYING = r"(?:(?:has|have|had)\s+been|is|are|was|were)", r"as\s+(?:saying|telling)\b"
_AS_SAYING, _PASSIVE = re.compile(rf"\s+{AS_SAYING}"), re.compile(rf"^\s*(?P<be>{WAS}\b)")


@dataclass
class Attribution:
    """Spans of one attribution, in character offsets of its document."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    addressee: Span | None = None
    confidence: float = 0.8
    relay: list[Span] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        """The spans of source, cue and content, in this order, without those of addressee and relay."""
        return [*self.source, *self.cue, *self.content]

    @property
    def start(self) -> int:
        """The first character of the first span."""
        return min(span[0] for span in self.spans)


def finite(text, low, stop, match, form, inside, new, before, marks) -> Attribution | None:
    """An attribution under a finite reporting verb, or None."""
    further = _FURTHER.match(text, match.end(), stop) if form.lemma == "go on" else None
    if further:  # "went on to say"
        verb = next(cues.found(text, further.end(), min(stop, further.end() + 20)), None)
        other = cues.forms()[verb.group().lower()] if verb and verb.start() == further.end() else None
        if other is None or other.part != "base":
            return None
        form = replace(other, part=form.part)
        match = cues.stretch(text, match.start(), verb.end())
    quote_ends = [q.end for q in inside if q.end <= match.start()]
    floor = max([low, *quote_ends])
    source = phrases.source_before(text, floor, match.start())
    # Without a source what stands before an inversion tells nothing: "It will be mended, believes Orla".
    gap = text[source[1] : match.start()] if source else _CLAUSES.split(text[floor : match.start()])[-1]
    relayed = form.lemma in ("quote", "report", "cite") and source
    quoted = _AS_SAYING.match(text, match.end(), stop) if relayed else None
    if quoted and (was := _PASSIVE.search(gap)):
        cue = (match.start() - len(gap) + was.start("be"), quoted.end())
        said = behind(text, quoted.end(), stop, form) or in_front(text, low, source[0], False)
        return Attribution([source], [cue], [said]) if said else None
    auxiliaries = re.findall(r"\w+(?:['’]t)?", gap.lower())
    if "to" in auxiliaries or (form.part == "base" and not _plural(text, source)):
        return None
    is_so = not _BE.isdisjoint(auxiliaries)
    if form.part == "state" and not (is_so and source):
        return None
    if is_so and form.part != "state":
        return _passive(text, match, stop, form)
    opens = bool(OPENERS.match(text, match.end(), stop))
    reads = form.lemma == "read" and form.part == "third" and text[low:stop][:1] in QUOTE_MARKS
    if (
        form.lemma in _NOUN_TOO
        and form.part in ("base", "third")
        and not (opens or reads or _named(text, source))
    ):
        return None
    if form.lemma == "state" and form.part in ("base", "third") and not opens:
        return None  # "Fourteen states signed"
    one = Attribution(cue=[_cue_span(text, source, match)])
    inverted = False
    edge = match.start()
    if source is None:
        shared = _COORDINATED.search(text, max(floor, match.start() - 20), match.start())
        lead = text[low:edge].rstrip()
        if _ENDS.search(lead) and form.part != "base" and form.lemma != "tell":
            source = phrases.source_behind(text, match.end(), stop)
            inverted = source is not None
            edge = low + len(_SO.sub("", lead))
        if source is None and shared and new and (opens or form.part == "past"):
            close(new[-1], text, shared.start(), match.start())
            one.source = list(new[-1].source)
        elif source is None:
            return None
    if source is not None:
        one.source = [source]
    begin = source[1] if inverted else match.end()
    if form.lemma in cues.addressed() and not inverted:
        one.addressee = phrases.addressee(text, begin, stop)
        begin = one.addressee[1] if one.addressee else begin
    if source is not None and not inverted and (aside := under_as(text, low, source[0], match.end(), stop)):
        one.content, one.confidence = [aside], 0.7
        return one
    right = behind(text, begin, stop, form)
    between = bool(_GOES_ON.match(text, phrases.skip_adverbials(text, begin, stop), stop))
    left = in_front(text, low, source[0] if source and not inverted else edge, between and right is not None)
    both = left is not None and right is not None and between
    if both and text[left[1] - 1] in QUOTE_MARKS and not any(right[0] <= q.start < right[1] for q in inside):
        right, both = None, False  # "“They were polite,” she said, and laughed": what follows is told
    if left is not None and right is not None and not both:
        quoted = text[left[0] : left[1]].rstrip()[-1:] in QUOTE_MARKS
        right, left = (right, None) if opens or not quoted else (None, left)
    one.content = [span for span in (left, right) if span]
    if not one.content and before and source and marks:
        # “We agreed.” Orla said: the quotation is the sentence before, as in “We agreed.” So said Orla.
        one.content = [(q.start, q.end) for q in marks if before[0] <= q.start and q.end == before[1]]
    one.confidence = _confidence(text, one, source, opens)
    return one if one.content else None


def naming(text: str, low: int, quote: Span) -> Attribution | None:
    """``SOURCE called X "QUOTATION"``: a verb that reports only what it puts in quotation marks."""
    verbs = list(_NAMING.finditer(text, max(low, quote[0] - 120), quote[0]))
    if not verbs:
        return None
    source = phrases.source_before(text, low, verbs[-1].start())
    return Attribution([source], [verbs[-1].span()], [quote], confidence=0.8) if source else None


def _passive(text: str, match: re.Match, stop: int, form: cues.Form) -> Attribution | None:
    """``It was reported that CONTENT``: nobody is named; any other passive verb attributes nothing."""
    opening = re.search(
        r"\b[Ii]t\s+(?:has\s+been|have\s+been|was|is|had\s+been)\s+(?:\w+ly\s+)?$",
        text[: match.start()][-40:],
    )
    if not opening or not re.match(r"\s+that\b", text[match.end() : match.end() + 12]):
        return None
    right = behind(text, match.end(), stop, form)
    return Attribution([], [match.span()], [right], confidence=0.6) if right else None


def close(attribution: Attribution, text: str, end: int, cue_start: int) -> None:
    """Let the content of a coordinated verb before end where the next verb's clause begins."""
    attribution.content = [
        (a, min(b, end)) if a < cue_start < b else (a, b) for a, b in attribution.content if a < end
    ]


def _cue_span(text: str, source: Span | None, match: re.Match) -> Span:
    """The verb with its auxiliaries and a negation ("has said", "did not say")."""
    if source is None:
        return match.span()
    gap = text[source[1] : match.start()]
    lead = re.match(r"\s*(?:(?:has|have|had|did|would|will|is|are|was|were|am)\s+)", gap)
    return (source[1] + len(gap) - len(gap.lstrip()), match.end()) if lead else match.span()


def _plural(text: str, source: Span | None) -> bool:
    if source is None:
        return False
    words = text[source[0] : source[1]].split()
    return (
        words[-1].lower() in ("they", "we", "i", "you", "who")
        or words[-1].endswith("s")
        or " and " in text[slice(*source)]
    )


def _named(text: str, source: Span | None) -> bool:
    if source is None:
        return False
    last = text[source[0] : source[1]].split()[-1]
    return last[:1].isupper() or bool(phrases.PRONOUN.match(last))


def _confidence(text: str, one: Attribution, source: Span | None, opens: bool) -> float:
    quoted = any(text[a] in QUOTE_MARKS for a, _ in one.content)
    value = 0.95 if quoted else 0.85 if opens else 0.7
    return round(value - (0.1 if source is None else 0.0), 2)

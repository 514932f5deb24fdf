"""Who is named beside a quotation without a verb: X: “…”, From X: “…”, “…” — X.

Both engines use it where they find a quotation and nobody who says it.
"""

import re

from discourselab.voices.constructions import Attribution, Span

_WORD = r"[A-ZÀ-Þ](?:[\w’'-]|\.(?=[ ]?[A-ZÀ-Þ]))*"
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_WORD}|of|the|de|von|van|al|bin))*"
_APPOSITION = r"(?:,[ ][^.:;!?\"“”\n]{2,60})?"
_BEFORE = re.compile(
    r"(?:^|[.!?”\"][ ])[ –—-]*(?:(?P<lead>From|Via|Per)[ ](?P<whence>[^.:;!?\"“”\n]{2,60}?)"
    rf"|(?P<whose>{_NAME}['’]s)[ ](?=(?P<verdict>(?:[a-z-]+[ ]){{0,3}}[a-z-]+:)[ ]?$)(?:[a-z-]+[ ]?)+"
    rf"|(?P<who>{_NAME}{_APPOSITION})(?:[ ]\([^()\n]{{1,40}}\))?)[ ]?(?P<cue>:)[ ]?$"
)
_BEHIND = re.compile(rf"[ ]?(?P<cue>[–—―])[ ]?(?P<who>{_NAME}{_APPOSITION})[.]?\s*(?:\n|$)")


def labelled(text: str, low: int, content: Span) -> Attribution | None:
    """The attribution of a quotation to who is named before it, from ``low``, or behind it, or None.

    One word before a colon is a name only where the text has it before ("Question: “…”" is none).
    """
    before = _BEFORE.search(text[low : content[0]][-160:])
    if before:
        at = max(low, content[0] - 160)
        group = next(group for group in ("whence", "whose", "who") if before[group])
        who = at + before.start(group), at + before.end(group)
        known = (
            group != "who"
            or " " in before[group]
            or re.search(rf"\b{re.escape(before[group])}\b", text[:low])
        )
        verdict = before["verdict"] is not None
        cue = (at + before.start("verdict" if verdict else "cue"), at + before.end("cue"))
        return Attribution([who], [cue], [content], confidence=0.8) if known else None
    behind = _BEHIND.match(text[content[1] : content[1] + 160])
    if behind:
        who, cue = ((content[1] + behind.start(g), content[1] + behind.end(g)) for g in ("who", "cue"))
        return Attribution([who], [cue], [content], confidence=0.8)
    return None

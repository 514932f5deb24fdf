"""Who is named beside a quotation without a verb: X: “…”, From X: “…”, “…” — X.

Both engines use it where they find a quotation and nobody who says it.
"""

import re

from discourselab.voices.cast import full_name_of
from discourselab.voices.constructions import Attribution, Span
from discourselab.voices.names import read
from discourselab.voices.nouns import PERSONS, ROLES

_WORD = r"[A-ZÀ-Þ](?:[\w’'-]|\.(?=[ ]?[A-ZÀ-Þ]))*"
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_WORD}|of|the|de|von|van|al|bin))*"
_APPOSITION = r"(?:,[ ][^.:;!?\"“”\n]{2,60})?"
_BEFORE = re.compile(
    r"(?:^|[.!?”\"][ ])[ –—-]*(?:(?P<lead>From|Via|Per)[ ](?P<whence>[^.:;!?\"“”\n]{2,60}?)"
    rf"|(?P<whose>{_NAME}['’]s)[ ](?=(?P<verdict>(?:[a-z-]+[ ]){{0,3}}[a-z-]+:)[ ]?$)(?:[a-z-]+[ ]?)+"
    rf"|(?P<who>{_NAME}{_APPOSITION})(?:[ ]\([^()\n]{{1,40}}\))?)[ ]?(?P<cue>:)[ ]?$"
)
_BEHIND = re.compile(rf"[ ]?(?P<cue>[–—―])[ ]?(?P<who>{_NAME}{_APPOSITION})[.]?\s*(?:\n|$)")
_HEADLINE = re.compile(
    r"(?!(?:The|An?|Read|Watch|Photo|Video|Image|Source|Note|Update|Related|Correction|See|More|Live|Opinion"
    rf"|Analysis)s?\b)(?P<who>{_WORD}(?:[ \u00a0](?:{_WORD}|of|the|de|von|van)){{0,4}})(?P<cue>:)[ \u00a0]+"
    r"(?P<said>\S(?:.*\S)?)\s*$"
)
_SPEAKS = (
    r"(?:\s(?:also|later|\w+ly))?\s(?:says?|said|told|added|argue[sd]|wrote|claim(?:s|ed)|warned|found)\b"
)


def headline(text: str, low: int, high: int) -> Attribution | None:
    """The attribution of a headline of its own ("Ana Orla: Harbour Will Close", "Insiders: …"), or None.

    One word before the colon is a name where the text below says more of it: a first name, or that it speaks.
    It may be many people's too ("Insiders").
    """
    match = _HEADLINE.match(text, low, high)
    if match is None or len(match["said"].split()) < 3:
        return None
    who, named = match["who"], read(match["who"])
    if " " in who:
        speaks = named.form in ("full", "organisation")
    elif who.endswith("s") and who[:-1].lower() in ROLES | PERSONS:
        speaks = True
    else:
        speaks = re.search(rf"\b{re.escape(who)}{_SPEAKS}", text[high:]) or full_name_of(who, text[high:])
    if not speaks:
        return None
    end = match.end("said") - (text[match.end("said") - 1] == ".")
    return Attribution([match.span("who")], [match.span("cue")], [(match.start("said"), end)], confidence=0.6)


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

"""Who stands beside a reporting verb in German, French and Russian: the words before it or behind it."""

import re

from discourselab.voices.constructions import Span

MOST_WORDS = 12  # of a source
_AUXILIARY = (
    r"(?:hat|habe|haben|hatte|hatten|wird|a|ont|avait|avaient|est|était|был|была|были|также|auch|zudem|aussi|également"
    r"|ещё|еще|позже|ранее|(?:l['’]\s?)(?:a|ont|avait))"
)
_AUX_END = re.compile(rf"(?:(?:^|(?<=\s)){_AUXILIARY}\s*)+$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:()\"“”„«»–—]|\s-\s")
_PREFIX = re.compile(
    r"(?:und|aber|denn|von|et|mais|car|и|а|но|однако|при этом|кроме того|вместе с тем"
    r"|(?:am |le |в |во )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)"
    r"|zuvor|später|gestern|hier|dabei|журналистам|агентству\s+«[^»]*»|сегодня|вчера|ранее|позже)(?!\w)\s*",
    re.IGNORECASE,
)
# Where and when and to whom a thing was said is not part of who said it.
_CIRCUMSTANCE = re.compile(
    r"\s+(?:am|im|in|vor|bei|nach|gegenüber|auf|à|au|lors|dans|devant|sur|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|в|во|на|после|перед|журналистам|агентству|корреспонденту)\s(?=\S)|\s+(?:журналистам|агентству)$"
    # sagte Orlin der Zeitung „Neue Post“; but: ein Sprecher der Polizei
    r"|\s+(?:de[rmn]\s+(?:Deutschen\s+)?(?:\w*[Zz]eitung\w*|Nachrichtenagentur|(?:Presse-)?Agentur|Sender|\w*[Mm]agazin|Portal"
    r"|Journalisten|Reportern|Medien|Spiegel|ARD|ZDF|dpa|AFP)\b)"
)
_PLACED = re.compile(
    r"(?:am|im|in|vor|bei|nach|auf|seit|während|dans|lors|après|avant|в|во|на|после|перед|при|за|с)\s", re.I
)
# A noun phrase of German: all that follows "laut" up to the verb, which is small.
_NOUN_PHRASE = re.compile(
    r"(?:von\s+)?(?:(?:der|die|das|des|dem|den|eines|einer|einem|seines|seiner|ihres|ihrer)\s+)?(?:[a-zäöü]+(?:en|er|es|em)\s+)*"
    r"[A-ZÄÖÜ][\w.’-]*(?:\s+[A-ZÄÖÜ][\w.’-]*|\s+(?:der|des|für|und|von|aus)(?:\s+[a-zäöü]+(?:en|er|es))*\s+[A-ZÄÖÜ][\w.’-]*)*"
)
_INVERTED = re.compile(r"\b(?:a|ont|avait)-(?:t-)?(?P<who>ils?|elles?|on)\s*$")


def before(text: str, low: int, verb: int) -> Span | None:
    """The words in front of a verb, back to the next mark, without auxiliaries."""
    inverted = _INVERTED.search(text[low:verb])
    if inverted:
        return low + inverted.start("who"), low + inverted.end("who")
    start = max([low, *(m.end() for m in _BREAK.finditer(text, low, verb))])
    written = _AUX_END.sub("", text[low:verb]).rstrip()
    named = re.search(r"(?:«[^«»]*»|„[^„“]*“)$", written)  # агентство «Север» сообщило
    if named:
        start = max([low, *(m.end() for m in _BREAK.finditer(text, low, low + named.start()))])
        one = trimmed(text, start, low + named.start())
        return (one[0], low + len(written)) if one else None
    one = trimmed(text, start, start + len(_AUX_END.sub("", text[start:verb])))
    if one and (placed := _PLACED.match(text, *one)):
        if re.match("h(?:eißt|ieß) es", text[verb : verb + 8]):  # in der Erklärung heißt es
            return placed.end(), one[1]
        name = re.search(r"(?:[A-ZÄÖÜА-ЯЁ][\w’-]+(?:\s+|$)){1,3}$", text[placed.end() : one[1]])
        if name and name.start() > 0:  # после встречи Волков заявил
            return placed.end() + name.start(), one[1]
        return (placed.end(), one[1]) if text[one[0]] in "вВ" else None
    return one


def behind(text: str, verb: int, end: int) -> Span | None:
    """The words behind a verb, up to the next mark; a name in quotation marks goes with its noun."""
    inverted = re.match(r"-(?:t-)?(?P<who>ils?|elles?|on)\b", text[verb:end])
    if inverted:
        return verb + inverted.start("who"), verb + inverted.end("who")
    within = re.match(r"\s+(?:в|во|in)\s+(?=\w)", text[verb:end])  # сообщили в министерстве
    verb += within.end() if within else 0
    first = trimmed(text, verb, end, most=10**6)
    stop = _BREAK.search(text, first[0] if first else verb, end)
    named = (
        re.compile(r"[«„](?=[A-ZÄÖÜА-ЯЁ])[^«»„“]{1,40}[»“]").match(text, stop.start(), end) if stop else None
    )
    aside = _CIRCUMSTANCE.search(text, (first[0] if first else verb) + 2, stop.start()) if stop else None
    if named and not aside and text[stop.start() - 1].isspace():
        return (first[0], named.end()) if len(text[first[0] : named.end()].split()) <= MOST_WORDS else None
    end = stop.start() if stop else end
    start = first[0] if first else verb
    aside = _CIRCUMSTANCE.search(text, min(start + 2, end), end)
    return trimmed(text, start, aside.start() if aside else end)


def phrase(text: str, start: int, end: int, language: str) -> Span | None:
    """The source behind "according to": in German a noun phrase, else all up to the next mark."""
    if language != "de":
        return behind(text, start, end)
    match = _NOUN_PHRASE.match(text, start, end)
    return trimmed(text, *match.span()) if match else None


def trimmed(text: str, start: int, end: int, most: int = MOST_WORDS) -> Span | None:
    """A span from its first letter to its last, without what names nobody; None if it is too long."""
    while True:
        while start < end and not text[start].isalnum():
            start += 1
        lead = _PREFIX.match(text, start, end)
        if not lead:
            break
        start = lead.end()
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end and len(text[start:end].split()) <= most else None

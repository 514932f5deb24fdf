"""The outlets that a story says its material came through: "told the BelTA news agency in an interview"."""

import re

from discourselab.corpus import agencies

REACH = 3000  # characters from the start of a text that are looked at

_NAME = (
    r"[«„“\"]?(?P<name>[^\W\d_][\w.'’&-]*(?: [A-ZА-ЯЁÀ-Þ0-9][\w.'’&-]*| of| de| la| della| am){0,4})[»“”\"]?"
)
_KIND = (
    r"(?:news agency|newspaper|news site|newswire|daily|weekly|magazine|broadcaster|TV(?: "
    r"channel)?|television|"
    r"radio(?: station)?|channel|website|podcast|portal)"
)
_SORT = re.compile(
    r"(?:(?:[A-Z]\w+(?:ian|ish|ese|an|li|qi|ch)|US|U\.S\.|state|state-run|local|national|public|private) "
    r"){0,2}"
)
_TO = (
    r"(?:told|tells|telling|interview (?:with|to|for)|interviewed by|speaking (?:to|with)|spoke (?:to|with)"
    r"|statement to|comments? to|talking to)"
)
_TO_DE = r"(?:(?:sagte|sagten|erklärte|erklärten) (?:[\w-]+ ){0,4}?|(?:Interview|Gespräch) (?:mit|in) )"
_KIND_DE = (
    r"(?:Nachrichtenagentur|Zeitung|Zeitungen|Tageszeitung|Magazin|Nachrichtenmagazin|Sender|Fernsehsender"
    r"|Radiosender|Portal)"
)
_TO_FR = r"(?:déclaré|dit|affirmé|confié|indiqué|expliqué|entretien|interview)(?: accordée?| publiée?)?"
_KIND_FR = r"(?:(?:agence|quotidien|journal|magazine|radio|chaîne|hebdomadaire)(?: de presse)? )"
_TO_RU = (
    r"(?:в интервью|в беседе с|в комментарии|в разговоре с|со ссылкой на|(?:сообщил|заявил|рассказал"
    r"|передал)[аи]?"
    r"|переда[её]т|сообщает|пишет)"
)
_KIND_RU = r"(?:(?:агентств|газет|издани|телеканал|канал|радио|портал|журнал)\w*)"
_KNOWN = rf"[«„“\"]?(?P<known>{agencies.PATTERN})\b"
# A name is taken if it is known, or if words beside it say that it is an outlet's.
_FR = rf"\b{_TO_FR} (?:à (?:la |l['’])?|au |aux |avec (?:le |la |l['’])?|dans (?:le |la |l['’])?)"
_PATTERNS = {
    language: [re.compile(pattern) for pattern in patterns]
    for language, patterns in {
        "en": [
            rf"\b{_TO} (?:the |an? )?{_SORT.pattern}(?:{_KIND} )?{_KNOWN}",
            rf"\b{_TO} (?:the |an? )?{_SORT.pattern}{_NAME} {_KIND}\b(?! [A-Z])",
            rf"\b{_TO} (?:the |an? )?{_SORT.pattern}{_KIND} {_NAME}",
        ],
        "de": [
            rf"\b{_TO_DE}(?:der|dem|den) (?:\w+ )?(?:{_KIND_DE} )?{_KNOWN}",
            rf"\b{_TO_DE}(?:der|dem|den) (?:\w+ )?{_KIND_DE} {_NAME}",
        ],
        "fr": [rf"{_FR}{_KIND_FR}?{_KNOWN}", rf"{_FR}{_KIND_FR}{_NAME}"],
        "ru": [rf"\b{_TO_RU} (?:{_KIND_RU} )?{_KNOWN}", rf"\b{_TO_RU} {_KIND_RU} {_NAME}"],
    }.items()
}


def via(text: str, own: set[str], language: str) -> str | None:
    """The outlets through which a story says that its material came, in the order of their first mention.

    Found are known agencies and outlets, and names beside a word such as "news agency" or "newspaper";
    several are joined by ``; ``. ``own``: the article's own outlet and agency, which are not repeated. Only
    the start of a text in English, German, French or Russian is looked at.
    """
    mine = {agencies.usual(name).casefold() for name in own}
    found: dict[str, int] = {}
    for pattern in _PATTERNS.get(language, ()):
        for match in pattern.finditer(text[:REACH]):
            parts = match.groupdict()
            name = agencies.usual(parts.get("known") or parts["name"].rstrip(".,"))
            named = parts.get("known") or (name[0].isupper() and not _SORT.fullmatch(name + " "))
            if named and name.casefold() not in mine:
                found[name] = min(found.get(name, match.start()), match.start())
    return "; ".join(sorted(found, key=found.__getitem__)) or None

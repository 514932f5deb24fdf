"""How notes around an article begin, in English, German, French and Russian: the patterns of :mod:`notes`."""

import re

QUOTES = tuple("\"“„«‚‘'")
WORD = re.compile(r"[^\W\d_][\w.'’-]*")
SENTENCES = re.compile(r"(?<=[^\W\d_]{3}\.) +(?=[^\W\d_])|; ")
# Words in small letters that a credit or a byline may hold beside names.
CREDIT_WORDS = frozenset(
    "a additional also an and archive at by bureau bureaus chief co columnist compiled contributed "
    "contributing "
    "contributor correspondent correspondents data de del der des desk di du editing editor editors el "
    "entire "
    "file for from further graphics in la le of on original photo photographer photos post produced "
    "production "
    "report reported reporter reporters reporting research services shared special staff story team text the "
    "this to translated translation van via video von with writer writers writing written article dispatch "
    "piece "
    "au auf aus aux avec bearbeitet bei berichtet bericht dem den die du édité et français française im la "
    "les mit par pour propos recueillis reportage rédaction redigiert redaktion sur und unter version zum "
    "zur "
    "в для и из на по при редактор корреспондент подготовил подготовила текст фото".split()
)
CREDIT = re.compile(
    r"\W*(?:(?:additional|further|original) )?(?:reporting|writing|editing|written|compiled|translated"
    r"|translation"
    r"|research|graphics?|photos?|photography|podcast produced|video)"
    r"(?:(?:,| and|, and) (?:reporting|writing|editing|research|additional reporting))*(?: for \w+)? by\b"
    r"|\W*(?:with )?additional (?:reporting|contributions?) (?:by|from)\b"
    r"|\W*with (?:assistance|reporting|contributions?|files|material) (?:by|from)\b"
    r"|\W*(?:bericht von|berichtet von|redigiert von|bearbeitet von|mitarbeit:|fotos?:|redaktion:)"
    r"|\W*(?:propos recueillis par|reportage |édité par|version française|avec (?:l')?(?:afp|reuters|ats"
    r"|belga))"
    r"|\W*(?:автор:|авторы:|фото:|подготовила? |редактор:)"
    r"|.{3,200} contributed (?:reporting|research|(?:to this|from)\b)|.{3,80} reported from ",
    re.IGNORECASE,
)
VIA = re.compile(r".{3,60} via (?:Getty Images|AP|Reuters|AFP|Shutterstock)\.?")
SOURCE = re.compile(
    r"[(\[/—–\- ]*(?:(?:sources?|quellen?|источники?|mit material(?: von| der)?|with|mit|avec|von) ?:? ?)?"
    r"(?P<names>[\w.’' /,+&-]{2,60})[)\]/. ]*",
    re.IGNORECASE,
)
SITE = re.compile(r"[\w-]+\.[a-z]{2,4}|[a-z]{2,4}")
BYLINE = re.compile(
    r"(?:By|BY|Von|VON|Par|PAR|Автор:|Text:)(?: |$)(?P<names>[^:;!?()\"“”„«»]{4,100})(?:\([^()]{2,40}\))?"
)
NOT_NAMES = frozenset(
    "a an the all any this that no one day night noon law design name default accident contrast comparison "
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday der die das den dem ein eine le la les un une ailleurs".split()
)
SLUG = re.compile(
    r"(?:bc|BC)-{1,2}[\w.&'-]+(?:[,/ ].{0,40})?"
    r"|[A-Z][A-Z0-9&.']*(?:[-/][A-Z0-9&.']+)*/(?:[A-Z0-9&.'-]+)?(?: \((?:UPDATE|WRAPUP|PIX|CORRECTED"
    r"|GRAPHIC).{0,40}\))?"
    r"|[A-Z][A-Z0-9&.']*(?:-[A-Z0-9&.']+){1,4} \((?:UPDATE|WRAPUP|PIX|CORRECTED|GRAPHIC).{0,40}\)"
    r"|[a-z]{2,4}\d{3,4} \d .{0,60}"
)
LABEL = re.compile(
    r"(?:(?:UPDATE|WRAPUP|REFILE|CORRECTED|CORRECTION|RPT|REPEAT|EXCLUSIVE|ADVISORY|URGENT)(?: "
    r"?\d{1,2})?[-–—])+(?=\S)"
)
UPDATE = re.compile(
    r"\((?:adds?|updates?|updated|updating|recasts?|corrects?|repeats?|removes|rewrites"
    r"|refiles?|releads?|fixes|"
    r"clarifies|inserts|deletes|new throughout|changes|aktualisiert|neu:?|wiederholung|zusammenfassung|"
    r"actualisé|actualise|précise|précisions|ajoute|répétition|обновлен[оа]?|добавлен[аоы]?|повтор"
    r"|уточнен[оа]?)"
    r"\b[^()]{0,300}\)\.?"
    r"|(?:last )?(?:updated|published|posted|modified)(?: at| on|:)? (?=[^.!?]*(?:\d{4}|\d:\d\d"
    r"|\d\.\d))[^.!?]{4,70}\.?"
    r"|(?:stand:|aktualisiert(?: am)?|veröffentlicht(?: am)?|publié le|mis à jour le|опубликовано"
    r"|обновлено):? "
    r"(?=[^!?]*(?:\d{4}|\d:\d\d|\d\.\d))[^!?]{4,70}",
    re.IGNORECASE,
)
EMBARGO = re.compile(
    r"\W*(?:(?:strictly )?embargoed (?:until|till|to|for|release)\b|embargo(?: until| till| bis| jusqu| до|:)"
    r"|(?:strictly )?under embargo\b|not for (?:release|publication|broadcast)\b.{0,40}\b(?:before|until)\b"
    r"|hold for release\b|for immediate release\b|sperrfrist\b.{0,4}[:\d]|sous embargo\b|эмбарго(?::| до )"
    r"|не публиковать до)",
    re.IGNORECASE,
)
EDITOR = re.compile(
    r"[\W_]*(?:editor['’]?s['’]? note|note to (?:editors|readers)|eds|anmerkung der redaktion|hinweis der "
    r"redaktion|"
    r"redaktioneller hinweis|anm\. ?d\. ?red\.?|note de la rédaction|note du rédacteur|ndlr|примечание "
    r"редакции|"
    r"от редакции|прим\. ?ред\.?)[*_\s]*(?:[:.—–)\]-]|$)",
    re.IGNORECASE,
)
CORRECTION = re.compile(
    r"\W*(?:corrections?|corrected|clarifications?|erratum|korrektur|berichtigung|rectificatif|исправление"
    r"|уточнение)"
    r" ?(?:\([^()]{1,40}\))? ?[:—–]"
    r"|\W*(?:this|the|an earlier|an original|a previous) (?:earlier |original |previous )?"
    r"(?:story|article|post|piece|report|version|headline|dispatch)\b.{0,60}?\b(?:(?:has been|have been|was) "
    r"(?:updated|corrected|revised|amended|clarified)|misstated|misidentified|incorrectly|erroneously|"
    r"will be updated)\b"
    r"|\W*(?:in einer (?:früheren|ersten|vorherigen) (?:version|fassung)|diese[rs]? (?:artikel|text|meldung"
    r"|beitrag) "
    r"wurde\b.{0,40}(?:aktualisiert|korrigiert|ergänzt))"
    r"|\W*(?:cet article a été (?:mis à jour|corrigé|modifié)|une (?:première|précédente) version)"
    r"|\W*(?:в (?:предыдущей|первоначальной) версии|(?:новость|материал|текст) "
    r"(?:была? )?(?:дополнена?|обновл[её]на?|исправлена?))",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\) ?(?:\d{4}|[A-Z])|copyright\b.{0,30}(?:©|\(c\)|\b(?:19|20)\d\d\b|all rights reserved)"
    r"|all rights reserved|alle rechte vorbehalten|tous droits (?:de reproduction.{0,40})?réservés|все права "
    r"защищены"
    r"|при (?:цитировании|перепечатке|использовании материалов)\b.{0,80}ссылка|reprinted (?:with|by"
    r"|courtesy)\b"
    r"|republished with|(?:from|excerpted from) [A-Z].{0,80}copyright ©)",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\W*(?:follow .{2,120}\bon (?:twitter|x|facebook|instagram|threads|bluesky|telegram)\b|on "
    r"twitter,? follow\b"
    r"|(?:media |press |for (?:more|further) information,? (?:please )?)?contacts?(?: person)?:"
    r"|(?:presse)?kontakt:|rückfragen (?:bitte )?an\b|contact presse ?:|контакты:|пресс-служба:"
    r"|(?:e-?mail|tel|tél|telefon|telephone|phone|fax|mobile?|twitter|тел|эл\. почта)\.? ?:)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\W*(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+)\W*")
BLOCK = re.compile(
    r"\W*(?:(?:media |press )?contacts?(?: "
    r"information)?|(?:presse)?kontakte?|ansprechpartner(?:in)?|contacts? presse|"
    r"контакты|notes? to editors|corrections?)\b(?P<more>[^.!?]{0,40})[:.]?",
    re.IGNORECASE,
)
LINK = re.compile(
    r"\W*(?:read (?:more|also|next|the full \w+)(?: here)?|see also|related(?: stories| articles)?|also read|"
    r"lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire aussi|voir aussi|читайте также|по теме) ?:",
    re.IGNORECASE,
)
SIGN_UP = re.compile(
    r"\W*(?:sign up (?:here|to get|for (?:our|the|her|his|more))\b|subscribe (?:to|here|now)\b|click here "
    r"(?:to|for)\b|"
    r"enter your e-?mail|feedback\? )",
    re.IGNORECASE,
)
END = re.compile(r"[-–—(/\[#*= ]+(?:30|ends?|more|fin|ende|конец)[-–—)/\]#*= ]+|(?-i:ENDS?)", re.IGNORECASE)
CLOSING = re.compile(r"(?<=[.!?…\"”’»)]) *([(\[][^()\[\]]{3,300}[)\]])[. ]*$")

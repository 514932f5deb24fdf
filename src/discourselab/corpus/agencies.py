"""News agencies and outlets as they write themselves."""

import re

# The usual form of a name <- how else it is written. Names not listed are kept as they stand.
_WRITTEN = (
    "AAP ANA ANI ANSA APA AzerTAc BNS Belga Bernama CNN DPA EFE HINA IANS IRNA KNA KUNA Kyodo LETA LUSA MENA "
    "MIA MTI "
    "NTB PAP PTI SANA SPA STA STT TT UzA VOA WAM Yonhap ddp epd idw sda Agerpres Tanjug"
).split()
_OTHERWISE = {
    "AFP": "AFP|Agence France-Presse|Agence France Presse|Agence France Presse -- English|АФП|Франс Пресс",
    "AP": "AP|The Associated Press|Associated Press|АП|Ассошиэйтед Пресс",
    "Anadolu": "Anadolu|AA|Anadolu Agency|Anadolu Ajansı",
    "ATS": "ATS|Keystone-ATS|ats",
    "BelTA": "BelTA|BELTA|БелТА|БЕЛТА",
    "Bloomberg": "Bloomberg|Bloomberg News|Блумберг",
    "CTK": "CTK|ČTK",
    "dpa": "dpa|Deutsche Presse-Agentur|Deutschen Presse-Agentur|ДПА",
    "Interfax": "Interfax|Интерфакс|ИНТЕРФАКС|Интерфаксу|Интерфакса",
    "ITAR-TASS": "ITAR-TASS|ИТАР-ТАСС",
    "RIA Novosti": "RIA Novosti|RIA|РИА Новости",
    "Reuters": "Reuters|Thomson Reuters|Рейтер|Рейтерс",
    "TASS": "TASS|ТАСС",
    "UNIAN": "UNIAN|УНИАН",
    "Ukrinform": "Ukrinform|Укринформ",
    "UPI": "UPI|United Press International",
    "Xinhua": "Xinhua|Xinhua News Agency|Синьхуа",
    "Regnum": "REGNUM|ИА REGNUM",
    "Sputnik": "Sputnik|Спутник",
    "Frankfurter Allgemeine Zeitung": "Frankfurter Allgemeinen Zeitung|FAZ",
    "Süddeutsche Zeitung": "Süddeutschen Zeitung",
    "Rheinische Post": "Rheinischen Post",
    "Deutsche Welle": "Deutschen Welle",
    "Die Welt": "Welt|WELT",
    "Der Spiegel": "Spiegel|SPIEGEL",
    "Le Monde": "Monde",
    "Le Figaro": "Figaro",
    "Le Parisien": "Parisien",
    "Kommersant": "Коммерсантъ|Коммерсанту|Коммерсант",
    "Izvestia": "Известия|Известиям",
    "RBC": "РБК",
    "Rossiya 1": "Россия 1|Россия-1|Rossiya-1",
    "Rossiya 24": "Россия 24|Россия-24|Rossiya-24",
    "Vedomosti": "Ведомости|Ведомостям",
}
_OUTLETS = (
    "ABC News|ARD|Al Jazeera|Axios|BBC|Bild|CBS News|CNBC|Corriere della Sera|Der Spiegel|Deutschlandfunk|"
    "Deutsche Welle|Die Welt|Die Zeit|El País|Financial Times|Fox News|France 2|France Info|France Inter|"
    "Frankfurter Allgemeine Zeitung|Frankfurter Allgemeine Sonntagszeitung|Funke Mediengruppe|Izvestia"
    "|Kommersant|"
    "La Repubblica|Le Figaro|Le Monde|Le Parisien|Le Point|Libération|MSNBC|NBC News|NPR|Newsweek|Politico|"
    "RBC|RTL|Redaktionsnetzwerk Deutschland|Rheinische Post|Rossiya 1|Rossiya 24|Sky News|"
    "Süddeutsche Zeitung|The Atlantic|The Economist|The Guardian|The Hill|The New York Times|"
    "The Telegraph|The Times|The Wall Street Journal|The Washington Post|Welt am Sonntag|ZDF|"
    "Российская газета|Первый канал|Комсомольская правда"
).split("|")
_WRITTEN_AS = {name: name for name in (*_WRITTEN, *_OUTLETS)} | {
    written: name for name, others in _OTHERWISE.items() for written in others.split("|")
}
_WRITTEN_AS |= {name.removeprefix("The "): name for name in _OUTLETS}
AGENCIES = {written.casefold(): name for written, name in _WRITTEN_AS.items() if name not in _OUTLETS}
# Every known name, the longest first, to look for in running text.
PATTERN = "|".join(re.escape(name) for name in sorted(_WRITTEN_AS, key=lambda name: (-len(name), name)))


def usual(name: str) -> str:
    """The usual form of the name of an agency or outlet; one that is not known stays as it is."""
    return _WRITTEN_AS.get(name, name)


def is_known(name: str) -> bool:
    """Whether a name, as written, is that of an agency or outlet that is listed here."""
    return name in _WRITTEN_AS

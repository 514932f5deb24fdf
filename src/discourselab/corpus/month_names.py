"""Months and weekdays as dates write them in the languages whose press the suite reads."""

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia",
}
_AFTER_IN = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"  # Russian
_OTHERS = {  # other forms: nominatives, abbreviations, spellings without accents
    "январь": 1,
    "февраль": 2,
    "март": 3,
    "апрель": 4,
    "май": 5,
    "июнь": 6,
    "июль": 7,
    "август": 8,
    "сентябрь": 9,
    "октябрь": 10,
    "ноябрь": 11,
    "декабрь": 12,
    "jänner": 1,
    "feber": 2,
    "maerz": 3,
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
    "setiembre": 9,
    "sept": 9,
    "janv": 1,
    "févr": 2,
    "avr": 4,
    "juil": 7,
    "déc": 12,
    "jän": 1,
    "mär": 3,
    "mrz": 3,
    "okt": 10,
    "dez": 12,
    "янв": 1,
    "фев": 2,
    "февр": 2,
    "мар": 3,
    "апр": 4,
    "июн": 6,
    "июл": 7,
    "авг": 8,
    "сен": 9,
    "сент": 9,
    "окт": 10,
    "ноя": 11,
    "нояб": 11,
    "дек": 12,
}
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
    "понеділок вівторок середа четвер п'ятниця субота неділя "
    "lunes martes miércoles jueves viernes sábado domingo "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela".split()
)
ENGLISH = tuple(_MONTHS["en"].split())
_SHORT = {name[:3]: number for number, name in enumerate(ENGLISH, 1)}
NUMBERS = {name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), 1)} | (
    _OTHERS | _SHORT | {name: number for number, name in enumerate(_AFTER_IN.split(), 1)}
)
PATTERN = "(?:" + "|".join(sorted(NUMBERS, key=lambda name: (-len(name), name))) + r")\b\.?"


def month_number(name: str) -> int:
    """1 to 12 for the name of a month, short or long, with or without a period."""
    return NUMBERS[name.rstrip(".").casefold()]

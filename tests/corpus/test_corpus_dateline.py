"""Datelines of wire stories."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.corpus import dateline


@pytest.mark.parametrize(
    "line, printed, place, agency, day",
    [
        ("ARLOV, July 30. /TASS/. Talks began.", "ARLOV, July 30. /TASS/.", "Arlov", "TASS", (7, 30, None)),
        ("ARLOV, July 30 /TASS/. Talks began.", "ARLOV, July 30 /TASS/.", "Arlov", "TASS", (7, 30, None)),
        ("ARLOV (AP) — Talks began.", "ARLOV (AP) —", "Arlov", "AP", (None, None, None)),
        ("ARLOV, 12 May (AFP) - Talks began.", "ARLOV, 12 May (AFP) -", "Arlov", "AFP", (5, 12, None)),
        ("ARLOV, Osten (Reuters) - A.", "ARLOV, Osten (Reuters) -", "Arlov", "Reuters", (None,) * 3),
        ("ARLOV [AP] -- Talks began.", "ARLOV [AP] --", "Arlov", "AP", (None, None, None)),
        ("ARLOV — Talks began.", "ARLOV —", "Arlov", None, (None, None, None)),
        ("March 4 (Bloomberg) -- Talks.", "March 4 (Bloomberg) --", None, "Bloomberg", (3, 4, None)),
        ("NEW ARLOV, Ost., May 1 (UPI) — A",
         "NEW ARLOV, Ost., May 1 (UPI) —", "New Arlov", "UPI", (5, 1, None)),
        ("ARLOV, July 30, 2024 (AP) — A.", "ARLOV, July 30, 2024 (AP) —", "Arlov", "AP", (7, 30, 2024)),
        ("ARLOV, 30 July – BelTA – Talks.", "ARLOV, 30 July – BelTA –", "Arlov", "BelTA", (7, 30, None)),
        ("Arlov (AFP) - Talks began.", "Arlov (AFP) -", "Arlov", "AFP", (None, None, None)),
        ("RIO DE ARLOV (Osten Wire) - A",
         "RIO DE ARLOV (Osten Wire) -", "Rio de Arlov", "Osten Wire", (None,) * 3),
        ("ST. ARLOV, July 30. Talks began.", "ST. ARLOV, July 30.", "St. Arlov", None, (7, 30, None)),
        ("ARLOV, Tuesday, July 30 (AP) - A", "ARLOV, Tuesday, July 30 (AP) -", "Arlov", "AP", (7, 30, None)),
        ("TASS, July 30. Talks began.", "TASS, July 30.", None, "TASS", (7, 30, None)),
        ("Arlov (dpa) - Der Rat tagt.", "Arlov (dpa) -", "Arlov", "dpa", (None, None, None)),
        ("Arlov/Osten (dpa/osw) - Der Rat", "Arlov/Osten (dpa/osw) -", "Arlov/Osten", "dpa", (None,) * 3),
        ("ARLOV, 30. Juli (Reuters) - Der", "ARLOV, 30. Juli (Reuters) -", "Arlov", "Reuters", (7, 30, None)),
        ("ARLOV osw | Der Rat tagt.", "ARLOV osw |", "Arlov", "osw", (None, None, None)),
        ("Arlov, 3 mars (AFP) - Le", "Arlov, 3 mars (AFP) -", "Arlov", "AFP", (3, 3, None)),
        ("ARLOV, 1er mars 2022 (ATS) - Le", "ARLOV, 1er mars 2022 (ATS) -", "Arlov", "ATS", (3, 1, 2022)),
        ("(Belga) Le conseil se tait.", "(Belga)", None, "Belga", (None, None, None)),
        ("АРЛОВ, 30 июля. /ТАСС/. Совет", "АРЛОВ, 30 июля. /ТАСС/.", "Арлов", "TASS", (7, 30, None)),
        ("АРЛОВ, 30 июл - РИА Новости. Совет",
         "АРЛОВ, 30 июл - РИА Новости.", "Арлов", "RIA Novosti", (7, 30, None)),
        ("Арлов. 30 июля. ИНТЕРФАКС - Совет",
         "Арлов. 30 июля. ИНТЕРФАКС -", "Арлов", "Interfax", (7, 30, None)),
        ("30 июля, Арлов /Корр. БЕЛТА/. Совет",
         "30 июля, Арлов /Корр. БЕЛТА/.", "Арлов", "BelTA", (7, 30, None)),
    ],
)  # fmt: skip
def test_a_dateline_gives_place_agency_and_day(line, printed, place, agency, day):
    found = dateline.find(line)
    assert line[: found.end] == printed
    assert (found.place, found.agency) == (place, agency)
    assert (found.month, found.day, found.year) == day


@pytest.mark.parametrize(
    "line",
    [
        "BREAKING — Talks began.",
        "NATO (North Atlantic Treaty Organization) - an alliance.",
        "The Latest (AP): talks began.",
        "I — and he — left.",
        "POLLS ARE NOT WRONG, JUST TOO EARLY - a comment.",
        "Talks began in Arlov (in May) - at last.",
        "ARLOV",
        "ARLOV (AP) —",
        "Ada Osten (CDU) - die Kanzlerin",
        "Der Kanzler (SPD) – das ist bekannt – sagte nichts.",
        "Ада Остен (ЕР) — президент",
        "NATO - the alliance - met.",
        "OSTEN AND WESTEN — the two states — met.",
        "In Arlov (dpa) kam es zum Streit.",
        "Arlov. Der Rat hat getagt.",
        "",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(line):
    assert dateline.find(line) is None


@given(st.text(alphabet="ABc ,.()/[]-—–July30 12'’AP", max_size=300))
def test_a_dateline_ends_inside_its_line(line):
    found = dateline.find(line)
    assert found is None or 0 < found.end < len(line.rstrip())


def test_a_hostile_line_of_a_megabyte_is_read_at_once():
    began = time.process_time()
    for line in ("A " * 500_000, "A" * 1_000_000, "ARLOV, " + "Aa. " * 250_000, "ARLOV ((" * 125_000):
        dateline.find(line)
    assert time.process_time() - began < 1

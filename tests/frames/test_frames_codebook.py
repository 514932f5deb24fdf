"""Codebooks are read strictly: every fault is told at once, with its line and the nearest known word."""

import pytest

from discourselab import frames
from discourselab.frames import codebook

GOOD = """
name: tiny
title: A tiny codebook
references: [One (2000)]
frames:
  unity:
    label: Unity
    definition: Standing together.
    source: One (2000)
    indicators:
      problem: [split*]
      remedy:
        - stand together
        - {pattern: unite*, voice: quoted, unless: [hotel], negation: skip, note: verb}
      any: [unity]
"""


def test_a_codebook_is_read_with_functions_and_conditions():
    book = codebook.read(GOOD, "tiny.yml")
    assert (book.name, book.title, book.references) == ("tiny", "A tiny codebook", ("One (2000)",))
    (unity,) = book.frames
    assert [(i.pattern, i.function) for i in unity.indicators] == [
        ("split*", "problem"),
        ("stand together", "remedy"),
        ("unite*", "remedy"),
        ("unity", None),
    ]
    assert unity.indicators[2].voice == "quoted"
    assert unity.indicators[2].unless == ("hotel",)
    assert unity.indicators[2].negation == "skip"
    assert book.label("unity") == "Unity"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("label: Unity", "lable: Unity", r"line 7: unknown key 'lable'.*Did you mean 'label'"),
        ("problem: [split*]", "problems: [split*]", r"line 11: unknown function 'problems'.*'problem'"),
        ("voice: quoted", "voice: loud", r"line 14: unknown voice 'loud'"),
        ("[split*]", "split*", r"line 11: expected a list of indicators"),
        ("[split*]", "['*']", r"line 11: pattern '\*': a lone \*"),
        ("[split*]", "[unity]", r"the indicator 'unity' is there twice in 'unity'"),
        ("stand together", "... together", r"line 13: pattern '... together': a gap stands between"),
        ("name: tiny", "title2: x", r"the key 'name' is missing"),
    ],
)
def test_a_fault_is_told_with_its_line(old, new, message):
    with pytest.raises(frames.CodebookError, match=message):
        codebook.read(GOOD.replace(old, new), "tiny.yml")


def test_all_faults_are_told_at_once():
    bad = GOOD.replace("label: Unity", "lable: Unity").replace("voice: quoted", "voice: loud")
    with pytest.raises(frames.CodebookError) as error:
        codebook.read(bad, "tiny.yml")
    assert len(str(error.value).splitlines()) == 2


def test_broken_yaml_and_absent_files_are_refused(tmp_path):
    with pytest.raises(frames.CodebookError, match="not valid YAML"):
        codebook.read("a: [", "x.yml")
    with pytest.raises(
        frames.CodebookError,
        match="generic_frames, legitimation, moral_foundations, policy_frames, security_order",
    ):
        frames.load(tmp_path / "none.yml")


def test_frames_of_one_label_are_told_apart_by_their_codebook(tmp_path):
    (tmp_path / "a.yml").write_text("name: a\nframes: {x: {label: X, indicators: {}}, z: {indicators: {}}}")
    (tmp_path / "b.yml").write_text("name: b\ntitle: B\nframes: {x: {label: X, indicators: {}}}")
    books = frames.load_all(f"{tmp_path}/a.yml, {tmp_path}/b.yml")
    assert [frame.label for book in books for frame in book.frames] == ["X (a)", "Z", "X (B)"]
    (tmp_path / "c.yml").write_text("name: b\nframes: {y: {indicators: {}}}")
    with pytest.raises(frames.CodebookError, match="are called 'b'"):
        frames.load_all(f"{tmp_path}/b.yml, {tmp_path}/c.yml")


def test_a_misspelt_name_gets_the_nearest():
    with pytest.raises(frames.CodebookError, match="Did you mean 'generic_frames'"):
        frames.load("generic_frame")


def test_a_codebook_of_ones_own_is_loaded_from_its_path(tmp_path):
    (tmp_path / "mine.yml").write_text(GOOD, encoding="utf-8")
    assert frames.load(tmp_path / "mine.yml").name == "tiny"


@pytest.mark.parametrize("name", ["generic_frames", "moral_foundations", "security_order"])
def test_the_codebooks_of_the_package_are_complete(name):
    book = frames.load(name)
    assert book.references
    for frame in book.frames:
        assert frame.label
        assert frame.definition
        assert frame.source
        assert len(frame.indicators) >= 20


def test_the_codebooks_hold_the_frames_that_they_promise():
    assert [f.name for f in frames.load("generic_frames").frames] == [
        "conflict",
        "human_interest",
        "economic_consequences",
        "morality",
        "responsibility",
    ]
    assert [f.name for f in frames.load("security_order").frames] == [
        "indivisible_security",
        "institutional_failure",
        "sovereignty",
        "sanctions",
        "multipolarity",
        "alliance_deterrence",
        "dialogue_reform",
        "humanitarian",
    ]
    assert [f.name for f in frames.load("moral_foundations").frames] == [
        "care",
        "harm",
        "fairness",
        "cheating",
        "loyalty",
        "betrayal",
        "authority",
        "subversion",
        "sanctity",
        "degradation",
    ]


def test_a_moral_word_in_a_name_or_another_sense_is_no_foundation(read_texts):
    made = read_texts(
        [
            "The county fair opened. Homeland Security met the Justice Department by virtue of rain.",
            "A fair hearing is held. Loyal friends betrayed no one. There is justice in it. It is sacred.",
        ]
    )
    book = frames.load("moral_foundations")
    matches = frames.match_all(made.idx, [book], made.documents, made.sentences)
    found = list(zip(matches["document"], matches["frame"], matches["matched"]))
    assert [row for row in found if row[0] == "d0"] == []
    assert {(frame, word) for _, frame, word in found} == {
        ("fairness", "fair hearing"),
        ("loyalty", "Loyal"),
        ("betrayal", "betrayed"),
        ("fairness", "justice"),
        ("sanctity", "sacred"),
    }


def test_indicators_without_a_function_are_told_where_to_stand():
    text = "name: bare\nframes:\n  fish:\n    indicators: [haddock, turbot]\n"
    with pytest.raises(
        frames.CodebookError,
        match=r"line 4: expected indicators under a function \(problem, "
        r"cause, judgement, remedy, or any for none\), found a list\. Put `any:` above it",
    ):
        codebook.read(text, "bare.yml")

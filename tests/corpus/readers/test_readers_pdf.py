"""PDF: text layers, scans, broken layers."""

PAGE = [
    "The council of the five states met in the city on Monday and said that it would",
    "not sign the paper before the year is over, and the dele-",
    "gates left.",
    "A strike of the port workers goes on.",
]


def test_lines_are_joined_and_furniture_is_left_out(opened, pdf):
    pages = [["Ostra Report", f"Part {k}.", *PAGE, f"Votes: {k}", f"{k} of 3"] for k in "123"]
    pages = [[line if line != "Votes: 2" else "No votes." for line in page] for page in pages]
    (found,), (told,) = opened(pdf(pages, title="Talks"), "a.pdf")
    text = (
        "The council of the five states met in the city on Monday and said that it would not sign the paper "
        "before the year is over, and the delegates left. A strike of the port workers goes on."
    )
    assert text in found.text.split("\n")
    assert "No votes." in found.text
    assert "Ostra Report" not in found.text
    assert "of 3" not in found.text
    assert found.cells == {"title": "Talks"}
    assert told["kind"] == "pages"
    assert "'Ostra Report'" in told["message"]


def test_a_scan_is_named_and_not_counted(opened, pdf):
    found, (told,) = opened(pdf([[], []], image=True), "scan.pdf")
    assert found == []
    assert told["kind"] == "scan"
    assert "its 2 pages hold no text (a scan?); run OCR on it" in told["message"]


def test_single_pages_without_text_are_told(opened, pdf):
    (found,), (told,) = opened(pdf([PAGE, []]), "a.pdf")
    assert found.text.startswith("The council")
    assert "1 of 2 pages hold no text" in told["message"]


def test_a_broken_text_layer_is_told_and_not_counted(opened, pdf):
    broken = ["\\001\\002\\003\\004\\005\\006abcdefgh " * 4] * 20
    found, (told,) = opened(pdf([broken]), "a.pdf")
    assert found == []
    assert told["kind"] == "broken-text"
    assert "control characters" in told["message"]


def test_speeches_are_read_and_the_broken_one_is_not(shared_data, opened):
    folder = shared_data / "ingestion" / "pdf"
    for path in sorted(folder.glob("*.pdf")):
        found, problems = opened(path.read_bytes(), path.name)
        if path.name == "us_en.pdf":
            assert found == []
            assert [p["kind"] for p in problems] == ["broken-text"]
            continue
        wanted = path.with_suffix(".txt").read_text(encoding="utf-8", errors="replace").split()
        words = set(found[0].text.split())
        assert sum(word in words for word in wanted) > 0.8 * len(wanted), path.name

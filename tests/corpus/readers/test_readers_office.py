"""Word, OpenDocument and RTF."""

import struct

import pytest

from discourselab.corpus.readers import doc


def test_word_gives_paragraphs_rows_and_boxes_once(opened, docx):
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
        "<w:r><w:t>Talks </w:t></w:r><w:r><w:t>began.</w:t><w:br/>"
        "<w:t>In Arlov.</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Yes</w:t></w:r></w:p><w:p><w:r><w:t>votes</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "<w:t>The end.</w:t></w:r></w:p>"
    )
    (found,), problems = opened(docx(body), "a/b.docx")
    assert found.document == "a/b"
    assert found.text == "Talks began.\nIn Arlov.\nYes votes\t5\nThe end.\nA box."
    assert problems == []


def test_word_properties_give_title_and_author(opened, zipped, docx):
    core = (
        '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks</dc:title>'
        "<dc:creator> O. Lind </dc:creator></p>"
    )
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{w}"><w:p><w:r><w:t>Talks began.</w:t></w:r></w:p></w:document>'
    (found,), _ = opened(zipped({"word/document.xml": document, "docProps/core.xml": core}), "a.docx")
    assert found.cells == {"title": "Talks", "author": "O. Lind"}


def test_opendocument_gives_paragraphs_without_notes(opened, odt):
    body = (
        '<text:h>Talks</text:h><text:p>They<text:s text:c="2"/>met<text:span> in</text:span> Arlov.'
        "<text:note><text:p>A footnote.</text:p></text:note></text:p>"
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
    )
    (found,), _ = opened(odt(body), "a.odt")
    assert found.text == "Talks\nThey  met in Arlov."


def test_rtf_is_read_in_its_code_page_without_its_pictures(opened):
    rtf = rb"{\rtf1\ansi\ansicpg1251 {\pict " + b"0a" * 3000 + rb"}\'d1\'ee\'e2\'e5\'f2\par caf\u233?}"
    (found,), _ = opened(rtf, "a.rtf")
    assert found.text.strip() == "Совет\ncafé"
    assert found.encoding == "cp1251"


def test_a_link_in_rtf_keeps_its_address(opened):
    rtf = r'{\rtf1 See {\field{\*\fldinst{HYPERLINK "https://ostra.example"}}{\fldrslt{\ul the page}}}.}'
    (found,), _ = opened(rtf, "a.rtf")
    assert found.text == 'See the page("https://ostra.example").'


def test_the_pieces_of_a_word_97_text_are_put_together():
    main = bytearray(0x1AA) + b"Talks " + "began – Совет".encode("utf-16-le")
    struct.pack_into("<i", main, 0x4C, 19)
    pieces = struct.pack("<3i", 0, 6, 19)
    pieces += struct.pack("<HIH", 0, 0x40000000 | 0x1AA * 2, 0) + struct.pack("<HIH", 0, 0x1AA + 6, 0)
    table = b"\x01\x02\x00xx\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<ii", main, 0x1A2, 0, len(table))
    assert doc._text(bytes(main), table) == "Talks began – Совет"


@pytest.mark.parametrize(
    "text, shown",
    [
        ("a \x13HYPERLINK x\x14link\x15 b", "a link b"),
        ("a \x13PAGE\x15b", "a b"),
        ("\x13A \x13B\x14hidden\x15\x14in \x13C\x14out\x15\x15.", "in out."),
        ("\x15a\x14b\x13c", "ab"),
    ],
)
def test_of_fields_in_word_97_only_what_they_show_is_read(text, shown):
    assert doc._shown(text) == shown


@pytest.mark.parametrize(
    "name", ["a.docx", "a.odt", "a.rtf", "a.doc", "a.xlsx", "a.pdf", "a.eml", "a.parquet"]
)
def test_other_bytes_under_an_office_name_are_told(opened, name):
    found, (problem,) = opened(b"just words, no such file", name)
    assert found == []
    assert problem["message"].startswith(f"{name}: ")
    assert "left out" in problem["message"]


def test_the_rtf_and_office_texts_are_those_expected(shared_data, opened):
    folder = shared_data / "ingestion" / "rtf"
    same = 0
    for path in sorted((folder / "text").glob("*.txt")):
        wanted = path.read_bytes().decode("utf-8", errors="replace").split()
        found, _ = opened((folder / "rtf" / f"{path.stem}.rtf").read_bytes(), "a.rtf")
        same += " ".join(found[0].text.split()) == " ".join(wanted) if found else not wanted
    assert same == 32  # of 33; the other holds a group that does not close
    office = {
        "32_socialisti_democratici_italiani.doc": "Cinque impegni per i prossimi cinque anni",
        "UK_2015_LoonyParty.docx": "Loony",
    }
    for name, words in office.items():
        (found,), _ = opened((shared_data / "ingestion/office/word" / name).read_bytes(), name)
        assert len(found.text) > 2000
        assert words.lower() in found.text.lower()

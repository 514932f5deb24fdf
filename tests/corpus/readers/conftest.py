"""Small files of each format, made by hand."""

import io
import zipfile

import pytest

from discourselab.corpus import readers

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODT = "urn:oasis:names:tc:opendocument:xmlns"


@pytest.fixture
def opened():
    """Read bytes as a file of this name: articles and problems."""

    def read(data, name):
        return readers.read(data.encode() if isinstance(data, str) else data, name)

    return read


@pytest.fixture
def zipped():
    """An archive of these parts."""

    def make(parts):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return made.getvalue()

    return make


@pytest.fixture
def docx(zipped):
    """A Word document with this body."""

    def make(body, before=""):
        return zipped(
            {"word/document.xml": f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}
        )

    return make


@pytest.fixture
def paragraphs():
    """The body of a Word document with these paragraphs."""

    def make(lines):
        return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)

    return make


@pytest.fixture
def odt(zipped):
    """An OpenDocument text with this body."""

    def make(body, before=""):
        space = f'xmlns:office="{ODT}:office:1.0" xmlns:text="{ODT}:text:1.0" xmlns:table="{ODT}:table:1.0"'
        return zipped(
            {"content.xml": f"{before}<office:document-content {space}>{body}</office:document-content>"}
        )

    return make


@pytest.fixture
def pdf():
    """A PDF with these pages, each a list of lines; ``image``: with a picture and no text."""

    def make(pages, title="", image=False):
        count = len(pages)
        kids = " ".join(f"{3 + k} 0 R" for k in range(count))
        parts = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"]
        font, picture = 3 + 2 * count, 4 + 2 * count
        for k in range(count):
            uses = f"/Resources << /Font << /F {font} 0 R >> /XObject << /I {picture} 0 R >> >>"
            shown = f"/Contents {3 + count + k} 0 R"
            parts.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {uses} {shown} >>")
        for lines in pages:
            drawn = "q 500 0 0 700 50 50 cm /I Do Q" if image else ""
            shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
            stream = f"{drawn} BT /F 11 Tf 50 740 Td {shown} ET"
            parts.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        parts.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        dots = (
            "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"
        )
        parts.append(f"{dots} /Length 4 >>\nstream\nabcd\nendstream")
        parts.append(f"<< /Title ({title}) >>")
        out, places = b"%PDF-1.4\n", []
        for number, part in enumerate(parts, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1")
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        size = len(parts) + 1
        trailer = f"<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>"
        end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}"
        return out + f"{end}\nstartxref\n{len(out)}\n%%EOF".encode()

    return make

"""Word documents: paragraphs and table rows in their order; Nexis and Lexis+ exports by their structure."""

import io

from discourselab.corpus.readers import archive, lexis, nexis
from discourselab.corpus.readers.found import Opened, one, several


def read(data: bytes, name: str) -> Opened:
    """The text of a document, one paragraph or table row a line; or the articles of an export.

    Title, author and language come from the document's properties. Headers, footers and footnotes are not
    part of the text.
    """
    import docx

    archive.check(data)
    document = docx.Document(io.BytesIO(data))
    lines = list(_lines(document))
    if lexis.is_export(lines):
        return several(name, lexis.articles(lines), None)
    if nexis.is_export("\n".join(lines)):
        return several(name, nexis.articles([part for line in lines for part in line.split("\n")]), None)
    about = document.core_properties
    cells = {"title": about.title, "author": about.author if about.author != "python-docx" else None}
    text = "\n".join(line for line in lines if line.strip())
    return one(name, text, None, {key: cell for key, cell in cells.items() if cell})


def _lines(document):
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)
        else:
            yield block.text

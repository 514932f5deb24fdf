"""PDF: the text layer by PDFium, looked at before it is believed; lines joined to paragraphs again."""

import re
from collections import Counter

from discourselab.corpus import language
from discourselab.corpus.problems import problem
from discourselab.corpus.readers import lines
from discourselab.corpus.readers.found import Opened, one, problem_of, stem

MOST_PAGES = 5_000
FURNITURE = 0.5  # share of pages on which a line at the edge is a running header
LEAST_PAGES = 3

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NUMBER = re.compile(
    r"[\W_]*(?:page|seite|стр\.?)?[\W_]*\d{1,4}(?:\s*(?:/|of|von|sur|из)\s*\d{1,4})?[\W_]*", re.I
)
LEAST_LETTERS = 20  # on a page, below which it holds no text
MOST_CONTROLS = 0.02


def read(data: bytes, name: str) -> Opened:
    """The text of a PDF, its pages one behind the other, title and author from its properties.

    Left out, with a problem that says so: a file without text (a scan), one whose text layer is broken
    (letters mapped to control characters, or no function word of any known language among hundreds of
    words), one that asks for a password. Running headers and page numbers are taken away and told.
    """
    pages, cells = _pages(data)
    full = [page for page in pages if sum(c.isalpha() for c in page) >= LEAST_LETTERS]
    if not full:
        what = f"its {len(pages)} pages hold no text (a scan?); run OCR on it"
        return [], [problem_of(name, what, "scan", stem(name))]
    if fault := broken("\n".join(full)):
        return [], [
            problem_of(name, f"its text layer is broken: {fault}; run OCR on it", "broken-text", stem(name))
        ]
    bare, taken = _without_furniture(pages)
    text = lines.paragraphs("\n".join(page for page in bare if page.strip()))
    found, faults = one(name, text, None, cells)
    if taken:
        shown = ", ".join(repr(line) for line in taken[:3])
        message = (
            f"{name}: running headers and page numbers were left out ({shown}{' ...' * (len(taken) > 3)})."
        )
        faults.append(problem("pages", name, message, stem(name)))
    if len(full) < len(pages):
        message = f"{name}: {len(pages) - len(full)} of {len(pages)} pages hold no text (pictures or scans?)."
        faults.append(problem("pages", name, message, stem(name)))
    return found, faults


def broken(text: str) -> str | None:
    """What makes a text layer look broken, in words; None where nothing does."""
    controls = len(_CONTROLS.findall(text))
    if controls > MOST_CONTROLS * len(text):
        return f"{controls} of {len(text)} characters are control characters"
    private = sum("\ue000" <= c <= "\uf8ff" for c in text)
    if private > MOST_CONTROLS * len(text):
        return f"{private} of {len(text)} characters stand for no letter"
    words = language.words(text)
    fault = language.broken(text, words, language.guess(words))
    if fault:
        return fault
    letters = [w for w in words if w.isalpha()]
    odd = sum(1 for w in words if re.search(r"[A-Za-z]\d|\d[A-Za-z]", w))
    if len(words) >= 100 and odd > 0.2 * len(words):
        return f"{odd} of {len(words)} words mix letters and digits"
    if len(letters) >= 200 and text.isascii() and language.guess(words) == "unknown" and not _reads(letters):
        return f"hardly one of its {len(words)} words is a function word of a known language"
    return None


def _reads(words: list[str]) -> bool:
    """Whether words have the vowels that words have."""
    voiced = sum(bool(re.search("[aeiouyAEIOUY]", word)) for word in words)
    return voiced > 0.7 * len(words)


def _pages(data: bytes) -> tuple[list[str], dict]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        raise ValueError(
            "it asks for a password" if locked else f"no PDF that can be opened: {error}"
        ) from error
    try:
        if len(document) > MOST_PAGES:
            raise ValueError(f"it has {len(document):,} pages, more than {MOST_PAGES:,}")
        about = document.get_metadata_dict(skip_empty=True)
        pages = []
        for page in document:
            layer = page.get_textpage()
            text = layer.get_text_range(errors="replace").replace("\r\n", "\n").replace("\r", "\n")
            pages.append(re.sub(r"\ufffe\n?", "", text).replace("\u0002", ""))
            layer.close()
            page.close()
    finally:
        document.close()
    return pages, {key.lower(): about[key] for key in ("Title", "Author") if about.get(key, "").strip()}


def _without_furniture(pages: list[str]) -> tuple[list[str], list[str]]:
    """Pages without the lines at their edges that repeat (numbers aside) from page to page; and those."""
    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    if len(pages) < LEAST_PAGES:
        return ["\n".join(page) for page in split], []
    edges: Counter[str] = Counter()
    for page in split:
        edges.update({_mask(line) for line in (*page[:2], *page[-2:])})
    often = {mask for mask, count in edges.items() if count >= max(LEAST_PAGES, FURNITURE * len(pages))}
    out, taken = [], []
    for page in split:
        kept = []
        for k, line in enumerate(page):
            edge = k < 2 or k >= len(page) - 2
            if edge and (_mask(line) in often or _NUMBER.fullmatch(line)):
                taken.append(line.strip())
            else:
                kept.append(line)
        out.append("\n".join(kept))
    return out, list(dict.fromkeys(taken))


def _mask(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))

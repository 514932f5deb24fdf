"""The report as one HTML file that needs nothing else: styles, script, figures and evidence inside."""

import base64
import json
import os
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


@dataclass(frozen=True)
class Section:
    """A part of the report: its anchor, heading, and blocks of HTML in order."""

    anchor: str
    title: str
    blocks: list[Markup] = field(default_factory=list)


def paragraph(text: Markup | str, kind: str = "") -> Markup:
    """A paragraph; plain text is escaped."""
    return Markup('<p class="{}">{}</p>').format(kind, text) if kind else Markup("<p>{}</p>").format(text)


def heading(text: str) -> Markup:
    """A heading inside a section."""
    return Markup("<h3>{}</h3>").format(text)


def listing(items: list[Markup], kind: str = "") -> Markup:
    """A list; an item may be a pair of text and class."""
    rows = Markup("").join(
        Markup("<li{}>{}</li>").format(Markup(' class="{}"').format(item[1]), item[0])
        if isinstance(item, tuple)
        else Markup("<li>{}</li>").format(item)
        for item in items
    )
    return Markup('<ul class="{}">{}</ul>').format(kind, rows)


def plot(folder: Path, name: str, caption: str, basis: str = "") -> Markup:
    """A figure of the run, embedded as an image, so that no text in it can act; empty if it was not drawn."""
    source = Path(folder) / "figures" / f"{name}.svg"
    if not source.is_file():
        return Markup("")
    data = base64.b64encode(source.read_bytes()).decode()
    return Markup(
        '<figure class="plot"><div class="scroll" tabindex="0" role="group" aria-label="{0}">'
        '<img alt="{0}" src="data:image/svg+xml;base64,{1}"></div>'
        '<figcaption><b>{0}</b> {2} <span class="file">figures/{3}.svg</span></figcaption></figure>'
    ).format(caption, data, basis, name)


def quotation(before: str, match: str, after: str, meta: str) -> Markup:
    """A sentence from the corpus with its match marked and where it stands below."""
    return Markup("<blockquote><p>{}<mark>{}</mark>{}</p><footer>{}</footer></blockquote>").format(
        before, match, after, meta
    )


def render(**content) -> str:
    """The page. ``evidence`` is what `evidence.pack` gives; see report.html.j2 for the other parts."""
    environment = Environment(
        loader=PackageLoader("discourselab.reporting"), autoescape=True, undefined=StrictUndefined
    )
    content["evidence"] = _script_safe(content["evidence"])
    content["css"] = Markup(_template("report.css") + content.pop("extra_css", ""))
    content["js"] = Markup(_template("report.js"))
    return environment.get_template("report.html.j2").render(**content)


def save(html: str, target: str | os.PathLike) -> Path:
    """Write the page beside its place, then move it there; return the path."""
    target = Path(target)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    beside.write_text(html, encoding="utf-8")
    os.replace(beside, target)
    return target


def _script_safe(data: dict) -> Markup:
    """JSON that cannot end the script element that carries it, whatever the corpus says."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, code in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e"), ("\u2028", "\\u2028")):
        text = text.replace(character, code)
    return Markup(text.replace("\u2029", "\\u2029"))


def _template(name: str) -> str:
    return resources.files("discourselab.reporting").joinpath("templates", name).read_text(encoding="utf-8")

"""The sections of the report in their order: findings, the corpus, voices, terms, frames."""

from discourselab.reporting import page
from discourselab.reporting.findings import all_of, limits
from discourselab.reporting.material import Material
from discourselab.reporting.section_corpus import corpus
from discourselab.reporting.section_frames import frames
from discourselab.reporting.section_terms import terms
from discourselab.reporting.section_voices import voices


def sections(material: Material) -> list[page.Section]:
    """All sections in order; what a run has nothing for is left out."""
    made = [overview(material), corpus(material), voices(material), terms(material), frames(material)]
    return [section for section in made if section.blocks]


def overview(material: Material) -> page.Section:
    """The findings in words, and what the corpus cannot say."""
    said = all_of(material)
    held = [(sentence, "limit") for sentence in limits(material)]
    return page.Section("findings", "Findings", [page.listing(said + held, "findings")])

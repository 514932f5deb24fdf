"""The section on terms: what was asked for and is not there is said."""

from dataclasses import replace

from discourselab.reporting import section_terms


def asked(material, nodes):
    """The section's text for a run whose parameter ``nodes`` was this."""
    manifest = {"parameters": {"02_term_frequency": {"nodes": {"value": nodes, "origin": "command line"}}}}
    return "".join(map(str, section_terms.terms(replace(material, manifest=manifest)).blocks))


def test_words_asked_for_that_occur_nowhere_are_named(single):
    present = single["term_places"]["node"].iloc[0].title()
    assert "Asked for and found nowhere: velmrk, &lt;b&gt;." in asked(single, f"{present}, Velmrk, <b>")


def test_nothing_is_said_to_be_missing_where_all_was_found(single):
    assert "found nowhere" not in asked(single, single["term_places"]["node"].iloc[0])
    assert "found nowhere" not in asked(single, "")

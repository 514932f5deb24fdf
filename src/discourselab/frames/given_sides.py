"""Us and them as a user gives them: names for all groups or group by group, read and checked."""

from discourselab.frames.mentions import FEWEST
from discourselab.settings import did_you_mean

US, THEM = "us", "them"
SHOWN = 8  # groups that a message names


class SidesError(ValueError):
    """A list of us or them that cannot be read: what was expected and found."""


def read(us: str, them: str, groups: list[str], actors: list[str]) -> dict[str, dict[str, list[str]]]:
    """Side -> group -> names. Raises SidesError for unknown ones, and for a name on both sides."""
    given = {side: _given(text, groups, actors, side) for side, text in ((US, us), (THEM, them))}
    for group, own in given[US].items():
        both = [actor for actor in own if actor in given[THEM].get(group, [])]
        if both:
            raise SidesError(f"us and them: {', '.join(both)} on both sides in {group!r}; name each once.")
    return given


def _given(text: str, groups: list[str], actors: list[str], name: str) -> dict[str, list[str]]:
    """Names for each group, read from "A: x, y; B: z" or "x, y" (for all)."""
    found: dict[str, list[str]] = {}
    for part in filter(None, (p.strip() for p in text.split(";"))):
        head, _, tail = part.rpartition(":")
        listed = [actor.strip() for actor in tail.split(",") if actor.strip()]
        if head and head.strip() not in groups:
            guess = did_you_mean(head.strip(), groups)
            more = f" and {len(groups) - SHOWN:,} more" if len(groups) > SHOWN else ""
            raise SidesError(
                f"{name}={text!r}: no group is called {head.strip()!r}.{guess} There are "
                f"{', '.join(groups[:SHOWN])}{more} (parameter group_by); expected names with commas, for "
                "one group as 'GROUP: name, name'."
            )
        for actor in listed:
            if actor not in actors:
                guess = did_you_mean(actor, actors)
                raise SidesError(
                    f"{name}={text!r}: {actor!r} is no actor of this corpus: its articles name it fewer than "
                    f"{FEWEST} times, or write it otherwise.{guess} The table entities has all names."
                )
        for group in [head.strip()] if head else groups:
            found.setdefault(group, []).extend(listed)
    return found

"""Points to make in the meeting."""

from generator.briefs.material import Material
from generator.briefs.written import Points, lines


def make(material: Material) -> Points:
    """Return the points to make in the meeting."""
    return Points("points-to-make", lines(material, material.definition.points["points_to_make"]))

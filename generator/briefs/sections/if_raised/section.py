"""Lines to take if a subject is raised."""

from generator.briefs.material import Material
from generator.briefs.written import Points, lines


def make(material: Material) -> Points:
    """Return the lines to take if a subject is raised."""
    return Points("if-raised", lines(material, material.definition.points["if_raised"]))

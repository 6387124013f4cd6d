"""What nobody has answered yet."""

from generator.briefs.material import Material
from generator.briefs.written import Points, lines


def make(material: Material) -> Points:
    """Return the open questions."""
    return Points("open-questions", lines(material, material.definition.points["open_questions"]))

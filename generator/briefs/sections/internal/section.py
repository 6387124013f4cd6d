"""What is for internal use only."""

from generator.briefs.material import Material
from generator.briefs.written import Text


def make(material: Material) -> Text:
    """Return what is for internal use only."""
    return Text("internal", material.definition.written.get("internal", ()))

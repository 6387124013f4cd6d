"""The objective of the meeting."""

from generator.briefs.material import Material
from generator.briefs.written import Text


def make(material: Material) -> Text:
    """Return the objective of the meeting."""
    objective = material.definition.written.get("objective")
    return Text("objective", (objective,) if objective else ())

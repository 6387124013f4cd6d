"""In detail: the statements under each concept, in full, as the evidence has them."""

from generator.briefs.material import Material
from generator.briefs.sections.evidence.section import EvidenceList, groups


def make(material: Material) -> EvidenceList:
    """Return a group a concept, a statement standing under each concept that it speaks to."""
    return EvidenceList("by-concept", groups(material, once=False))

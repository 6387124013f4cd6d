"""The rooms of section kinds, one folder each; generator/kinds/kinds.py says what must stand in one."""

"""Turns source texts and a hand-written topic map into cited briefing pages."""

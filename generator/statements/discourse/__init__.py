"""Discourse: from relations to statements; accounts that go on, lists, turns, texts of several."""

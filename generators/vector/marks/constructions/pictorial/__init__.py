"""Pictorial marks: a thing in three to seven solid parts, kept apart by one constant gap."""

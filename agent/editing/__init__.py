"""Editing: a finished design changed by words, as typed edits; every version is kept."""

"""Editing: a finished design changed by words: read as typed edits, applied, every version kept."""

"""Subjects: one function a motif, from a request to a sketch."""

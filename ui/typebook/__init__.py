"""The typography test book: every rule of setting on a page, for eyes rather than asserts."""

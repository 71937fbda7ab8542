"""The steps of setting: itemize, shape, space, break, fit, place. Callers want set_text."""

"""Planners: by rules, or with a language model; both make plans of one form."""

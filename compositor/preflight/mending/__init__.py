"""Mending: what would repair a finding, carrying it out, and keeping what helps."""

"""Providers on other machines: one line to all, and a ledger so that nothing is paid twice."""

"""The document, and everything that turns it into files; no network, model or clock."""

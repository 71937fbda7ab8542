"""Canvases: where drawing goes. One module per backend; they do not know one another."""

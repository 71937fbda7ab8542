"""generators/vector/motifs"""

"""generators/vector/marks"""

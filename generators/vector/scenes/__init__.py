"""generators/vector/scenes"""

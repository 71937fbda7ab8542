"""generators/vector"""

"""compositor/drawing"""

"""compositor/export"""

"""compositor/preflight"""

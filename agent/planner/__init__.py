"""agent/planner"""

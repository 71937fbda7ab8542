"""Diffusion models on this machine, through diffusers: pictures, films and meshes.

Nothing heavy is imported before an order is filled, and nothing is ever fetched unasked.
"""

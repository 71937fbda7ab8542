"""Photographs: cut out, shadowed, set on another ground, enlarged, cropped.

Pixels inside a product are never repainted: where a matte is solid, the bytes that come out
are the bytes that went in, and every report says so with a hash.
"""

"""The 3D studio: props built in code, materials, light, a path tracer, and 3D files."""

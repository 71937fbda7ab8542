"""Street: shoes, bags and sound."""

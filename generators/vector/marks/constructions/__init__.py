"""One module per logo construction, each with ``draw(request) -> Mark``."""

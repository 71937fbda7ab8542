"""How well products are cut out: path-traced pictures whose mattes are known."""

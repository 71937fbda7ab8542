"""City and road: towers, vehicles and what travels in them."""

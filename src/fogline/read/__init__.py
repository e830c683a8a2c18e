"""A report becomes claims, by the questions a journalist asks."""

"""The sample shop's pictures, drawn from the records."""

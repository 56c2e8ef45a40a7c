"""The parts of the SQL store: its tables, what a write does, and what it keeps beside the products."""

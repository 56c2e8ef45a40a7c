"""Demands that are words: brands, colours, materials, features, and what is refused."""

"""A merchant's file into the store: read, understood, written, and told of."""

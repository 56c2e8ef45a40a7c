"""The shipped embedder, made again from the official weights."""

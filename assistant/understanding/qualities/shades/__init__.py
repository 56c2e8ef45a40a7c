"""Colours: known, coined, beside a word that tells them, and inside the name of a kind."""

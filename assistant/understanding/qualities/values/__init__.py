"""Demands on what a column tells in words: its values, refused, listed, graded, longer or told without the column."""

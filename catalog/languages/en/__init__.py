"""English: data files and the numbers written in words."""

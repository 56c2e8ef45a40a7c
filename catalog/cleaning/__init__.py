"""Of which field a file's column is, and what its cells say: the parts of a row made clean."""

"""Files of a merchant as rows: one module per format, told apart by content."""

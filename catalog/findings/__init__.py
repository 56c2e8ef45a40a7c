"""What a whole catalogue teaches of its records: units, facts in texts, twins, prices apart, gaps."""

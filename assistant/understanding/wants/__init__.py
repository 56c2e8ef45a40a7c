"""What thing is wanted, for whom and for what."""

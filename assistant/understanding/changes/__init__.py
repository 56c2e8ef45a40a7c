"""What a turn does to earlier demands: joins them, forgets them, and writes each in one way."""

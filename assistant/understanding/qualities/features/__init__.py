"""Demands on what goods have, lack, come with or are able to do."""

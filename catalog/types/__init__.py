"""What kind of thing each product is, as the words of its record tell."""

"""What a turn is for when it asks for no goods: questions, pointing, the basket, service."""

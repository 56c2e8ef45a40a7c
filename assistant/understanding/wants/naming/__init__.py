"""Which words of a message name the thing that is wanted, and which only stand beside it."""

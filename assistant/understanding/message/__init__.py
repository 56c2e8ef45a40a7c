"""One message, spelt right, cut into known phrases, and kept with what of it has been used."""

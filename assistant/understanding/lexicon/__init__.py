"""The words of a catalogue and of its languages: what kinds, brands, columns and values are called."""

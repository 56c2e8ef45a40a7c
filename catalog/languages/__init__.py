"""Everything the catalogue knows of human languages: a language is a folder here, found by the registry."""

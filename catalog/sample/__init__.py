"""Our own bilingual shop, so that a newcomer has something to talk about."""

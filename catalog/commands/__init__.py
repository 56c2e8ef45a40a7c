"""The commands of `python -m catalog`: what is typed, and what is printed."""

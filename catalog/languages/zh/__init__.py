"""Chinese: data files, word cutting, one script for both scripts, and Chinese numerals."""

"""The index: the token stream of a corpus and its postings, as memory-mapped arrays on disk."""

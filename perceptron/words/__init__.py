"""The sentences: each file says one kind of finding in English, and works nothing out by itself."""

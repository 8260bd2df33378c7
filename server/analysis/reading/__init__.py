"""How a pasted text or a web page becomes blocks; `documents.py` is the way in."""

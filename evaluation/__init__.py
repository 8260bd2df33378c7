"""How good the analysis is, measured on policies that it was not written from."""

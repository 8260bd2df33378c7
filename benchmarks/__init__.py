"""How fast Smallprint is, measured on one core."""

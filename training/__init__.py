"""How the weights of server/analysis/classifier.py are made; nothing here is needed to run the service."""

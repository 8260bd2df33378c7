"""The service over HTTP: the only place that knows Flask."""

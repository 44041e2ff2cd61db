"""One module a family of inputs; each function that `hostile` decorates writes one."""

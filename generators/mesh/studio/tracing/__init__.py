"""What runs in the child process: the only modules that import the path tracer."""

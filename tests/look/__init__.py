"""What finished files look like, in numbers and as contact sheets: `make look`."""

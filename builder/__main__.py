"""The way in from a shell: `paperdeck`, or `python -m builder`."""

import signal


def main() -> None:
    """Run the command line; end at once where that is asked for before anything has begun."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from builder.cli import main as run

    run()


if __name__ == "__main__":
    main()

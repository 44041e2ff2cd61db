"""The way in from a shell: `paperdeck`, or `python -m builder`."""

import gc
import signal


def main() -> None:
    """Run the command line; end at once where that is asked for before anything has begun."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # what is imported stays
    from builder.cli import main as run

    gc.enable()
    run()


if __name__ == "__main__":
    main()

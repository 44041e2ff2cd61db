"""The way in from a shell: `paperdeck`, or `python -m builder`."""

import atexit
import gc
import os
import signal


def main() -> None:
    """Run the command line; end at once where that is asked for before anything has begun."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # what is imported stays
    from builder import patterns

    patterns.remember()
    from builder.cli import main as run

    gc.enable()
    try:
        run()
    except SystemExit as end:
        patterns.save()
        atexit._run_exitfuncs()
        # To take apart all that a build has made takes a tenth of a small one.
        os._exit(end.code if isinstance(end.code, int) else 1)


if __name__ == "__main__":
    main()

"""`paperdeck preview`: both files side by side in the browser, in step with every save."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import content_argument, say


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Port of 127.0.0.1 to serve on; without it, a free one is taken.",
)
@click.option("--no-open", "closed", is_flag=True, help="Open no browser; print the address only.")
@click.option(
    "--since",
    metavar="EDITION",
    default="",
    help="Compare with this edition: a finished file, a folder, a git revision.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="Folder for the finished files.",
)
@content_argument
def preview(content: Path, out: Path, port: int, closed: bool, since: str) -> None:
    """Show both files of CONTENT side by side in the browser, and follow every save.

    Point at a figure to see every place that prints it and where it comes from, try other values,
    see what would no longer hold. The files are made and proved meanwhile. Only this machine can
    see it, by the address that is printed. Ends with Ctrl-C.
    """
    from builder.preview import serve

    def ready(address: str) -> None:
        say(f"{content}: {address}")
        if not closed:
            _open(address)

    try:
        serve(content, out, port, ready, since)
    except OSError as error:
        raise click.UsageError(
            f"port {port} cannot be had ({error.strerror}): name another one, or none"
        ) from error


def _open(address: str) -> None:
    """Open the browser where there is one."""
    import os
    import sys
    import webbrowser

    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform != "linux" or any(map(os.environ.get, screens)):
        webbrowser.open(address)

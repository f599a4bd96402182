"""The atlas at the command line: `python -m atlas <command>`; `--help` lists the commands."""

import argparse
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Final

from atlas.errors import AtlasError

_COMMANDS: Final = {
    "check": ("atlas.records.cli", "check_main", "read all records and report every problem at once"),
    "schema": ("atlas.records.cli", "schema_main", "write the JSON Schemas and the data dictionary"),
    "build": ("atlas.build.run", "main", "build the layers from the records"),
    "citation": ("atlas.export.cli", "citation_main", "write CITATION.cff for the newest version of the data"),
    "release": ("atlas.build.release", "main", "check all, and keep the layers as the newest version of the data"),
    "archive": ("atlas.records.archive", "main", "list the sources that have no archived copy (--dry-run)"),
    "geography": ("atlas.build.geography", "main", "build land and seas from the limit lines and Natural Earth"),
}


def main(argv: Sequence[str]) -> int:
    """Run one command.

    Parameters
    ----------
    argv : sequence of str
        The command and its options.

    Returns
    -------
    int
        0 where all is well, 1 where the command found problems or could not do its work, 130 where it was stopped.
    """
    told = "\n".join(f"  {name:<10} {what}" for name, (_, _, what) in _COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="python -m atlas",
        description="Joint Sea Atlas: tend the data.",
        epilog=f"commands:\n{told}\n\n`python -m atlas <command> --help` tells a command's options.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=_COMMANDS, metavar="command", help="what to do")
    module, function, _ = _COMMANDS[parser.parse_args(argv[:1]).command]
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a name in Chinese must not stop a report in an old terminal
    try:
        code: int = getattr(import_module(module), function)(argv[1:])  # only what the command needs is loaded
    except AtlasError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader, `| head` say, has seen enough
        sys.stdout = sys.__stderr__
        return 1
    return code


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends it leaves nothing half done either
    sys.exit(main(sys.argv[1:]))

"""`streamlit run`, with a line for every run of the script: how long the server's thread took for it.

Called as `python -m benchmarks.timed run app.py ...`. It times the same call for every app, so what is compared is
alike; Streamlit has no public place for that, hence the private name (its version is pinned).
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.web.cli import main

RUNS = "BENCH_RUNS"


def note_runs(file: Path) -> None:
    """Append `[when it ended (s since 1970), wall ms, CPU ms of the thread]` to the file after each run of a script."""
    run = ScriptRunner._run_script  # noqa: SLF001

    def timed(self: ScriptRunner, *given: Any) -> None:
        wall, used = time.perf_counter(), time.thread_time()
        try:
            run(self, *given)
        finally:
            took = [(time.perf_counter() - wall) * 1000, (time.thread_time() - used) * 1000]
            with file.open("a", encoding="utf-8") as out:
                out.write(json.dumps([time.time(), *took]) + "\n")

    ScriptRunner._run_script = timed  # type: ignore[method-assign] # noqa: SLF001


if __name__ == "__main__":
    note_runs(Path(os.environ[RUNS]))
    sys.exit(main(prog_name="streamlit"))

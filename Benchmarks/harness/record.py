"""Keeps the results of a run for later runs to be compared with."""

import json
import subprocess
from datetime import datetime, timezone

from harness.tools import ROOT


def append(report):
    """Appends one line of JSON; it names the commit and the time, not the machine."""
    commit = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"], capture_output=True,
                            text=True, check=False).stdout.strip()
    line = {"commit": commit, "at": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%MZ"), **report.values}
    with open(ROOT / "Benchmarks" / "history.jsonl", "a", encoding="utf-8") as history:
        history.write(json.dumps(line) + "\n")

"""Counts instructions, which no busy neighbour changes: what a regression is judged by."""

import re
import shutil
import subprocess

from harness.tools import BenchError


def count(bench, report):
    """Adds a line for each form and the import, where valgrind is installed."""
    if not shutil.which("valgrind") or not shutil.which("strip"):
        report.note("instructions: not counted, valgrind is not installed")
        return
    # Valgrind stumbles over Swift's debug information.
    bare = bench.scratch / "bare"
    shutil.copy(bench.binary, bare)
    subprocess.run(["strip", "-g", str(bare)], check=True)
    cases = {"explain": bench.ask("terminal"), "explain-json": bench.ask("json"),
             "explain-html": bench.ask("html")}
    counts = {name: counted([bare, *command[1:]], bench.scratch) for name, command in cases.items()}
    report.note("instructions " + " ".join(f"{name}={value}" for name, value in counts.items()))
    report.values["instructions"] = counts


def counted(command, scratch):
    """The instructions of one run."""
    tool = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={scratch / 'callgrind'}"]
    done = subprocess.run([*tool, *map(str, command)], capture_output=True, text=True, check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        raise BenchError(f"valgrind ended with {done.returncode}: {done.stderr[-400:]}")
    return int(found[1])

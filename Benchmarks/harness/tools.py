"""What measuring needs: a Python with the peer's packages, and one measured run of a command."""

import hashlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".build" / "bench-venv"
PACKAGES = ["pandas", "TA-Lib", "numpy", "polars"]


class BenchError(Exception):
    """Why nothing was measured, for the reader."""


def python():
    """A Python that has the peer's packages: this one, or one in a virtual environment made on demand."""
    for candidate in (sys.executable, VENV / "bin" / "python3"):
        if Path(candidate).exists() and has_packages(candidate):
            return str(candidate)
    print(f"making {VENV.relative_to(ROOT)} with {', '.join(PACKAGES)}", file=sys.stderr)
    pip = [str(VENV / "bin" / "python3"), "-m", "pip", "install", "--quiet", *PACKAGES]
    for command in ([sys.executable, "-m", "venv", str(VENV)], pip):
        if subprocess.run(command, check=False).returncode != 0:
            raise BenchError(f"the peer needs Python with {', '.join(PACKAGES)}, and pip could not bring them; "
                             f"install them (pip install {' '.join(PACKAGES)}) and run again")
    return str(VENV / "bin" / "python3")


def has_packages(candidate):
    """Whether a Python can import what the peer imports."""
    command = [str(candidate), "-c", "import numpy, pandas, polars, talib"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@dataclass
class Run:
    """One process from its start to its end."""

    seconds: float
    megabytes: float
    digest: str


def run(command, output, accepted=(0,)):
    """Runs a command into a file and answers what it took; its output is digested, never thrown away."""
    with open(output, "wb") as sink:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=sink, stderr=subprocess.PIPE)
        complaint = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        raise BenchError(f"{' '.join(map(str, command))} ended with {child.returncode}: "
                         f"{complaint.decode(errors='replace').strip()}")
    # Linux counts kilobytes, macOS bytes.
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    digest = hashlib.sha256(Path(output).read_bytes()).hexdigest()
    return Run(seconds, usage.ru_maxrss / scale, digest)


def interleaved(repeats, *sides):
    """Runs the sides in turn, so that a busy minute falls on all of them; a list of runs for each."""
    runs = [[] for _ in sides]
    for _ in range(repeats):
        for own, side in zip(runs, sides):
            own.append(side())
    for own in runs:
        if len({one.digest for one in own}) != 1:
            raise BenchError("the same command gave different bytes on different runs")
    return runs

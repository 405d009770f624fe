"""The hot parts alone, by the clock of their thread; the averages beside TA-Lib on the same doubles."""

import json
import math
import subprocess
from pathlib import Path

from harness.agreement import TOLERANCE
from harness.tools import BenchError

DOUBLES = 1_000_000
ROUNDS = 3
NOTES = {"sma": "carries a compensated sum on purpose"}


def measure(binary, case, python, scratch, report):
    """Enters every part; our process and the peer's take turns."""
    doubles = scratch / "doubles"
    peer = [python, str(Path(__file__).with_name("talib_peer.py")), str(doubles)]
    lines([*peer, "--make", str(DOUBLES)])
    ours = [str(binary), str(case), str(scratch / "store.sqlite"), str(doubles)]
    rounds = [(lines(ours), lines(peer)) for _ in range(ROUNDS)]
    own, theirs = (merged(side) for side in zip(*rounds))
    for name, part in own.items():
        enter(name, part, theirs.get(name), report)


def enter(name, part, other, report):
    """Enters one part, and its peer where there is one."""
    if other is None:
        report.kernel(name, "ours", part["min_ns"] / 1e6, part["median_ns"] / 1e6, "ms")
        report.line(f"kernel-{name}", ours=f"{part['min_ns'] / 1e6:.2f}ms",
                    rate=f"{part['elements'] / part['min_ns'] * 1e3:.0f}MB/s")
        report.values[f"kernel-{name}"] = {"ours_ms": part["min_ns"] / 1e6}
        return
    if not math.isclose(part["result"], other["result"], rel_tol=TOLERANCE):
        raise BenchError(f"{name} differs: ours {part['result']!r}, TA-Lib's {other['result']!r}")
    own, peer = (side["min_ns"] / side["elements"] for side in (part, other))
    report.kernel(name, "ours", own, part["median_ns"] / part["elements"], "ns")
    report.kernel("", "TA-Lib", peer, other["median_ns"] / other["elements"], "ns")
    note = f" ({NOTES[name]})" if name in NOTES else ""
    report.line(f"kernel-{name}", ours=f"{own:.2f}ns", peer=f"{peer:.2f}ns", ratio=f"{peer / own:.2f}{note}")
    report.values[f"kernel-{name}"] = {"ours_ns": own, "peer_ns": peer}


def lines(command):
    """What a process printed, by the name of the part."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BenchError(f"{command[0]} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    return {part["part"]: part for part in map(json.loads, done.stdout.splitlines())}


def merged(rounds):
    """The least of the least times, and the middle of the middle ones."""
    parts = {}
    for name, last in rounds[-1].items():
        least = min(one[name]["min_ns"] for one in rounds)
        middle = sorted(one[name]["median_ns"] for one in rounds)[len(rounds) // 2]
        parts[name] = last | {"min_ns": least, "median_ns": middle}
        if last["result"] is None:
            raise BenchError(f"{name} gave no result")
    return parts

"""The hot parts alone, by the clock of their thread; the indicators beside TA-Lib on the same doubles."""

import json
import math
import os
import re
import shutil
import subprocess
from pathlib import Path

from harness.agreement import TOLERANCE
from harness.tools import BenchError

DOUBLES = 10_000_000
# Each round times every part three times, so that a busy minute falls on both sides.
ROUNDS, REPEATS = 7, 3
# The move that reads and writes as many columns.
MOVES = {"sma": "move-1-1", "ema": "move-1-1", "rsi": "move-1-1", "macd": "move-1-3", "atr": "move-3-1"}
# Memory in large pages, as numpy asks for it by itself on the peer's side.
LARGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
STREAMED = (1_000, 51_000)


def measure(binary, case, python, scratch, report):
    """Enters every part; our process and the peer's take turns."""
    doubles = scratch / "doubles"
    peer = [python, str(Path(__file__).with_name("talib_peer.py")), str(doubles)]
    lines([*peer, "--make", str(DOUBLES)])
    ours = [str(binary), str(case), str(scratch / "store.sqlite"), str(doubles), str(REPEATS)]
    rounds = [(lines(ours), lines(peer)) for _ in range(ROUNDS)]
    own, theirs = (merged(side) for side in zip(*rounds))
    moves = {name: own.pop(name) for name in sorted(set(MOVES.values()))}
    alone, together = (own.pop(name) for name in ("one-core", "all-cores"))
    for name, part in own.items():
        enter(name, part, theirs.get(name), report)
    memory(moves, own, report)
    cores(alone, together, report)
    allocations(binary, scratch, report)


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
    own, peer = (least(side) for side in (part, other))
    report.kernel(name, "ours", own, part["median_ns"] / part["elements"], "ns")
    report.kernel("", "TA-Lib", peer, other["median_ns"] / other["elements"], "ns")
    note = "" if other["storage"] == "given" else " (TA-Lib's with its own storage)"
    report.line(f"kernel-{name}", ours=f"{own:.2f}ns", peer=f"{peer:.2f}ns", ratio=f"{peer / own:.2f}{note}")
    report.values[f"kernel-{name}"] = {"ours_ns": own, "peer_ns": peer}


def least(part):
    """Nanoseconds a value."""
    return part["min_ns"] / part["elements"]


def memory(moves, own, report):
    """How much of each time would pass with moving the columns and computing next to nothing.

    The move stores as usual; whoever writes past the cache may take less, and its share be more than all.
    """
    rate = 16 / least(moves["move-1-1"])
    shares = {name: least(moves[move]) / least(own[name]) for name, move in MOVES.items()}
    report.line("kernel-memory", copy=f"{rate:.1f}GB/s", **{name: f"{share:.0%}" for name, share in shares.items()})
    report.values["kernel-memory"] = {"copy_gb_s": rate, **shares}


def cores(alone, together, report):
    """The same work over 64 assets on one core and on all; wall time."""
    if alone["result"] != 1 or together["result"] != 1:
        raise BenchError("sma over many assets differs with the number of cores")
    one, all_ = least(alone), least(together)
    report.kernel("sma, 64 assets", "one core", one, alone["median_ns"] / alone["elements"], "ns")
    report.kernel("", "all cores", all_, together["median_ns"] / together["elements"], "ns")
    report.line("kernel-sma-2cores", ours=f"{all_:.2f}ns", alone=f"{one:.2f}ns", ratio=f"{one / all_:.2f}")
    report.values["kernel-sma-2cores"] = {"ours_ns": all_, "alone_ns": one}


def allocations(binary, scratch, report):
    """How many allocations fifty thousand further updates of each of the five cost, counted by valgrind."""
    if not shutil.which("valgrind") or not shutil.which("strip"):
        report.note("allocations: not counted, valgrind is not installed")
        return
    # Valgrind stumbles over Swift's debug information.
    bare = scratch / "bare-bench"
    shutil.copy(binary, bare)
    subprocess.run(["strip", "-g", str(bare)], check=True)
    few, many = (counted([bare, "--stream", str(count)]) for count in STREAMED)
    report.line("kernel-stream", updates=STREAMED[1] - STREAMED[0], allocations=many - few)
    report.values["kernel-stream"] = {"allocations": many - few}


def counted(command):
    """The allocations of one run."""
    tool = ["valgrind", "--leak-check=no", "--undef-value-errors=no"]
    done = subprocess.run([*tool, *map(str, command)], capture_output=True, text=True, check=False)
    found = re.search(r"total heap usage: ([\d,]+) allocs", done.stderr)
    if done.returncode != 0 or not found:
        raise BenchError(f"valgrind ended with {done.returncode}: {done.stderr[-400:]}")
    return int(found[1].replace(",", ""))


def lines(command):
    """What a process printed, by the name of the part."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | LARGE_PAGES)
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

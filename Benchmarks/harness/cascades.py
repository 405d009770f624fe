"""The cascade's kernels beside C as one would write it first, and beside numpy, on the same scenarios."""

import json
import math
import shutil
import subprocess

from harness.agreement import TOLERANCE
from harness.commands import PEER
from harness.instructions import counted
from harness.tools import BenchError

SCENARIOS = 200_000
# Each round times every kernel three times on each side, so that a busy minute falls on all.
ROUNDS, REPEATS = 5, 3
COMPILER = ["cc", "-O3", "-march=native"]
# What our speed per core should be over that of C, at least; and the seconds of work of a million accounts.
TARGETS = {"fixed-point": 1.3, "paths": 3.0}
ACCOUNTS_TARGET = 0.3
# Two sizes, so that what does not grow with the scenarios drops out.
COUNTED = (4_096, 12_288)


def measure(binary, python, scratch, report):
    """Enters both kernels and the accounts; our processes and the peers' take turns."""
    peer = compiled(scratch)
    if peer is None:
        report.note("cascades: not measured, there is no C compiler")
        return
    given, numpy = scratch / "scenarios", [python, PEER / "cascade.py"]
    lines([*numpy, given, "--make", SCENARIOS])
    sides = [[binary, given, 1, REPEATS], [peer, given, 1, REPEATS], [binary, given, 0, REPEATS]]
    rounds = [[lines(side) for side in sides] for _ in range(ROUNDS)]
    alone, theirs, together = (merged(side) for side in zip(*rounds))
    vectors = lines([*numpy, given, 1])
    for name, target in TARGETS.items():
        agree(name, [alone[name], theirs[name], together[name], vectors[name]])
        enter(name, alone[name], theirs[name], vectors[name], target, report)
        cores(name, alone[name], together[name], report)
    accounts(alone["accounts"], report)
    instructions(binary, numpy, scratch, report)


def compiled(scratch):
    """The peer in C, or None where there is no compiler."""
    if not shutil.which(COMPILER[0]):
        return None
    program = scratch / "cascade"
    command = [*COMPILER, "-o", program, PEER / "cascade.c", "-lm", "-lpthread"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BenchError(f"the peer in C does not compile: {done.stderr[-400:]}")
    return program


def agree(name, sides):
    """All sides' falls add up to the same."""
    for side in sides[1:]:
        if not math.isclose(side["result"], sides[0]["result"], rel_tol=TOLERANCE):
            raise BenchError(f"cascade-{name} differs: ours {sides[0]['result']!r}, {side['result']!r}")


def enter(name, own, other, vectors, target, report):
    """One kernel on one core, by the clock that counts the process's work."""
    times = [side["core_ns"] / side["elements"] for side in (own, other, vectors)]
    for label, side in (("ours", own), ("C", other), ("numpy", vectors)):
        report.kernel(f"cascade-{name}" if label == "ours" else "", label,
                      side["core_ns"] / side["elements"], side["core_median_ns"] / side["elements"], "ns")
    ratio = times[1] / times[0]
    report.line(f"cascade-{name}", ours=f"{times[0]:.1f}ns", peer=f"{times[1]:.1f}ns", ratio=f"{ratio:.2f}",
                target=f"{target}:{'met' if ratio >= target else 'missed'}")
    report.line(f"cascade-{name}-numpy", ours=f"{times[0]:.1f}ns", peer=f"{times[2]:.1f}ns",
                ratio=f"{times[2] / times[0]:.2f}")
    report.values[f"cascade-{name}"] = dict(zip(("ours_ns", "peer_ns", "numpy_ns"), times))


def cores(name, alone, together, report):
    """One core against all; wall time."""
    one, all_ = (side["min_ns"] / side["elements"] for side in (alone, together))
    report.line(f"cascade-{name}-2cores", ours=f"{all_:.1f}ns", alone=f"{one:.1f}ns", ratio=f"{one / all_:.2f}")
    report.values[f"cascade-{name}-2cores"] = {"ours_ns": all_, "alone_ns": one}


def accounts(part, report):
    """A cascade over a million accounts: the engine made, the sort, every account's books; on one core."""
    wall, core = part["min_ns"] / 1e9, part["core_ns"] / 1e9
    report.kernel("cascade-accounts", "ours", wall * 1e3, part["median_ns"] / 1e6, "ms")
    report.line("cascade-accounts", ours=f"{wall:.3f}s", core=f"{core:.3f}s",
                target=f"{ACCOUNTS_TARGET}s:{'met' if core <= ACCOUNTS_TARGET else 'missed'}")
    report.values["cascade-accounts"] = {"ours_s": wall, "core_s": core}


def instructions(binary, numpy, scratch, report):
    """Instructions a scenario of ours, which no busy neighbour changes; C's are vectors valgrind does not know."""
    if not shutil.which("valgrind") or not shutil.which("strip"):
        report.note("cascade instructions: not counted, valgrind is not installed")
        return
    # Valgrind stumbles over Swift's debug information.
    bare = scratch / "bare-cascades"
    shutil.copy(binary, bare)
    subprocess.run(["strip", "-g", str(bare)], check=True)
    counts = {}
    for name in TARGETS:
        totals = []
        for count in COUNTED:
            given = scratch / "counted"
            lines([*numpy, given, "--make", count])
            totals.append(counted([bare, given, 1, 1, name], scratch))
        counts[name] = round((totals[1] - totals[0]) / (COUNTED[1] - COUNTED[0]))
    report.note("cascade instructions a scenario " + " ".join(f"{name}={value}" for name, value in counts.items()))
    report.values["cascade-instructions"] = counts


def lines(command):
    """What a process printed, by the name of the part."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BenchError(f"{command[0]} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    return {part["part"]: part for part in map(json.loads, done.stdout.splitlines())}


def merged(rounds):
    """The least of the least times, and the middle of the middle ones."""
    parts = {}
    for name, last in rounds[-1].items():
        if len({one[name]["result"] for one in rounds}) != 1:
            raise BenchError(f"cascade-{name} gave different results on different runs")
        found = dict(last)
        for clock in ("min_ns", "core_ns"):
            found[clock] = min(one[name][clock] for one in rounds)
        for clock in ("median_ns", "core_median_ns"):
            found[clock] = sorted(one[name][clock] for one in rounds)[len(rounds) // 2]
        parts[name] = found
    return parts

"""A report over ever more assets with ten years of daily bars each, beside polars on the same bars."""

import json
import math
import shutil

from harness import tools
from harness.agreement import TOLERANCE, latest
from harness.commands import PEER
from harness.tools import ROOT, BenchError, interleaved

SIZES = (100, 300, 1000, 3000)
DAYS = 3650
# The midnight after the last bar of a generated case.
AT = "2024-12-29T00:00Z"
NAMED = 1000
REPEATS = 5
GENERATOR = ROOT / "Scripts" / "generate_wide_case.py"
# A generated case has bars and nothing else: the report says what it lacks, by its exit code too.
THIN = (0, 2)


class Wide:
    """One size: a generated case, the store made of it, and the commands that are asked of both."""

    def __init__(self, binary, python, scratch, assets):
        self.assets, self.binary, self.python, self.scratch = assets, binary, python, scratch
        self.case, self.store = scratch / f"wide-{assets}", scratch / f"wide-{assets}.sqlite"

    def fill(self):
        """Generates and imports; answers what the import took."""
        self.run([self.python, GENERATOR, "--assets", self.assets, "--days", DAYS, "--output", self.case,
                  "--parquet"])
        imported = self.run([self.binary, "import", self.case, "--store", self.store])
        for path in self.case.glob("bars-*.csv"):
            path.unlink()
        return imported

    def remove(self):
        """Takes both away again; the widest are gigabytes."""
        shutil.rmtree(self.case, ignore_errors=True)
        for path in self.scratch.glob(f"wide-{self.assets}.sqlite*"):
            path.unlink()

    def ask(self, form="terminal"):
        """The question to us."""
        return self.run([self.binary, "explain", "--at", AT, "--store", self.store, "--format", form], THIN)

    def ask_peer(self):
        """The same question to polars."""
        return self.run([self.python, PEER / "wide_report.py", "--case", self.case, "--at", AT])

    def read(self, kernels):
        """Every daily close, high and low, by a process that does nothing else."""
        return self.run([kernels, "--columns", self.store, AT, "1"])

    def run(self, command, accepted=(0,)):
        """One measured run."""
        return tools.run([str(part) for part in command], self.output, accepted)

    @property
    def output(self):
        """Where the last command wrote."""
        return self.scratch / "wide-output"


def measure(binary, python, kernels, scratch, report):
    """Enters every size, the line of the named one, and how time and memory grow."""
    seconds, megabytes, theirs = {}, {}, {}
    for assets in SIZES:
        wide = Wide(binary, python, scratch, assets)
        try:
            imported = wide.fill()
            report.note(f"import wide-{assets}: {imported.seconds:.2f}s, {imported.megabytes:.0f} MB, "
                        f"{assets * DAYS / imported.seconds / 1e6:.2f} million bars a second")
            speaks = check(wide, kernels)
            ours, peer = interleaved(REPEATS, wide.ask, wide.ask_peer)
            enter(wide, ours, peer, report)
            if kernels:
                reading(wide, kernels, report)
        finally:
            wide.remove()
        seconds[assets] = min(run.seconds for run in ours)
        theirs[assets] = min(run.seconds for run in peer)
        megabytes[assets] = max(run.megabytes for run in ours)
    if not speaks:
        report.note("report-wide: our report says nothing of single assets, the peer's does: unequal work, no comparison")
    report.note(f"fit report-wide ours: {line(seconds, 1e3, 'ms')}; memory {line(megabytes, 1e3, 'kB', 'MB')}")
    report.note(f"fit report-wide peer: {line(theirs, 1e3, 'ms')}")


def enter(wide, ours, peer, report):
    """Enters the runs of one size; the named one has the targets and the closing lines."""
    name = f"report-wide-{wide.assets}"
    if wide.assets == NAMED:
        report.time(name, ours, peer, target=0.6, memory=300)
        report.memory(name, ours, peer)
    else:
        report.side(name, "ours", ours)
        report.side("", "peer", peer)


def check(wide, kernels):
    """Both sides see the same market: TOTAL's change is the sum of what the assets gave to it.

    Answers whether our report speaks of each asset.
    """
    wide.ask("json")
    facts = latest(json.loads(wide.output.read_text(encoding="utf-8"))["facts"])
    wide.ask_peer()
    peer = json.loads(wide.output.read_text(encoding="utf-8"))
    agree("the index's change", facts.get(("change.24h", "index:TOTAL")), peer["change.24h"])
    if kernels:
        wide.read(kernels)
        for part in map(json.loads, wide.output.read_text(encoding="utf-8").splitlines()):
            agree(f"the closes of {part['part']}", part["result"], peer["closes"])
    return any(subject.startswith("asset:") for _, subject in facts)


def agree(name, ours, peer):
    """Ends the run where both sides differ."""
    if ours is None or not math.isclose(ours, peer, rel_tol=TOLERANCE, abs_tol=TOLERANCE):
        raise BenchError(f"{name} differs: ours {ours!r}, peer's {peer!r}")


def reading(wide, kernels, report):
    """Enters what reading alone takes, in a process of its own."""
    wide.read(kernels)
    for part in map(json.loads, wide.output.read_text(encoding="utf-8").splitlines()):
        report.kernel(f"{part['part']}-{wide.assets}", "ours", part["min_ns"] / 1e6, part["median_ns"] / 1e6, "ms")
        if wide.assets == NAMED:
            report.line(f"kernel-{part['part']}", ours=f"{part['min_ns'] / 1e6:.1f}ms",
                        bytes=part["elements"], rate=f"{part['elements'] / part['min_ns']:.2f}GB/s")
            report.values[f"kernel-{part['part']}"] = {"ours_ms": part["min_ns"] / 1e6}


def line(values, scale, unit, base=None):
    """The least squares line through values by their number of assets, in words."""
    count = len(values)
    mean_x, mean_y = sum(values) / count, sum(values.values()) / count
    spread = sum((x - mean_x) ** 2 for x in values)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in values.items()) / spread
    rest = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in values.items())
    total = sum((y - mean_y) ** 2 for y in values.values())
    start = mean_y - slope * mean_x
    constant = f"{start:.0f} {base}" if base else f"{start * scale:.1f} {unit}"
    return f"{constant} + {slope * scale:.4f} {unit} an asset, R2 {1 - rest / total if total else 1:.4f}"

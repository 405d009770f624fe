"""What a run found: a table for the eye, lines for a program."""

import resource
import sys
from statistics import median


class Report:
    """Rows of the table and the closing lines, in the order in which they were found."""

    def __init__(self):
        self.rows = [("case", "side", "min", "median", "peak RSS", "target")]
        self.lines = []
        self.values = {}

    def time(self, case, ours, peer, *, target=None, memory=None):
        """Enters the runs of both sides; `target` in seconds, `memory` in megabytes."""
        own, other = self.side(case, "ours", ours, target, memory), self.side("", "peer", peer)
        self.line(case, ours=f"{own:.3f}s", peer=f"{other:.2f}s", ratio=f"{other / own:.1f}")
        self.values[case] = {"ours_s": own, "peer_s": other}

    def memory(self, case, ours, peer):
        """Enters the peak memory of runs that `time` has entered."""
        own, other = (max(one.megabytes for one in runs) for runs in (ours, peer))
        self.line(f"{case}-memory", ours=f"{own:.0f}MB", peer=f"{other:.0f}MB", ratio=f"{other / own:.1f}")
        self.values[f"{case}-memory"] = {"ours_mb": own, "peer_mb": other}

    def side(self, case, side, runs, target=None, memory=None):
        """Enters one side and answers its least time."""
        seconds = [one.seconds for one in runs]
        peak = max(one.megabytes for one in runs)
        verdicts = [verdict(min(seconds) * 1e3, target and target * 1e3, "ms"), verdict(peak, memory, "MB")]
        self.rows.append((case, side, f"{min(seconds) * 1e3:.1f} ms", f"{median(seconds) * 1e3:.1f} ms",
                          shown(peak), "; ".join(filter(None, verdicts))))
        return min(seconds)

    def kernel(self, case, side, least, middle, unit):
        """Enters a figure of the kernels, which run inside a process."""
        self.rows.append((case, side, f"{least:.2f} {unit}", f"{middle:.2f} {unit}", "", ""))

    def note(self, text):
        """Adds a closing line that is no comparison."""
        self.lines.append(text)

    def line(self, case, **values):
        """Adds `BENCH case key=value …`."""
        self.lines.append(" ".join([f"BENCH {case}"] + [f"{key}={value}" for key, value in values.items()]))

    def print(self):
        """Prints the table, its columns aligned, and the closing lines."""
        widths = [max(len(row[column]) for row in self.rows) for column in range(len(self.rows[0]))]
        for row in self.rows:
            cells = [cell.ljust(width) if column in (0, 1, 5) else cell.rjust(width)
                     for column, (cell, width) in enumerate(zip(row, widths))]
            print("  ".join(cells).rstrip())
        print("\n" + "\n".join(self.lines))


def shown(peak):
    """A peak in words. A child begins with its parent's peak to its name, so a smaller one cannot be seen."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return f"{peak:.0f} MB" if peak > own else f"< {own:.0f} MB"


def verdict(value, target, unit):
    """Whether a value keeps to its target, in words; nothing without one."""
    if target is None:
        return ""
    return f"<= {target:g} {unit}: {'met' if value <= target else 'not met'}"

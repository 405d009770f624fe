"""The commands that are measured, ours and the peer's."""

import json
from pathlib import Path

from harness import tools
from harness.tools import BenchError, ROOT, interleaved

AT = "2025-01-27T12:00Z"
PEER = ROOT / "Benchmarks" / "peer"


class Bench:
    """Both sides with their stores and outputs in a scratch folder."""

    def __init__(self, binary, case, python, scratch, repeats):
        self.binary, self.case, self.python = binary, case, python
        self.scratch, self.repeats = scratch, repeats
        self.store = scratch / "store.sqlite"

    def fill(self):
        """Fills the store that the questions are asked of."""
        self.run([self.binary, "import", self.case, "--store", self.store])

    def ask(self, form):
        """The question, in a form."""
        return [self.binary, "explain", "--at", AT, "--store", self.store, "--format", form]

    def ask_peer(self):
        """The same question to pandas."""
        return [self.python, PEER / "explain.py", "--case", self.case]

    def our_figures(self):
        """Every fact of our report."""
        return self.figures(self.ask("json"))

    def peer_figures(self):
        """Every figure of the peer."""
        return self.figures(self.ask_peer())

    def figures(self, command):
        """What a command printed, as JSON."""
        self.run(command)
        return json.loads(self.output.read_text(encoding="utf-8"))

    @property
    def output(self):
        """Where the last command wrote."""
        return self.scratch / "output"

    def run(self, command):
        """One measured run."""
        return tools.run([str(part) for part in command], self.output)

    def explain(self, report):
        """The question, cold, in each form; the peer prints one, and is measured beside the first."""
        forms = ["terminal", "json", "html"]
        sides = [self.ask(form) for form in forms] + [self.ask_peer()]
        *ours, peer = interleaved(self.repeats, *[lambda side=side: self.run(side) for side in sides])
        report.time("explain", ours[0], peer, target=0.060, memory=64)
        report.memory("explain", ours[0], peer)
        for form, runs in zip(forms[1:], ours[1:]):
            report.time(f"explain-{form}", runs, peer, target=0.075, memory=64)
        self.check(report)
        self.floors(report)

    def check(self, report):
        """An article of ten thousand characters that names a cause; it may find a claim refuted. No peer does it."""
        fixture = ROOT / "Tests" / "Fixtures" / "Claims" / "golden-day.txt"
        text = "The crypto market fell because of DeepSeek. " + fixture.read_text(encoding="utf-8")
        article = self.scratch / "article.txt"
        article.write_text((text * (10_000 // len(text) + 1))[:10_000], encoding="utf-8")
        command = [self.binary, "check", article, "--at", AT, "--store", self.store]
        runs = [tools.run([str(part) for part in command], self.output, (0, 4)) for _ in range(self.repeats)]
        least = report.side("check-10kB", "ours", runs, target=0.2)
        report.line("check-10kB", ours=f"{least:.3f}s", target=f"0.2s:{'met' if least <= 0.2 else 'not met'}")
        report.values["check-10kB"] = {"ours_s": least}

    def floors(self, report):
        """What neither side can go below: a process that does nothing, and the peer's work without its start."""
        idle = [self.run([self.binary, "--version"]) for _ in range(self.repeats)]
        report.side("process start", "ours", idle)
        loaded = [self.run([self.python, "-c", "import pandas"]) for _ in range(self.repeats)]
        report.side("", "peer", loaded)
        warm = self.figures([self.python, Path(__file__).with_name("warm.py"), PEER / "explain.py",
                             "--repeats", self.repeats, "--case", self.case])
        report.kernel("explain, warm", "peer", warm["min"] * 1e3, warm["median"] * 1e3, "ms")
        report.note(f"peer, without interpreter start and imports: {warm['min']:.3f}s "
                    f"(first run of the process {warm['first']:.3f}s)")

    def importing(self, report):
        """The case into a store that is not there yet."""
        fresh, theirs = self.scratch / "fresh.sqlite", self.scratch / "theirs.sqlite"

        def ours():
            self.remove(fresh)
            return self.run([self.binary, "import", self.case, "--store", fresh])

        def peer():
            self.remove(theirs)
            return self.run([self.python, PEER / "import_case.py", "--case", self.case, "--store", theirs])

        runs = interleaved(max(3, self.repeats // 2), ours, peer)
        self.same_rows(fresh, theirs)
        report.time("import", *runs, target=1.0)
        report.memory("import", *runs)

    @staticmethod
    def remove(store):
        """Takes a store away with the files that SQLite keeps beside it."""
        for suffix in ("", "-wal", "-shm"):
            Path(f"{store}{suffix}").unlink(missing_ok=True)

    @staticmethod
    def same_rows(ours, theirs):
        """Both stores hold as many bars and headlines."""
        import sqlite3

        # A row of ours holds many bars.
        for ours_of, theirs_of in (("sum(count) FROM bar_chunk", "bars"), ("count(*) FROM headline", "headlines"),
                                   ("count(*) FROM supply", "supplies")):
            counts = []
            for path, rows in ((ours, ours_of), (theirs, f"count(*) FROM {theirs_of}")):
                with sqlite3.connect(path) as store:
                    counts.append(store.execute(f"SELECT {rows}").fetchone()[0])
            if counts[0] != counts[1]:
                raise BenchError(f"{theirs_of}: {counts[0]} rows in ours, {counts[1]} in the peer's")

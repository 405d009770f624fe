"""A whole explanation of a made market: every test of causes with as many placebo dates as it takes at most, and
the outlook with all its paths. No peer does either, so that both are held against the time they may take."""

import shutil

from harness import tools
from harness.tools import ROOT, BenchError

GENERATOR = ROOT / "Scripts" / "generate_wide_case.py"
ASSETS, DAYS = 200, 1200
# The midnight after the last bar.
AT = "2018-04-15T00:00Z"
TARGET = 1.5
REPEATS = 5
# The planted name, what is said of it, and how many dates it was held against.
EXPECTED = ("quenvara (s0) moved the market", "1,000 earlier dates")
# A made market has no leverage: the report says so by its exit code too.
THIN = (0, 2)


def measure(binary, python, scratch, report):
    """Enters both commands and their sum."""
    case, store = scratch / "told", scratch / "told.sqlite"
    output = scratch / "told-output"

    def run(*command, accepted=(0,)):
        return tools.run([str(part) for part in command], output, accepted)

    run(python, GENERATOR, "--told", "--assets", ASSETS, "--days", DAYS, "--output", case)
    run(binary, "import", case, "--store", store)
    shutil.rmtree(case)
    explained = [run(binary, "explain", "--at", AT, "--store", store, accepted=THIN) for _ in range(REPEATS)]
    text = " ".join(output.read_text(encoding="utf-8").split())
    missing = [words for words in EXPECTED if words not in text]
    if missing:
        raise BenchError(f"the explanation of the made market does not say: {'; '.join(missing)}")
    ahead = [run(binary, "outlook", "TOTAL", "--no-record", "--at", AT, "--store", store) for _ in range(REPEATS)]
    whole = report.side("explain-1000-dates", "ours", explained) + report.side("outlook-10000-paths", "ours", ahead)
    report.line("explanation-whole", ours=f"{whole:.3f}s", target=f"{TARGET}s:{'met' if whole <= TARGET else 'not met'}")
    report.values["explanation-whole"] = {"ours_s": whole}

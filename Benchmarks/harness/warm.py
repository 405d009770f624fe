"""Times a script's main() inside a process that has already imported what it needs.

    warm.py SCRIPT --repeats N [the script's own arguments]
"""

import contextlib
import importlib.util
import io
import json
import statistics
import sys
import time


def loaded(path):
    """The script as a module, its imports done."""
    spec = importlib.util.spec_from_file_location("peer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def timed(module):
    """Seconds of one run; what it prints is kept until it has ended."""
    printed = io.StringIO()
    start = time.perf_counter()
    with contextlib.redirect_stdout(printed):
        module.main()
    seconds = time.perf_counter() - start
    assert printed.getvalue(), "the script printed nothing"
    return seconds


def main():
    """Prints the first, least and middle time as JSON."""
    path, repeats = sys.argv[1], int(sys.argv[3])
    sys.argv = [path, *sys.argv[4:]]
    module = loaded(path)
    seconds = [timed(module) for _ in range(repeats)]
    print(json.dumps({"first": seconds[0], "min": min(seconds), "median": statistics.median(seconds)}))


if __name__ == "__main__":
    main()

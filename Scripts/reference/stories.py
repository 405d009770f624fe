#!/usr/bin/env python3
"""Writes reference values of stories and names into Tests/Fixtures/Catalysts/.

    python3 Scripts/reference/stories.py

From the headlines of the bundled case that were known by noon of 27 January 2025: the headlines themselves, the stories
found by comparing every title with every other, and how surprising the rise of each name is by scipy's hypergeometric
distribution. Needs numpy and scipy.
"""

import csv
import gzip
import hashlib
import json
import sys
import unicodedata
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import scipy
from scipy.stats import hypergeom

import sidecar

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "Cases/2025-01-27"
OUT = ROOT / "Tests/Fixtures/Catalysts"
AS_OF = datetime(2025, 1, 27, 12, tzinfo=timezone.utc)
FEEDS = {"hackernews": "Y Combinator, CC0 as the case's manifest states", "readhub": "Readhub, MIT as the case's manifest states"}
MADE_BY = "Scripts/reference/stories.py"


def instant(text):
    """A UTC time."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def headlines(feed):
    """The headlines of one feed known by the as-of, as (microseconds, id, title), and the digest of their file."""
    data = (CASE / f"headlines-{feed}.csv.gz").read_bytes()
    rows = csv.DictReader(gzip.decompress(data).decode().splitlines())
    kept = [(round(instant(row["published"]).timestamp() * 1e6), row["id"], row["title"]) for row in rows
            if instant(row["known"]) <= AS_OF]
    return sorted(kept), hashlib.sha256(data).hexdigest()


def is_unparted(character):
    """Whether a script parts no words; enough for what the case holds."""
    return ord(character) >= 0x2E80 and unicodedata.category(character) in ("Lo", "Lm", "Nl")


def tokens(title):
    """(written, position, end, is a character, is joined to the one before) of every token."""
    found, word, start, joined = [], "", 0, True
    for position, raw in enumerate(title + " "):
        character = chr(ord(raw) - 0xFEE0) if 0xFF01 <= ord(raw) <= 0xFF5E else raw
        letter = character.isalnum() and not is_unparted(character)
        if letter:
            start = start if word else position
            word += character
            continue
        if word:
            found.append((word, start, position, False, joined))
            word, joined = "", True
        if is_unparted(character):
            found.append((character, position, position + 1, True, joined))
            joined = True
        elif character not in " -":
            joined = False
    return found


def subject(title):
    """The tokens before the first colon that no digit follows."""
    plain = title.replace("：", ":")
    for position, sign in enumerate(plain):
        rest = plain[position + 1:].lstrip(" :")
        if sign == ":" and not rest[:1].isdigit():
            before = {token[0].lower() for token in tokens(title[:position])}
            return before if before and tokens(title[position + 1:]) else set()
    return set()


def shingled(title):
    """What a title is compared by: its pairs, its numbers, its subject, and all its tokens."""
    words = [token[0].lower() for token in tokens(title)][:128]
    return (set(zip(words, words[1:])), {word for word in words if any(c.isascii() and c.isdigit() for c in word)},
            subject(title), words)


def contradict(left, right):
    """Whether each has a number, or nearly another subject, that the other has not."""
    if left[1] - right[1] and right[1] - left[1]:
        return True
    return bool(left[2] and right[2]) and 2 * len(left[2] & right[2]) < len(left[2] | right[2])


def stories(rows, similarity=0.5, shared=4, window=7 * 86_400_000_000):
    """The number of the story of each headline, every title compared with every earlier one of the window."""
    made, story, count = [shingled(row[2]) for row in rows], [], 0
    for index, row in enumerate(rows):
        best, chosen = 0.0, None
        for earlier in range(index):
            if rows[earlier][0] < row[0] - window or not made[index][3]:
                continue
            if made[earlier][3] == made[index][3]:
                value = 2.0
            elif contradict(made[earlier], made[index]):
                continue
            else:
                common = len(made[earlier][0] & made[index][0])
                union = len(made[earlier][0] | made[index][0])
                value = common / union if common >= shared and common >= similarity * union else 0.0
            if value > best:
                best, chosen = value, story[earlier]
        story.append(count if chosen is None else chosen)
        count += chosen is None
    return story


def write(name, rows, source, licence, note, header):
    """Writes one table with its sidecar."""
    path = OUT / f"{name}.csv"
    lines = [header] + [",".join(map(str, row)) for row in rows]
    tool = f"numpy {np.__version__}, scipy {scipy.__version__}, Python {sys.version.split()[0]}"
    sidecar.write(path, ("\n".join(lines) + "\n").encode(), source, tool, MADE_BY, note)
    if licence:
        beside = path.with_name(f"{name}.source.json")
        beside.write_text(json.dumps(json.loads(beside.read_text()) | {"licence": licence}, ensure_ascii=False, indent=2,
                                     sort_keys=True) + "\n")


def main():
    """Writes all of it."""
    every, sources = [], []
    for feed, licence in FEEDS.items():
        rows, digest = headlines(feed)
        source = f"Cases/2025-01-27/headlines-{feed}.csv.gz, sha256 {digest}"
        write(f"headlines-{feed}", [(time, name.split(":")[1], title) for time, name, title in rows], source, licence,
              "known by 2025-01-27T12:00:00Z, by time; the title is all after the second comma", "microseconds,id,title")
        every += rows
        sources.append(source)
    every.sort()
    story = stories(every)
    write("stories", [(row[1], number) for row, number in zip(every, story)], "; ".join(sources), None,
          "every title compared with every earlier one of seven days", "id,story")


if __name__ == "__main__":
    main()

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
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import scipy
from scipy.stats import false_discovery_control, hypergeom

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


def shape(word):
    """Whether a word is a number, and whether it holds a capital or no letter that has one."""
    number = all(character.isnumeric() for character in word)
    upper, lower = any(c.isupper() for c in word), any(c.islower() for c in word)
    return number, not number and (upper or not lower)


def candidates(title):
    """{key: (whether of characters, [(before, after)])} of everything that could be a name."""
    cut, found = tokens(title)[:64], {}

    def follows(index):
        return 0 < index < len(cut) and cut[index][3] and cut[index - 1][3] and cut[index - 1][2] == cut[index][1]

    def add(key, characters, before="", after=""):
        found.setdefault(key, (characters, []))[1].append((before, after))

    for start, (word, _, _, character, _) in enumerate(cut):
        if character:
            for length in (2, 3, 4):
                end = start + length - 1
                if not all(follows(index) for index in range(start + 1, end + 1)):
                    break
                add("".join(token[0] for token in cut[start:end + 1]), True,
                    cut[start - 1][0] if follows(start) else "", cut[end + 1][0] if follows(end + 1) else "")
            continue
        number, capital = shape(word)
        if not number and 2 <= len(word) <= 40:
            add(word.lower(), False)
        for end in (start + 1, start + 2):
            if not capital or len(word) > 40 or end >= len(cut) or cut[end][3] or not cut[end][4] or len(cut[end][0]) > 40:
                break
            if not any(shape(cut[end][0])):
                break
            add(" ".join(token[0].lower() for token in cut[start:end + 1]), False)
    return found


def tail(feeds, count):
    """The probability of at least so many, the feeds' hypergeometric distributions convolved."""
    whole = np.array([1.0])
    for every, inside, mentions in feeds:
        whole = np.convolve(whole, hypergeom(every, mentions, inside).pmf(np.arange(mentions + 1)))
    return float(whole[count:].sum())


def rises():
    """Random feeds and counts."""
    random = np.random.default_rng(20250127)
    rows = []
    for number in range(120):
        feeds = []
        for _ in range(random.integers(1, 4)):
            every = int(random.integers(1, 3000))
            feeds.append((every, int(random.integers(0, every + 1)), int(random.integers(0, min(every, 60) + 1))))
        most = sum(min(inside, mentions) for _, inside, mentions in feeds)
        count = int(random.integers(0, most + 2))
        if tail(feeds, count) > 1e-40 or count > most:
            rows.append((" ".join(":".join(map(str, feed)) for feed in feeds), count, repr(tail(feeds, count))))
    return rows


def firsts(rows, story):
    """The first headline of each story."""
    seen = set()
    return [row for row, number in zip(rows, story) if number not in seen and not seen.add(number)]


def names(rows):
    """Every candidate that stands in three headlines, with its rise in the two days before the as-of."""
    end = AS_OF.timestamp() * 1e6
    start = end - 48 * 3_600_000_000
    feeds = sorted({row[1].split(":")[0] for row in rows})
    every, inside = Counter(), Counter()
    held, recent, around, kind = defaultdict(Counter), Counter(), defaultdict(list), {}
    for time, identifier, title in rows:
        feed = identifier.split(":")[0]
        every[feed] += 1
        inside[feed] += time > start
        for key, (characters, places) in candidates(title).items():
            kind[key] = characters
            held[key][feed] += 1
            recent[key] += time > start
            around[key] += places
    found = []
    for key in held:
        total = sum(held[key].values())
        variety = [len({place[side] for place in around[key]} - {""}) + sum(not place[side] for place in around[key])
                   for side in (0, 1)]
        if total < 3 or kind[key] and min(variety) < 3:
            continue
        value = tail([(every[feed], inside[feed], held[key][feed]) for feed in feeds], recent[key])
        found.append((kind[key], key, recent[key], total - recent[key], value))
    tried = Counter(row[0] for row in found)
    adjusted = [row[4] * tried[row[0]] * len(tried) for row in found]
    shares = false_discovery_control(np.minimum(np.array(adjusted) / len(found), 1))
    rows = [("characters" if row[0] else "words", *row[1:4], repr(row[4]), repr(least), repr(float(share)))
            for row, least, share in zip(found, adjusted, shares) if row[4] < 0.2 and row[2] >= 3]
    return sorted(rows, key=lambda row: (float(row[4]), row[1])), tried


def themes():
    """The terms of the case's themes but those that name what is looked for."""
    with (CASE / "themes.csv").open(encoding="utf-8", newline="") as file:
        return [(row["theme"], row["term"]) for row in csv.DictReader(file) if row["term"] not in ("DeepSeek", "深度求索")]


def speaks(title, term):
    """Whether a title holds a term, by the lexicon's rule for words, capitals and characters."""
    wanted, cut = tokens(term), tokens(title)
    exact = len(term) <= 4 and term == term.upper()
    for start in range(len(cut) - len(wanted) + 1):
        part = cut[start:start + len(wanted)]
        same = all((a[0] == b[0] if exact else a[0].lower() == b[0].lower()) for a, b in zip(part, wanted))
        near = all(not (a[3] or b[3]) or a[2] == b[1] for a, b in zip(part, part[1:]))
        if same and near:
            return True
    return False


def ties(rows, name):
    """The themes in the headlines of a name against those of all."""
    terms = themes()
    read = [(row[1].split(":")[0], any(token[0].lower() == name for token in tokens(row[2])),
             {theme for theme, term in terms if speaks(row[2], term)}) for row in rows]
    feeds = sorted({row[0] for row in read})
    result = []
    for theme in sorted({theme for row in read for theme in row[2]}):
        counts = [(sum(row[0] == feed for row in read), sum(row[0] == feed and row[1] for row in read),
                   sum(row[0] == feed and theme in row[2] for row in read)) for feed in feeds]
        count = sum(row[1] and theme in row[2] for row in read)
        if count:
            result.append((name, theme, count, sum(row[1] for row in read),
                           repr(sum(every and inside * mentions / every for every, inside, mentions in counts)),
                           repr(tail(counts, count))))
    return result


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
    first = firsts(every, story)
    found, tried = names(first)
    write("names", found, "; ".join(sources), None,
          f"first headlines of stories, two days to 2025-01-27T12:00:00Z; tried {tried[False]} words, {tried[True]} strings; "
          "below a probability of 0.2", "kind,key,recent,earlier,probability,adjusted,discovery")
    write("ties", ties(first, "deepseek"), "; ".join(sources) + "; Cases/2025-01-27/themes.csv", None,
          "terms that name DeepSeek left out", "name,theme,mentions,headlines,expected,probability")
    write("rises", rises(), "made cases (numpy seed 20250127)", None,
          "headlines:inside:mentions of each feed", "feeds,count,probability")


if __name__ == "__main__":
    main()

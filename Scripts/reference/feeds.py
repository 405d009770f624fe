#!/usr/bin/env python3
"""Writes reference values for the feed readers into Tests/Fixtures/Feeds/.

    python3 Scripts/reference/feeds.py

`dates.json`: made dates, read by Python's email.utils and datetime, and by feedparser where it reads the same ones.
`feeds.json`: made feeds, read by feedparser (RSS, Atom), json (JSON Feed, dumps) and csv, each item by title, link, id
and times. `texts.json`: random bytes decoded by Python, and HTML taken apart by html.parser.
"""

import base64
import csv
import io
import json
import random
import sys
import unicodedata
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path

import feedparser
from feedparser.datetimes import _parse_date

import sidecar

OUT = Path(__file__).resolve().parents[2] / "Tests/Fixtures/Feeds"
SEED = 20250127
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December"]
ZONES = ["GMT", "UT", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AST", "ADT", "Z", "+0000", "-0000",
         "+0530", "-0330", "+1345", "-1200", "+0100", "-0800", "est", "gmt"]
WORDS = ["Bitcoin", "falls", "below", "support", "DeepSeek", "app", "tops", "store", "café", "naïve", "Zürich", "–", "“quoted”",
         "AT&T", "R&D", "5 < 6", "a>b", "it’s", "$1.5bn", "€20", "#1", "100%"]
HAN = ["比特币", "下跌", "发行", "股票", "深度求索", "英伟达"]


def micros(moment):
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return str((moment - EPOCH) // timedelta(microseconds=1))


def write(name, rows, source, tool, note):
    data = ("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows) + "\n]\n").encode()
    sidecar.write(OUT / name, data, source, tool, "Scripts/reference/feeds.py", note)
    print(f"{name}: {len(rows)} rows, {len(data)} bytes")


def moment(generator):
    return EPOCH + timedelta(seconds=generator.randrange(31_536_000, 2_500_000_000))


def mail_date(generator, when, hyphens=0.1, pivot=69):
    """A date as mail writes it, in one of its many ways."""
    month = generator.choice([MONTHS[when.month - 1], MONTHS[when.month - 1][:3], MONTHS[when.month - 1][:3].upper()])
    short = when.year % 100 < 50 and when.year >= 2000 or pivot <= when.year % 100 and when.year < 2000
    year = f"{when.year % 100:02d}" if short and generator.random() < 0.25 else str(when.year)
    day = generator.choice([f"{when.day:02d}", str(when.day)])
    gap = generator.choice([" ", " ", " ", "  ", "\t"])
    date = f"{day}-{month[:3]}-{year}" if generator.random() < hyphens else gap.join([day, month, year])
    clock = generator.choice([f"{when:%H:%M:%S}", f"{when:%H:%M:%S}", f"{when:%H:%M}", f"{when.hour}:{when:%M:%S}"])
    week = generator.choice(["", "", f"{when:%a}, ", f"{when:%A}, ", f"{when:%a} ", "Sun, "])
    comment = "" if "-" in date else generator.choice(["", "", "", " (a comment)"])
    return f"{week}{date} {clock} {generator.choice(ZONES)}{comment}"


def internet_date(generator, when):
    """A date of RFC 3339 or near it."""
    fraction = generator.choice(["", "", ".5", ".123", ".123456", ".000001"])
    zone = generator.choice(["Z", "+00:00", "-05:00", "+05:30", "+1345", "-0800", "+01"])
    return f"{when:%Y-%m-%d}{generator.choice('TT ')}{when:%H:%M:%S}{fraction}{zone}"


def impossible(generator):
    """Dates that look right and are none."""
    day, month, hour, minute, second = generator.choice(
        [(30, 2, 1, 2, 3), (29, 2, 1, 2, 3), (31, 4, 1, 2, 3), (32, 1, 1, 2, 3), (0, 5, 1, 2, 3), (1, 1, 24, 0, 0),
         (1, 1, 25, 2, 3), (1, 1, 1, 60, 3), (1, 1, 1, 2, 60), (31, 11, 0, 0, 0)])
    year = generator.choice([2021, 2022, 2023, 2025, 1900, 2100])
    if generator.random() < 0.5:
        return f"{day} {MONTHS[month - 1][:3]} {year} {hour:02d}:{minute:02d}:{second:02d} GMT", parsedate_to_datetime
    return f"{year}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}Z", datetime.fromisoformat


def dates():
    generator = random.Random(SEED)
    rows, agreed = [], 0
    for _ in range(700):
        if generator.random() < 0.6:
            text, read = mail_date(generator, moment(generator)), parsedate_to_datetime
        else:
            text, read = internet_date(generator, moment(generator)), datetime.fromisoformat
        rows.append({"text": text, "us": micros(read(text))})
        second = _parse_date(text)
        if second and datetime(*second[:6], tzinfo=timezone.utc) == (
                EPOCH + timedelta(microseconds=int(rows[-1]["us"]))).replace(microsecond=0):
            agreed += 1
    for _ in range(100):
        text, read = impossible(generator)
        try:
            read(text)
            raise AssertionError(text)
        except ValueError:
            rows.append({"text": text, "us": None})
    write("dates.json", rows, f"made dates (random.Random({SEED}))",
          f"Python {sys.version.split()[0]} email.utils, datetime; feedparser {feedparser.__version__}",
          "us are microseconds since 1970 UTC by parsedate_to_datetime or fromisoformat, null where they refuse; feedparser "
          f"reads {agreed} of the first 700 the same to the second; it reads others otherwise: years 69 to 89 as 2069 to 2089, "
          "offsets of hours alone, fractions with a zone without a colon, days joined by hyphens, comments")


class Stripper(HTMLParser):
    """The text of HTML as html.parser sees it."""

    PARTING = set("address article aside blockquote br caption center dd details dialog div dl dt figure footer form h1 h2 h3 "
                  "h4 h5 h6 header hr img li ol p pre section table tbody td th thead title tr ul".split())

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        self.parts.append(" " if tag in self.PARTING else "")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style") and self.hidden > 0
        self.parts.append(" " if tag in self.PARTING else "")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def text_of(markup):
    stripper = Stripper()
    stripper.feed(markup)
    stripper.close()
    return "".join(stripper.parts)


def line(text):
    """One line without what cannot be seen."""
    kept = "".join(one if one.isspace() or one in "\u200c\u200d" else "" if unicodedata.category(one) in
                   ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") else one for one in text)
    return " ".join(kept.split())


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def title(generator, words):
    return " ".join(generator.choice(words) for _ in range(generator.randrange(2, 7)))


def marked(generator, words):
    """A title as HTML."""
    inner = escape(title(generator, words))
    return generator.choice([f"<b>{inner}</b>", f"<p>{inner}</p><p>{escape(title(generator, words))}</p>",
                             f"{inner}<br/><i>{escape(title(generator, words))}</i>", f"<i>{inner}</i> &mdash; <em>x</em>",
                             f"&nbsp;{inner}&hellip; <a href=\"https://a.example/\">more</a>"])


def rss(generator, words, encoding):
    items = []
    for number in range(generator.randrange(1, 7)):
        when = moment(generator)
        kind = generator.choice("pppchm")
        plain = title(generator, words)
        name = {"p": escape(plain), "c": f"<![CDATA[{plain}]]>", "h": escape(marked(generator, words)),
                "m": f"<![CDATA[{marked(generator, words)}]]>"}[kind]
        link = f"https://news.example/{number}?a=1&amp;b={when:%d}"
        parts = [f"<title>{name}</title>", f"<link>{link}</link>", f"<guid isPermaLink=\"false\">tag-{number}-{when:%Y%m%d}</guid>",
                 f"<pubDate>{mail_date(generator, when, 0, 90).split(' (')[0]}</pubDate>",
                 f"<description>{escape('<p>about ' + plain + '</p>')}</description>",
                 "<content:encoded><![CDATA[<title>no</title><p>body</p>]]></content:encoded>",
                 f"<source url=\"https://s.example/\">{escape(plain)} elsewhere</source>"]
        if generator.random() < 0.2:
            parts[1], parts[2] = "", f"<guid>https://guid.example/{number}</guid>"
        if generator.random() < 0.2:
            parts[3] = f"<dc:date>{when:%Y-%m-%dT%H:%M:%S}+00:00</dc:date>"
        generator.shuffle(parts)
        items.append("<item>" + "\n  ".join(parts) + "</item>")
    head = (f"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<!-- made -->\n<rss version=\"2.0\" "
            "xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>The feed</title>"
            "<link>https://news.example/</link><language>en-GB</language><image><title>An image</title></image>\n")
    return head + "\n".join(items) + "\n</channel></rss>\n"


def rdf(generator, words, encoding):
    items = []
    for number in range(generator.randrange(1, 5)):
        when = moment(generator)
        items.append(f"<item rdf:about=\"https://rdf.example/{number}\"><title>{escape(title(generator, words))}</title>"
                     f"<link>https://rdf.example/{number}</link><dc:date>{when:%Y-%m-%dT%H:%M:%SZ}</dc:date></item>")
    return (f"<?xml version=\"1.0\" encoding=\"{encoding}\"?><rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" "
            "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            "<channel rdf:about=\"https://rdf.example/\"><title>The feed</title></channel>" + "\n".join(items) + "</rdf:RDF>")


def atom(generator, words, encoding):
    prefix = generator.choice(["", "", "a:"])
    items = []
    for number in range(generator.randrange(1, 7)):
        when, later = moment(generator), moment(generator)
        plain = title(generator, words)
        name = generator.choice(
            [f"<title>{escape(plain)}</title>", f"<title type=\"text\">{escape(plain)}</title>",
             f"<title type=\"html\">{escape(marked(generator, words))}</title>",
             f"<title type=\"html\"><![CDATA[{marked(generator, words)}]]></title>",
             f"<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">{escape(plain)} <em>x</em></div></title>"])
        parts = [name, f"<id>urn:made:{number}:{when:%d}</id>", "<link rel=\"self\" href=\"https://self.example/\"/>",
                 f"<link rel='alternate' type=\"text/html\" href='https://atom.example/{number}?a=1&amp;b=2'/>",
                 f"<updated>{later:%Y-%m-%dT%H:%M:%SZ}</updated>", f"<summary>about {escape(plain)}</summary>",
                 "<source><title>no</title><id>no</id></source>", "<author><name>n</name></author>"]
        if generator.random() < 0.8:
            parts.append(f"<published>{when:%Y-%m-%dT%H:%M:%S}+00:00</published>")
        generator.shuffle(parts)
        items.append("<entry>" + "".join(parts) + "</entry>")
    body = (f"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>The feed</title><id>urn:feed</id>"
            + "\n".join(items) + "</feed>")
    if prefix:
        for tag in ("feed", "entry", "title", "id", "link", "updated", "summary", "source", "author", "name", "published"):
            body = body.replace(f"<{tag} ", f"<a:{tag} ").replace(f"<{tag}>", f"<a:{tag}>").replace(f"</{tag}>", f"</a:{tag}>")
        body = body.replace("xmlns=\"http://www.w3.org/2005/Atom\"", "xmlns:a=\"http://www.w3.org/2005/Atom\"")
    return f"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n" + body


def seconds(parsed):
    return None if parsed is None else micros(datetime(*parsed[:6], tzinfo=timezone.utc))


def by_feedparser(data):
    parsed = feedparser.parse(data)
    entries = []
    for entry in parsed.entries:
        detail = entry.title_detail
        name = detail.value if detail.type == "text/plain" else text_of(detail.value)
        published, updated = dict.get(entry, "published_parsed"), dict.get(entry, "updated_parsed")
        entries.append({"title": line(name), "link": entry.get("link", ""), "id": entry.get("id", ""),
                        "told": seconds(published or updated),
                        "updated": seconds(updated) if published else None})
    return entries


def objects(generator, words):
    """A JSON Feed, and a dump of Hacker News as lines and as a list; read by json."""
    when = [moment(generator) for _ in range(5)]
    names = [title(generator, words) + generator.choice(["", " <b>x</b>", " 🎌", " \u202egnp"]) for _ in when]
    entries = [{"title": line(name), "link": f"https://o.example/{n}", "id": str(n + 1),
                "told": micros(one), "updated": None} for n, (name, one) in enumerate(zip(names, when))]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The feed", "items": [
        {"id": one["id"], "url": one["link"], "title": name, "date_published": stamp.isoformat(), "tags": ["a", {"b": [1]}],
         "attachments": [{"url": "https://no.example/", "title": "no"}], "content_text": "text"}
        for one, name, stamp in zip(entries, names, when)], "language": "en"}
    dump = [{"id": int(one["id"]), "rank": 1, "title": name, "url": one["link"], "time": int(one["told"]) // 10**6}
            for one, name in zip(entries, names)]
    ascii_too = generator.random() < 0.5
    return [("json-feed", json.dumps(feed, ensure_ascii=ascii_too), entries),
            ("hacker-news", json.dumps(dump, ensure_ascii=ascii_too, indent=1), entries),
            ("hacker-news", "".join(json.dumps(one, ensure_ascii=ascii_too) + "\n" for one in dump), entries)]


def table(generator, words):
    """A table written by csv with its own quoting, and read by csv again."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=generator.choice(["\n", "\r\n"]),
                        quoting=generator.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    columns = ["published", "title", "url", "language", "id"]
    generator.shuffle(columns)
    writer.writerow(columns)
    for number in range(6):
        name = title(generator, words) + generator.choice(["", ", and more", " \"so\" they say", "\nin two lines"])
        row = {"published": f"{moment(generator):%Y-%m-%dT%H:%M:%SZ}", "title": name, "url": f"https://t.example/{number}",
               "language": "en", "id": str(number + 1)}
        writer.writerow([row[column] for column in columns])
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    entries = [{"title": line(row["title"]), "link": row["url"], "id": row["id"], "updated": None,
                "told": micros(datetime.fromisoformat(row["published"]))} for row in rows]
    return [("csv", out.getvalue(), entries)]


def feeds():
    generator = random.Random(SEED + 1)
    rows = []
    latin = [word for word in WORDS if all(ord(one) < 256 for one in word)]
    windows = [word for word in WORDS]
    for number in range(40):
        write_one, format_name = [(rss, "rss"), (atom, "atom"), (rdf, "rss")][number % 5 % 3]
        encoding, declared, words = [("utf-8", "utf-8", WORDS + HAN), ("utf-8-sig", "UTF-8", WORDS + HAN),
                                     ("utf-16", "utf-16", WORDS + HAN), ("latin-1", "iso-8859-1", latin),
                                     ("cp1252", "windows-1252", windows), ("utf-8", "utf-8", WORDS + HAN)][number % 6]
        data = write_one(generator, words, declared).encode(encoding)
        rows.append({"format": format_name, "bytes": base64.b64encode(data).decode(), "encoding": declared,
                     "items": by_feedparser(data)})
    for _ in range(4):
        for format_name, text, entries in objects(generator, WORDS + HAN) + table(generator, WORDS + HAN):
            rows.append({"format": format_name, "bytes": base64.b64encode(text.encode()).decode(), "encoding": "utf-8",
                         "items": entries})
    write("feeds.json", rows, f"made feeds (random.Random({SEED + 1}))",
          f"feedparser {feedparser.__version__}, Python {sys.version.split()[0]} json, csv, html.parser",
          "feedparser sometimes takes a media:title for the title, reads no days joined by hyphens and years 69 to 89 "
          "as 2069 to 2089, and leaves HTML without an end tag; no feed here has those; bytes in base64; told is the time of publication, or where there is none of the last change, in microseconds; titles "
          "that feedparser calls HTML are taken apart by html.parser, all are put on one line")


def texts():
    generator = random.Random(SEED + 2)
    rows = []
    pieces = [b"a", b"\x80", b"\xc3", b"\xa9", b"\xe2\x82\xac", b"\xe2\x82", b"\xf0\x9f\x8e\x8c", b"\xf0\x9f", b"\xff", b"\xc0\xaf",
              b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe0\x80\x80", "é".encode()]
    for _ in range(200):
        data = b"".join(generator.choice(pieces) for _ in range(generator.randrange(1, 9)))
        text = data.decode("utf-8", "replace")
        rows.append({"kind": "utf8", "bytes": data.hex(), "text": text, "repairs": text.count("\ufffd")})
    for _ in range(120):
        markup = "".join(generator.choice(
            ["a", "b c", "<b>", "</b>", "<br>", "<p class='x'>", "</p>", "&amp;", "&lt;i&gt;", "&#8217;", "&#x2014;", "&eacute;",
             "&nosuch;", "& ", " < ", "<!-- c -->", "<script>no()</script>", "<style>no</style>", "<a href=\"x\">", "</a>",
             "&#150;", "&hellip;"]) for _ in range(generator.randrange(1, 10)))
        rows.append({"kind": "html", "markup": markup, "text": line(text_of(markup))})
    write("texts.json", rows, f"made texts (random.Random({SEED + 2}))",
          f"Python {sys.version.split()[0]} bytes.decode, html.parser",
          "kind utf8: bytes in hexadecimal, their text with U+FFFD for what is no character; kind html: the text of markup on one "
          "line")


if __name__ == "__main__":
    dates()
    feeds()
    texts()

"""The provenance note beside every fixture, and the digest that ties the note to the bytes."""

import hashlib
import json

DATE = "2026-11-22"


def write(path, data, source, tool, made_by, note=""):
    """Writes a fixture and its `<name>.source.json`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    sidecar = {"source": source, "tool": tool, "licence": "Apache-2.0 (figures computed by this project)",
               "made_by": made_by, "date": DATE, "sha256": hashlib.sha256(data).hexdigest(), "note": note}
    text = json.dumps(sidecar, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    path.with_name(f"{path.stem}.source.json").write_text(text, encoding="utf-8")

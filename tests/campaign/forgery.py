# SPDX-License-Identifier: Apache-2.0
"""Acknowledgements that are right in everything but the signature: what a rogue broker, or whoever took the hub's place,
could say. A device that believed one would let go of answers that nobody holds."""
import base64
import hashlib
import json
import pathlib
import sqlite3
import subprocess
import tempfile

from mqtt import publish
from setup import PROGRAMME

PURPOSE = b"tertulia-signed-message-v1\n"
FAR_AHEAD = 1_000_000  # of the number of the last true one
WAITS = "SELECT epochs.epoch, outbox.seq, outbox.event_id, outbox.body FROM outbox JOIN epochs ON epochs.number = outbox.epoch ORDER BY outbox.seq"
HEARD = "SELECT coalesce(max(cast(value AS INTEGER)), 0) FROM meta WHERE name = 'mark:ack'"


def ack(store, device, key, chance):
    """The packet, or None when nothing waits that it could be about."""
    try:
        database = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=1)
        try:
            rows = database.execute(WAITS).fetchall()
            heard = database.execute(HEARD).fetchone()[0]
        finally:
            database.close()
    except sqlite3.Error:
        return None
    if not rows:
        return None
    body = {
        "epoch": rows[-1][0], "seq": max(row[1] for row in rows), "miss": [], "number": heard + FAR_AHEAD, "hub": "stranger",
        "receipts": [[event, content_hash(text)] for _, _, event, text in rows][:256],
    }  # fmt: skip
    topic, payload = f"trt/1/{PROGRAMME}/{device}/ack", json.dumps(body).encode()
    signature = [] if chance < 0.3 else [("signature", sign(key, topic, payload))]
    return publish(topic, payload, signature, retain=chance > 0.7)


def content_hash(event):
    """SHA-256 of what an event says: its data, compact and in alphabetical order."""
    data = json.dumps(json.loads(event)["data"], separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(data.encode()).hexdigest()


def sign(key, topic, payload):
    if not key.exists():
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
    with tempfile.NamedTemporaryFile() as said:
        pathlib.Path(said.name).write_bytes(PURPOSE + topic.encode() + b"\n" + payload)
        run = subprocess.run(["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", key, "-in", said.name], check=True, capture_output=True)
    return base64.b64encode(run.stdout).decode()

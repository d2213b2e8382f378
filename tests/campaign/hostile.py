# SPDX-License-Identifier: Apache-2.0
"""Messages that nobody sends in peace: cut, giant, of the wrong type, not UTF-8, on topics of others. Pure: the same
chance gives the same packets. None of them is a well-formed event: that would be an answer of a device with a password."""
import json
import random

from mqtt import publish
from setup import PROGRAMME

GIANT = 60_000  # bytes; the broker takes 65536
BIDI = "\u202e\u2066\u0000".encode()


def payloads(chance):
    huge = 10 ** chance.randint(15, 400)
    return [
        b"",
        b"{",
        b"\xff\xfe\x00",
        BIDI,
        b"null",
        b"[" * 5_000,
        b'{"epoch":"' + b"x" * GIANT + b'"}',
        json.dumps({"epoch": "", "seq": -1, "miss": [[5, 1]]}).encode(),
        json.dumps({"epoch": None, "seq": "all", "miss": 7}).encode(),
        json.dumps({"seq": 5, "miss": [[0, 2**63]]}).encode(),
        b'{"epoch":"e","seq":' + str(huge).encode() + b',"miss":[]}',
        json.dumps({"online": "perhaps", "time": 5}).encode(),
        bytes(chance.randrange(256) for _ in range(chance.randint(1, 400))),
    ]


def to_device(name, chance):
    """Sent as the hub, which may write there: what a broken or foreign hub could say."""
    random_ = random.Random(chance)
    topics = [
        f"trt/1/{PROGRAMME}/{name}/ack",
        f"trt/1/{PROGRAMME}/{name}/cmd/restart",
        f"trt/1/{PROGRAMME}/all/cmd/" + random_.choice(("identify", "nothing", "reload")),
        f"trt/1/{PROGRAMME}/{name}/cfg",
    ]
    return [publish(random_.choice(topics), payload) for payload in random_.sample(payloads(random_), 5)]


def to_hub(user, chance):
    """Sent by a device that the broker knows and that speaks nonsense, also in the name of others."""
    random_ = random.Random(chance)
    kinds = ("feedback", "session", "timer", "content", "health", "audit", "gap", "unheard-of")
    topics = [f"trt/1/{PROGRAMME}/{user}/ev/{kind}" for kind in kinds]
    topics += [f"trt/1/{PROGRAMME}/{user}/state", f"trt/1/{PROGRAMME}/{user}/meta", f"trt/1/{PROGRAMME}/somebody/ev/feedback"]
    attributes = [("specversion", "1.0"), ("id", "x" * random_.randint(0, 300)), ("epoch", "e"), ("sequence", "-7"), ("type", "org.tertulia.feedback.submitted.v1")]
    packets = []
    for payload in random_.sample(payloads(random_), 6):
        some = random_.sample(attributes, random_.randint(0, len(attributes)))
        packets.append(publish(random_.choice(topics), payload, some))
    return packets

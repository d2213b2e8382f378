# SPDX-License-Identifier: Apache-2.0
"""The robots' own record: one line of JSON for each thing done or seen, only ever appended to."""
import json
import time


class Ledger:
    def __init__(self, path):
        self.file = path.open("a", buffering=1, encoding="utf-8")
        self.begun = time.monotonic()
        self.counts = {}

    def note(self, what, **facts):
        self.counts[what] = self.counts.get(what, 0) + 1
        at = round(time.monotonic() - self.begun, 3)
        self.file.write(json.dumps({"at": at, "what": what, **facts}) + "\n")

# SPDX-License-Identifier: Apache-2.0
"""What a robot sees of a device: what can be touched and what is said, as `tertulia run --targets` writes it."""
import asyncio
import time

DEAD_TIME = 0.4  # a new page ignores touches for 350 ms
GLANCE = 0.004


class Gone(Exception):
    """The device died, or was started anew, under the robot's finger."""


class Glass:
    def __init__(self, device, file):
        self.device, self.file = device, file
        self.spots, self.said, self.chosen = {}, None, None
        self.stamp, self.page, self.since = None, None, 0.0

    def look(self):
        try:
            state = self.file.stat()
            stamp = (state.st_ino, state.st_mtime_ns)
            if stamp != self.stamp:
                lines = [line.split("\t") for line in self.file.read_text().splitlines()]
                self.spots = {line[1]: tuple(map(int, line[2:6])) for line in lines if len(line) == 6}
                words = {line[1]: line[2] for line in lines if len(line) == 3}
                self.said, self.chosen = words.get("says"), words.get("chosen")
                self.stamp = stamp
                page = sorted(name for name in self.spots if not name.startswith("key:"))
                if page != self.page:
                    self.page, self.since = page, time.monotonic()
        except OSError:
            self.spots, self.said, self.chosen = {}, None, None
        return self.spots

    def has(self, name):
        """A name that ends with a colon stands for all that begin so."""
        spots = self.look()
        return any(spot.startswith(name) for spot in spots) if name.endswith(":") else name in spots

    async def wait_for(self, *names, patience):
        """True as soon as one of them can be touched. Raises Gone."""
        end = time.monotonic() + patience
        while not any(self.has(name) for name in names):
            self._check()
            if time.monotonic() > end:
                return False
            await asyncio.sleep(GLANCE)
        return True

    async def wait_until_chosen(self, name, patience):
        """True as soon as the page shows it as chosen. Raises Gone."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self.look()
            if self.chosen == name:
                return True
            self._check()
            await asyncio.sleep(GLANCE)
        return False

    async def tap(self, name):
        """False: it is not there any more."""
        self.look()
        rest = self.since + DEAD_TIME - time.monotonic()
        if rest > 0:
            await asyncio.sleep(rest)
        self._check()
        spot = self.look().get(name)
        if spot is None:
            return False
        left, top, right, bottom = spot
        self.device.hand.tap((left + right) // 2, (top + bottom) // 2)
        return True

    def enter(self):
        """The robot's place is before the device that runs now."""
        self.generation = self.device.program.generation

    def _check(self):
        if self.device.program.generation != self.generation or not self.device.program.is_up:
            raise Gone

# SPDX-License-Identifier: Apache-2.0
"""What displays have shown and when, judged from the pixels alone. A room display is a function of agenda, clock and room
state: displays of one size with equal pictures agree, and a running countdown never shows one picture twice."""
import statistics
import time

FLICKER = 1.5  # seconds: a second may be drawn twice when a correction moves it


def boot_seconds():
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class Pictures:
    """The pictures of one screen, oldest first: (seconds since boot, hash)."""

    def __init__(self, file):
        self.file, self.read_to, self.seen = file, 0, []

    def all(self):
        if self.file.exists():
            with self.file.open() as lines:
                lines.seek(self.read_to)
                for line in lines:
                    if not line.endswith("\n"):
                        break
                    self.read_to += len(line)
                    _, nanoseconds, picture = line.split()
                    if not self.seen or self.seen[-1][1] != picture:
                        self.seen.append((int(nanoseconds) / 1e9, picture))
        return self.seen

    def since(self, begun):
        return [(at, picture) for at, picture in self.all() if at >= begun]

    def at(self, moment):
        """The hash that stood on the screen then, or None."""
        return next((picture for when, picture in reversed(self.all()) if when <= moment), None)


def spreads(displays, begun):
    """For each picture that all displays showed after `begun`: seconds between the first and the last of them."""
    firsts = []
    for pictures in displays:
        first = {}
        for at, picture in pictures.since(begun):
            first.setdefault(picture, at)
        firsts.append(first)
    common = set.intersection(*(set(first) for first in firsts))
    return [max(first[picture] for first in firsts) - min(first[picture] for first in firsts) for picture in common]


def row(name, found):
    """One line of the table, in milliseconds."""
    if not found:
        return f"{name:<44} nothing was seen on all displays"
    found = sorted(1000 * spread for spread in found)
    p95 = found[min(len(found) - 1, int(0.95 * len(found)))]
    return f"{name:<44} {len(found):>4} {statistics.median(found):>7.0f} {p95:>7.0f} {found[-1]:>7.0f}"


def agree(displays, moment):
    """Whether all show the same second, give or take the one that is just changing."""
    shown = [{pictures.at(moment), pictures.at(moment - 0.5), pictures.at(moment + 0.5)} for pictures in displays]
    return bool(set.intersection(*shown) - {None})


def repeats(pictures, begun):
    """Pictures that came back after others: time ran backwards, or a part began anew."""
    first, found = {}, []
    for at, picture in pictures.since(begun):
        if picture in first and at - first[picture] > FLICKER:
            found.append((at, at - first[picture]))
        first.setdefault(picture, at)
    return found


def stands_still(pictures, begun, end):
    """The longest time between two pictures; a running countdown has one a second."""
    times = [begun, *(at for at, _ in pictures.since(begun) if at <= end), end]
    return max(later - sooner for sooner, later in zip(times, times[1:]))

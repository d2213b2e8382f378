# SPDX-License-Identifier: Apache-2.0
"""Compares the glass of the guest with what the same program draws without a screen.

It draws in the guest, too: with the same libraries and fonts, whatever the machine outside has.
"""
import io

from PIL import Image, ImageChops

from appliance import configuration, options_of
from guest import Stuck, wait_for


class Failed(Exception):
    """A check did not hold."""


def check(condition, why):
    if not condition:
        raise Failed(why)


def same(one, other):
    """Pixel for pixel; two pictures of PIL's also differ by what their files say beside."""
    return one.size == other.size and one.tobytes() == other.tobytes()


class Glass:
    def __init__(self, guest):
        self.guest = guest
        self.drawn = {}
        guest.write("/etc/headless.toml", configuration("sdl", "/tmp/headless.db"))

    def headless(self, **options):
        words = " ".join(options_of(options))
        if words not in self.drawn:
            self.guest.shell("rm -rf /tmp/headless; SDL_VIDEODRIVER=dummy tertulia run --config /etc/headless.toml"
                             f" {words} --pictures /tmp/headless --once 2>/tmp/headless.log")  # fmt: skip
            picture = io.BytesIO(self.guest.read("/tmp/headless/0-*.png"))
            self.drawn[words] = Image.open(picture).convert("RGB")
        return self.drawn[words]

    def shows(self, **options):
        return same(self.guest.glass(), self.headless(**options))

    def expect(self, what, **options):
        """The glass shows what the program draws headless with these options, pixel for pixel."""
        try:
            wait_for(what, lambda: self.shows(**options), 60)
        except Stuck as problem:
            seen, expected = self.guest.glass(), self.headless(**options)
            seen.save(self.guest.folder / "seen.png")
            expected.save(self.guest.folder / "expected.png")
            where = ImageChops.difference(seen, expected).getbbox() if seen.size == expected.size else seen.size
            raise Failed(f"the glass does not show {what}: {where}; seen.png, expected.png") from problem

# SPDX-License-Identifier: Apache-2.0
"""What the checks of every stage are made of.

Compares the glass of the guest with what the same program draws without a screen.

It draws in the guest, too: with the same libraries and fonts, whatever the machine outside has.
"""
import io

from PIL import Image, ImageChops

from appliance import PACK, configuration, options_of
from guest import Stuck, wait_for


class Failed(Exception):
    """A check did not hold."""


def check(condition, why):
    if not condition:
        raise Failed(why)


def same(one, other):
    """Pixel for pixel; two pictures of PIL's also differ by what their files say beside."""
    return one.size == other.size and one.tobytes() == other.tobytes()


def all_of(checks):
    """Every check of a stage by its sentence."""
    for name, function in vars(type(checks)).items():
        if callable(function) and not name.startswith("_"):
            yield name.replace("_", " "), getattr(checks, name)


class Glass:
    """`moment` gives the options of a clock that moves. `store` is that of the program without a screen."""

    def __init__(self, guest, pack=PACK, store="/tmp/headless.db", moment=dict):
        self.guest = guest
        self.drawn = {}
        self.moment = moment
        self.configuration = f"/etc/headless{store.replace('/', '-')}.toml"
        guest.write(self.configuration, configuration("sdl", store, pack=pack))

    def headless(self, **options):
        return self.draw(**options)[0]

    def targets(self, **options):
        """What can be touched there."""
        return self.draw(**options)[1]

    def draw(self, **options):
        words = " ".join(options_of(self.moment() | options))
        if words not in self.drawn or "--at" not in words:
            self.guest.shell("rm -rf /tmp/headless; SDL_VIDEODRIVER=dummy tertulia run"
                             f" --config {self.configuration} {words} --pictures /tmp/headless"
                             " --targets /tmp/headless-targets --once 2>/tmp/headless.log;"
                             " test -e /tmp/headless/0-*.png")  # fmt: skip
            picture = io.BytesIO(self.guest.read("/tmp/headless/0-*.png"))
            targets = self.guest.shell("cat /tmp/headless-targets.0")
            self.drawn[words] = Image.open(picture).convert("RGB"), targets
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

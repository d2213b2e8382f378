# SPDX-License-Identifier: Apache-2.0
"""The program inside the guest: starts and ends it as its service does, taps what it shows, counts how often it wakes."""
import time

from guest import NOT_OURS, SIZE, Stuck, wait_for

CONFIGURATION = """[display]
driver = "{driver}"
reduced_motion = true
burn_in_care = false
blank_after_minutes = {blank_after}
[[screens]]
role = "{role}"
millimetres_width = 217
[kiosk]
asks = "always"
[store]
path = "{store}"
[broker]
host = ""
[visit]
pack = "{pack}"
"""
PACK = "/usr/share/tertulia/lisbon"
# In the middle of a session, on a clock that all but stands: no two pictures differ by their minute. What moves would
# take minutes on it, too: hence reduced_motion.
STILL = {"at": "2027-05-11T09:15:10Z", "rate": "0.001"}
PANEL_UNITS = 4095


def configuration(driver, store, blank_after=0, role="kiosk", pack=PACK):
    return CONFIGURATION.format(driver=driver, store=store, blank_after=blank_after, role=role, pack=pack)


def options_of(options):
    """The words of the command line out of keyword options, on the still clock; one that is None is left out."""
    options = STILL | options
    return [word for name, value in options.items() if value for word in (f"--{name}", value)]


class Fingers:
    """Taps what the program says can be touched."""

    def __init__(self, guest):
        self.guest = guest
        self.size = SIZE

    def tap_one_of(self, targets, name):
        """A finger on the middle of a target, by the name that the program gives it."""
        for line in targets.splitlines():
            _, target, *edges = line.split("\t")
            if target == name:
                left, top, right, bottom = map(int, edges)
                return self.tap_at((left + right) // 2, (top + bottom) // 2)
        raise Stuck(f"nothing on the glass is called {name}")

    def tap_at(self, x, y):
        unit = [round(pixel * PANEL_UNITS / (size - 1)) for pixel, size in zip((x, y), self.size)]
        self.guest.say_to("panel", "tap {} {}".format(*unit))


class Appliance(Fingers):
    def __init__(self, guest):
        super().__init__(guest)
        self.configure(blank_after=0)

    def configure(self, blank_after):
        self.guest.write("/etc/tertulia.toml", configuration("kms", "/var/lib/tertulia/store.db", blank_after))

    def start(self, **options):
        """On console 7, without rights beyond two groups, while another console is in front: as its service does."""
        command = ["exec tertulia run --config /etc/tertulia.toml --targets /run/targets", *options_of(options)]
        self.guest.shell("rm -f /run/targets.0")
        self.guest.shell(f"openvt -c 7 -- su -c '{' '.join(command)} 2>/run/log' tertulia {NOT_OURS}")
        try:
            wait_for("the program paints", lambda: self.guest.try_shell("test -e /run/targets.0")[0] == 0)
        except Stuck as problem:
            raise Stuck(f"{problem}; {self.guest.try_shell('cat /run/log')[1]}") from problem

    def stop(self):
        self.guest.shell("kill $(pidof tertulia)")
        wait_for("the program ends", lambda: self.guest.try_shell("pidof tertulia")[0] != 0)

    def restart(self, **options):
        if self.guest.try_shell("pidof tertulia")[0] == 0:
            self.stop()
        self.start(**options)

    def tap(self, name):
        self.tap_one_of(self.guest.shell("cat /run/targets.0"), name)

    def switches(self):
        """How often the main thread went to sleep since the start."""
        status = self.guest.shell("cat /proc/$(pidof tertulia)/status")
        return int(status.split("\nvoluntary_ctxt_switches:")[1].split()[0])

    def wake_ups(self, seconds):
        """A second, by the guest's clock."""
        first, begun = self.switches(), self.guest.uptime()
        time.sleep(seconds)
        return (self.switches() - first) / (self.guest.uptime() - begun)

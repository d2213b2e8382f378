# SPDX-License-Identifier: Apache-2.0
"""What is proved, in this order. A check's name is its sentence; what it returns stands beside it.

Each check that something does not happen has another before or after it that sees it happen without the appliance:
else it could not fail.
"""
import time

from appliance import Appliance
from guest import SIZE, wait_for
from proof import Failed, Glass, check, same
from vnc import resize

LANGUAGES = ("fr", "es", "pt", "ar", "am", "ka", "sw", "en", "ar", "fr", "en")
COUNTED = 70  # seconds of rest: more than the minute of a clock
MOST_WAKE_UPS = 1.2  # a second
OTHER_SIZE = (1024, 600)
ALT, SYSRQ, H, A = 56, 99, 35, 30  # of a keyboard out of uinput
MINUTE = {"rate": "1", "at": "2027-05-11T09:15:00Z"}


class Checks:
    def __init__(self, guest):
        self.guest = guest
        self.glass = Glass(guest)
        self.appliance = Appliance(guest)

    def before_it_keys_reach_a_shell(self):
        self._a_shell_hears_keys()

    def before_it_console_keys_switch(self):
        self._console_keys_switch()

    def before_it_sysrq_is_obeyed(self):
        check(self._sysrq_is_obeyed(), "the kernel did not obey")
        self.console = self.guest.glass()

    def the_glass_equals_the_headless_picture(self):
        self.guest.plug("panel")
        # Not the moderator's: it counts what waits for the hub.
        for options in ({"role": "door"}, {"role": "room", "language": "ar"}, {"role": "kiosk"}):
            self.appliance.restart(**options)
            self.glass.expect(" ".join(options.values()), **options)
        return "door, room in Arabic, kiosk: every pixel"

    def of_12_taps_12_arrive_and_the_first_after_a_restart_at_an_unchanged_coordinate_is_one(self):
        arrived = 0
        self.appliance.restart()
        for language in LANGUAGES:
            self.appliance.tap(f"language:{language}")
            self.glass.expect(f"tap {arrived + 1}", language=language)
            arrived += 1
        self.appliance.restart(language="fr")
        self.glass.expect("the kiosk in French", language="fr")
        self.appliance.tap("language:en")  # where the last finger was: the kernel tells no coordinate
        self.glass.expect("the first tap after a restart")
        return f"{arrived + 1} of {len(LANGUAGES) + 1}"

    def a_kiosk_at_rest_hardly_wakes(self):
        return self._wakes_seldom("its picture changes once a minute", rate="1")

    def a_countdown_hardly_wakes(self):
        return self._wakes_seldom("its picture changes once a second", rate="1", role="room")

    def typed_keys_change_nothing(self):
        self.appliance.restart()
        self.glass.expect("the kiosk")
        heard, switches = self._heard(), self.appliance.switches()
        for key in ("a", "tab", "spc", "f4", "esc", "pgdn", "ret"):
            self.guest.type(key)
        time.sleep(2)
        check(self._heard() == heard, "a shell behind the picture heard a key")
        check(self.glass.shows(), "the picture changed")
        check(self.appliance.switches() == switches, "the program woke up")

    def console_switch_keys_do_nothing(self):
        for number in range(1, 13):
            self.guest.type("ctrl", "alt", f"f{number}")
        time.sleep(1)
        check(self.guest.console() == "tty7", f"{self.guest.console()} came to the front")
        check(self.glass.shows(), "the picture changed")
        return "F1 to F12"

    def sysrq_does_nothing(self):
        check(not self._sysrq_is_obeyed(), "the kernel obeyed")

    def a_keyboard_plugged_in_later_is_mute(self):
        self.guest.plug("keyboard")
        heard, sysrqs = self._heard(), self.guest.sysrqs()
        self.guest.say_to("keyboard", f"press {A}")
        self.guest.say_to("keyboard", f"press {ALT} {SYSRQ} {H}")
        time.sleep(2)
        self.guest.pull("keyboard")
        check(self._heard() == heard, "a shell behind the picture heard a key")
        check(self.guest.sysrqs() == sysrqs, "the kernel obeyed SysRq")
        check(self.glass.shows(), "the picture changed")

    def a_touch_panel_plugged_in_again_is_felt(self):
        self.guest.pull("panel")
        self.guest.plug("panel")
        self._a_tap_arrives("es")

    def a_display_plugged_in_again_shows_the_picture(self):
        self.guest.plug_display("off")
        wait_for("the display is gone", lambda: self.guest.connector("status") == "disconnected")
        switches = self.appliance.switches()
        self.guest.plug_display("detect")
        wait_for("the program hears of it", lambda: self.appliance.switches() > switches, 20)
        self.glass.expect("the kiosk after the plug")
        self._a_tap_arrives("pt")

    def a_display_of_another_size_is_used_as_it_is(self):
        for size in (OTHER_SIZE, SIZE):
            resize(self.guest.folder / "vnc.sock", *size)
            self.appliance.size = size
            self.glass.expect("the kiosk in {}x{}".format(*size), size="{}x{}".format(*size))
            self._a_tap_arrives("sw", size="{}x{}".format(*size))

    def a_start_without_a_display_lights_it_when_it_is_there(self):
        self.appliance.stop()
        self.guest.plug_display("off")
        wait_for("the display is gone", lambda: self.guest.connector("status") == "disconnected")
        self.appliance.start()
        check("have no panel yet" in self.guest.shell("cat /run/log"), "it does not say what is missing")
        self.guest.plug_display("detect")
        self.glass.expect("the kiosk after the plug")
        self._a_tap_arrives("fr")

    def a_kiosk_that_nobody_needs_goes_dark(self):
        self.appliance.configure(blank_after=1)
        self.appliance.restart(**MINUTE)
        self.glass.expect("the kiosk", at="2027-05-11T09:15:30Z")
        wait_for("no signal", lambda: self.guest.connector("dpms") == "Off")
        glass = self.guest.glass().convert("L")
        black = glass.histogram()[0] / (glass.width * glass.height)  # QEMU writes a line on a screen without signal
        check(black > 0.99, f"only {black:.0%} of the glass is black")

    def the_touch_that_wakes_it_presses_nothing(self):
        self.appliance.tap("language:fr")
        wait_for("the signal", lambda: self.guest.connector("dpms") == "On")
        self.glass.expect("the kiosk in English", at="2027-05-11T09:16:30Z")
        self.appliance.tap("language:fr")
        self.glass.expect("the kiosk in French", at="2027-05-11T09:16:30Z", language="fr")

    def after_it_the_console_is_back(self):
        self.appliance.stop()
        wait_for("console 1", lambda: self.guest.console() == "tty1")
        wait_for("the console's picture", lambda: same(self.guest.glass(), self.console))
        self._a_shell_hears_keys()
        self._console_keys_switch()
        check(self._sysrq_is_obeyed(), "the kernel did not obey SysRq")
        return "its picture, keys, switching, SysRq"

    def _heard(self):
        """What the stand-in of a shell on console 1 has read."""
        return self.guest.shell("cat /tmp/heard")

    def _a_shell_hears_keys(self):
        before = self._heard()
        self.guest.type("a")
        self.guest.type("ret")
        wait_for("a shell hears a key", lambda: self._heard() != before, 20)

    def _console_keys_switch(self):
        for number in (2, 1):
            self.guest.type("ctrl", "alt", f"f{number}")
            wait_for(f"console {number}", lambda: self.guest.console() == f"tty{number}", 20)

    def _sysrq_is_obeyed(self):
        before = self.guest.sysrqs()
        self.guest.type("alt", "sysrq", "h")
        time.sleep(2)
        return self.guest.sysrqs() > before

    def _wakes_seldom(self, why, **options):
        self.appliance.restart(**options)
        time.sleep(5)  # the pictures of the start
        rate = self.appliance.wake_ups(COUNTED)
        check(rate <= MOST_WAKE_UPS, f"{rate:.2f} wake-ups a second")
        return f"{rate:.2f} wake-ups a second; {why}"

    def _a_tap_arrives(self, language, **options):
        self.appliance.tap(f"language:{language}")
        self.glass.expect(f"a tap on {language}", language=language, **options)
        self.appliance.tap("language:en")
        self.glass.expect("the kiosk", **options)

# SPDX-License-Identifier: Apache-2.0
"""What is proved under Debian's systemd with the unit that is shipped, in this order.

As in checks.py, what does not happen is seen to happen elsewhere: without the clock, or with a unit that gives up.
"""
import re

from guest import wait_for
from proof import Glass, check
from service import DATA, SAMPLE, UNIT, Service

MOST_EXPOSURE = 1.8
KILLS = 12  # systemd gives up after five starts in ten seconds
NO_CARD = "there is no graphics card"
NO_TERMINAL = ("/^TTY/d", "/^StandardInput/d")  # the console is that of the appliance
BEGUN = "2027-05-11T09:15:00"  # in the middle of a session


class UnitChecks:
    def __init__(self, guest):
        self.guest = guest
        self.service = Service(guest)
        self._set_clock("good")
        self.glass = Glass(guest, pack=SAMPLE, moment=self._minute)
        self.without_storage = Glass(guest, pack=SAMPLE, store=f"{DATA}/store.db", moment=self._minute)
        self.no_pack = Glass(guest, pack=f"{DATA}/visit", store="/tmp/none/store.db", moment=self._minute)

    def systemd_is_the_first_process_and_finds_no_fault_in_the_unit(self):
        check(self.guest.shell("cat /proc/1/comm") == "systemd", "it is not")
        found = self.guest.shell(f"systemd-analyze verify {UNIT} 2>&1")
        check(not found, found)
        return self.guest.shell("systemctl --version").splitlines()[0]

    def what_the_unit_leaves_open_is_bounded(self):
        says = self.guest.shell(f"systemd-analyze security --no-pager {UNIT}").splitlines()[-1]
        exposure = float(re.search(r"(\d+\.\d+)", says).group(1))
        check(exposure <= MOST_EXPOSURE, f"exposure {exposure}, more than {MOST_EXPOSURE}")
        return f"exposure {exposure}, at most {MOST_EXPOSURE}"

    def the_unit_becomes_active_and_its_picture_stands_on_the_panel(self):
        self.guest.plug("panel")
        self.service.start("door")
        check(self.service.property("ActiveState") == "active", self.service.log())
        self.glass.expect("the door sign", role="door")
        user = self.guest.shell("id -u tertulia")
        check(self.service.status("Uid").split()[0] == user, "it is not the user tertulia")
        check(self.service.status("NoNewPrivs") == "1" and self.service.status("Seccomp") == "2", "it is in no cage")
        check(int(self.service.status("CapEff"), 16) == 0, "it has capabilities")
        self.service.start("kiosk")
        self.glass.expect("the kiosk", role="kiosk")
        return "door, kiosk: every pixel"

    def fingers_reach_it(self):
        for language in ("ar", "en"):
            self.service.tap_one_of(self.glass.targets(role="kiosk"), f"language:{language}")
            self.glass.expect(f"a tap on {language}", role="kiosk", language=language)

    def the_importer_reads_the_visit_in_its_own_cage_within_that_of_the_unit(self):
        self.service.stop()
        self.guest.shell(f"rm -f {DATA}/store.db.pack")
        self.service.start("door")
        wait_for("the importer in its own cage", self._filters_of_importer)
        self.service.wait_for_log("Read the visit pack")
        self.service.like_it("tertulia-check.service", (
            f"s|^ExecStart=.*|ExecStart=/usr/local/bin/tertulia check {DATA}/visit|",
            "s/^Restart=.*/Type=oneshot/", *NO_TERMINAL))  # fmt: skip
        self.guest.shell("systemctl start tertulia-check")
        says = self.guest.shell("journalctl --sync; journalctl --unit tertulia-check --output cat")
        check("The pack can be used." in says, says)
        check("sandbox" not in says, says)
        self.glass.expect("the door sign", role="door")
        return "seccomp and Landlock"

    def a_clock_that_the_network_has_set_is_good(self):
        self._set_clock("good")
        self.service.start("room")
        self.glass.expect("the display", role="room")
        check(self.service.recorded_clock() == "synced", f"its clock is {self.service.recorded_clock()}")
        return "synced"

    def it_stays_good_when_the_network_is_gone(self):
        self.guest.shell("tertulia-test-clock unknown")
        self._wait_for_another_minute()
        self.glass.expect("the display", role="room")
        check(not self.glass.shows(role="room", at=None, rate=None), "a program that begins now says the same")

    def a_clock_that_nobody_has_set_is_not_good(self):
        self._set_clock("unknown")
        self.service.start("room")
        self.glass.expect("that it is not set", role="room", at=None, rate=None)
        check(not self.glass.shows(role="room"), "it looks like one that is set")
        check(self.service.recorded_clock() == "unsynced", f"its clock is {self.service.recorded_clock()}")
        self._set_clock("good")
        return "unsynced"

    def before_it_a_unit_with_systemds_own_limit_gives_up_and_one_with_ours_does_not(self):
        # Out of their cage, which takes a slow machine seconds to build: five starts in ten seconds are the limit.
        fails_at_once = (
            "s|^ExecStart=.*|ExecStart=/bin/false|", "s/^RestartSec=.*/RestartSec=100ms/",
            "/^TimeoutStopSec/,$d")  # fmt: skip
        self.service.like_it("tertulia-limit.service", ("/^StartLimitIntervalSec/d", *fails_at_once))
        self.service.like_it("tertulia-endless.service", fails_at_once)
        self.service.stop()
        self.guest.shell("systemctl start tertulia-limit")
        wait_for("systemd gives up", lambda: self.guest.try_shell("systemctl is-failed tertulia-limit")[0] == 0)
        self.guest.shell("systemctl start tertulia-endless")
        wait_for("ours goes on", lambda: self._restarts("tertulia-endless") > KILLS)
        self.guest.shell("systemctl stop tertulia-endless")
        return f"{self._restarts('tertulia-limit')} restarts and an end; more than {KILLS} and none"

    def killed_again_and_again_it_comes_back_each_time(self):
        self.service.start("kiosk")
        self.glass.expect("the kiosk", role="kiosk")
        before, begun = self._restarts(UNIT), self.guest.uptime()
        self.guest.shell(
            f"killed=0; last=0; while [ $killed -lt {KILLS} ]; do"
            f" process=$(systemctl show --value --property MainPID {UNIT});"
            ' [ "$process" = 0 ] || [ "$process" = $last ] ||'
            " { kill -9 $process && last=$process && killed=$((killed + 1)); }; done"
        )
        seconds = self.guest.uptime() - begun
        self.glass.expect("the kiosk", role="kiosk")
        restarts = self._restarts(UNIT) - before
        check(restarts == KILLS, f"{restarts} restarts after {KILLS} kills")
        return f"{KILLS} times in {seconds:.0f} s"

    def ended_by_systemd_it_ends_well(self):
        begun = self.guest.uptime()
        self.service.stop()
        result = self.service.property("Result")
        check(result == "success", result)
        return f"{self.guest.uptime() - begun:.0f} s"

    def a_panel_that_appears_later_is_taken(self):
        self.guest.plug_display("off")
        wait_for("the display is gone", lambda: self.guest.connector("status") == "disconnected")
        self.service.start("kiosk")
        self.service.wait_for_log("have no panel yet")
        process = self.service.process()
        self.guest.plug_display("detect")
        self.glass.expect("the kiosk", role="kiosk")
        check(self.service.process() == process, "it was another process")

    def a_graphics_card_that_appears_later_is_taken(self):
        self.service.stop()
        self.guest.shell("for console in /sys/class/vtconsole/*; do echo 0 >$console/bind; done")
        self.guest.shell("modprobe --remove virtio-gpu")
        self.service.start("kiosk")
        wait_for("it tries again", lambda: self.service.log().count(NO_CARD) > 5)
        self.guest.shell("modprobe virtio-gpu")
        self.glass.expect("the kiosk", role="kiosk")

    def with_a_read_only_data_folder_it_runs_on_the_last_good_pack(self):
        self.service.stop()
        # With rights that the unit would correct and cannot.
        self.guest.shell(f"cp -a {DATA} /tmp/data; mount -t tmpfs -o size=16m data {DATA}; cp -a /tmp/data/. {DATA}")
        self.guest.shell(f"echo [visit >{DATA}/visit/visit.toml; chmod 755 {DATA}; mount -o remount,ro {DATA}")
        # Only the file system stays so, as the kernel makes it after an error; a copy of a mount never hears of the other.
        self.guest.shell(f"mount -o remount,bind,rw {DATA}")
        return self._runs_without_storage(lambda: self.guest.shell(f"mount -o remount,rw {DATA}"))

    def with_a_full_disk_it_does_so_too(self):
        self.guest.shell(f"dd if=/dev/zero of={DATA}/filling bs=4k 2>/dev/null || true")
        return self._runs_without_storage(lambda: self.guest.shell(f"rm {DATA}/filling"))

    def with_no_data_folder_at_all_it_says_what_is_missing(self):
        self.service.stop()
        self.guest.shell(f"umount {DATA}; mount -t tmpfs -o ro nothing /var/lib")
        self.service.start("door")
        self.no_pack.expect("which file is missing", role="door")
        check(self.service.property("ActiveState") == "active", self.service.log())
        self.service.stop()
        self.guest.shell("umount /var/lib")
        self.service.start("door")
        self.glass.expect("the door sign", role="door")

    def _runs_without_storage(self, cure):
        """Sign and kiosk, until the storage is cured: the kiosk says what is wrong, and then no more."""
        self.service.start("door")
        self.glass.expect("the door sign", role="door")
        check("The last good pack stays in use." in self.service.log(), self.service.log())
        self.service.start("kiosk")
        self.without_storage.expect("why the kiosk takes no answers", role="kiosk")
        check(not self.glass.shows(role="kiosk"), "it looks as ever")
        restarts, process = self._restarts(UNIT), self.service.process()
        cure()
        self.service.wait_for_log("The storage is open now")
        self.glass.expect("the kiosk", role="kiosk")
        check((restarts, process) == (self._restarts(UNIT), self.service.process()), "it was restarted")
        return "the door sign; a kiosk that says why it takes no answers, and takes them when it can"

    def _restarts(self, unit):
        return int(self.guest.shell(f"systemctl show --value --property NRestarts {unit}"))

    def _minute(self):
        """The middle of the minute that the guest's clock shows: no picture shows seconds."""
        return {"at": self.guest.shell("date --utc +%FT%H:%M:30Z")}

    def _set_clock(self, state):
        self.guest.shell(f"date --utc --set {BEGUN} && tertulia-test-clock {state}")

    def _wait_for_another_minute(self):
        before = self.guest.shell("date +%M")
        wait_for("the next minute", lambda: self.guest.shell("date +%M") != before)

    def _filters_of_importer(self):
        """How many filters of system calls the importer has, when it has one more than its parent; else 0."""
        own = int(self.service.status("Seccomp_filters"))
        found = self.guest.shell(
            f"for process in $(cat /sys/fs/cgroup/system.slice/{UNIT}/cgroup.procs); do"
            " grep -q tertulia-import /proc/$process/comm &&"
            " sed -n 's/^Seccomp_filters:.//p' /proc/$process/status; done; true"
        )
        return int(found) if found and int(found) > own else 0

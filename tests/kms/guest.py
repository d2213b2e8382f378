# SPDX-License-Identifier: Apache-2.0
"""A machine in QEMU with one panel: starts it, talks to the shell inside, types on its keyboard, looks at its glass."""
import base64
import json
import socket
import subprocess
import time

from PIL import Image

SIZE = (1280, 800)
CONNECTOR = "/sys/class/drm/card0-Virtual-1"
DESCRIPTORS = {"panel": 7, "keyboard": 8}  # of the shell inside
NOT_OURS = " ".join(f"{number}>&-" for number in DESCRIPTORS.values())  # of programs that it starts
PATIENCE = 120  # seconds: without KVM a guest on a busy machine is slow


class Stuck(Exception):
    """The guest does not do what every check needs."""


def wait_for(what, condition, patience=PATIENCE):
    """The first true value of the condition; Stuck when patience ends."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.1)
    raise Stuck(f"after {patience} s still not: {what}")


class Line:
    """A socket that speaks in lines."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        wait_for(f"{path.name} answers", lambda: self._connects(path))
        self.socket.settimeout(PATIENCE)
        self.file = self.socket.makefile("rw", encoding="utf-8", errors="replace", newline="\n")

    def _connects(self, path):
        return self.socket.connect_ex(str(path)) == 0

    def say(self, text):
        self.file.write(text + "\n")
        self.file.flush()

    def hear(self):
        line = self.file.readline()
        if not line:
            raise Stuck("the guest is gone: see console.log")
        return line.rstrip("\r\n")


class Guest:
    def __init__(self, folder, memory=640, words=""):
        """`folder` holds vmlinuz and initrd; the log of its console goes there, too. `memory` is in MiB; the kernel
        gets `words` beside its usual ones."""
        self.folder = folder
        self.memory, self.words = memory, words
        for old in ("shell.sock", "qmp.sock", "vnc.sock"):
            (folder / old).unlink(missing_ok=True)
        self.process = subprocess.Popen(self._command(), stdin=subprocess.DEVNULL)
        self.qmp_line = Line(folder / "qmp.sock")
        self.qmp_line.hear()
        self.qmp("qmp_capabilities")
        self.shell_line = Line(folder / "shell.sock")
        while self.shell_line.hear() != "-- ready":
            pass

    def _command(self):
        at = self.folder
        return [
            "qemu-system-x86_64", "-accel", "tcg", "-cpu", "max", "-m", str(self.memory), "-nic", "none", "-no-reboot",
            "-vga", "none", "-device", f"virtio-gpu-pci,xres={SIZE[0]},yres={SIZE[1]}",
            "-display", f"vnc=unix:{at}/vnc.sock",
            "-serial", f"file:{at}/console.log", "-serial", f"unix:{at}/shell.sock,server=on,wait=off",
            "-qmp", f"unix:{at}/qmp.sock,server=on,wait=off",
            "-kernel", f"{at}/vmlinuz", "-initrd", f"{at}/initrd",
            "-append", f"console=ttyS0 sysrq_always_enabled panic=-1 consoleblank=0 vt.global_cursor_default=0 {self.words}",
        ]  # fmt: skip

    def end(self):
        self.process.terminate()
        self.process.wait()

    def qmp(self, command, **arguments):
        self.qmp_line.say(json.dumps({"execute": command, "arguments": arguments}))
        while True:  # events come between
            answer = json.loads(self.qmp_line.hear())
            if "error" in answer:
                raise Stuck(f"{command}: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]

    def try_shell(self, line):
        """Exit code and output of a line of shell, as root."""
        self.shell_line.say(line)
        output = []
        while not (heard := self.shell_line.hear()).startswith("-- "):
            output.append(heard)
        return int(heard[3:]), "\n".join(output).rstrip("\n")

    def shell(self, line):
        code, output = self.try_shell(line)
        if code != 0:
            raise Stuck(f"`{line}` in the guest: {output or code}")
        return output

    def write(self, path, text):
        self.shell(f": >{path}")
        for line in text.splitlines():
            self.shell(f"echo '{line}' >>{path}")

    def plug(self, kind):
        """A new input device, "panel" or "keyboard", with the rights that udev would give it a moment later."""
        self.shell(f"mkfifo -m 600 /tmp/{kind}; tertulia-test-input {kind} {NOT_OURS} </tmp/{kind} &")
        self.shell(f"exec {DESCRIPTORS[kind]}>/tmp/{kind}")
        wait_for(f"the {kind} is there", lambda: self.try_shell(f"grep -q 'test {kind}' /proc/bus/input/devices")[0] == 0)
        self.shell("chgrp input /dev/input/event*; chmod 640 /dev/input/event*")
        time.sleep(1)  # for whom it concerns to notice

    def pull(self, kind):
        self.shell(f"exec {DESCRIPTORS[kind]}>&-; rm /tmp/{kind}")
        wait_for(f"the {kind} is gone", lambda: self.try_shell(f"grep -q 'test {kind}' /proc/bus/input/devices")[0] != 0)

    def say_to(self, kind, line):
        self.shell(f"echo {line} >&{DESCRIPTORS[kind]}")

    def read(self, path):
        """The bytes of a file inside."""
        return base64.b64decode(self.shell(f"base64 {path}"))

    def glass(self):
        """What the panel shows."""
        path = self.folder / "glass.ppm"
        self.qmp("screendump", filename=str(path))
        with Image.open(path) as picture:
            return picture.convert("RGB")

    def type(self, *keys):
        """Presses keys together on the machine's keyboard, by QEMU's names."""
        self.qmp("send-key", keys=[{"type": "qcode", "data": key} for key in keys])
        time.sleep(0.3)  # it holds them for a tenth of a second, and then lets go

    def console(self):
        """The text console in front."""
        return self.shell("cat /sys/class/tty/tty0/active")

    def uptime(self):
        return float(self.shell("cat /proc/uptime").split()[0])

    def sysrqs(self):
        """How often the kernel obeyed SysRq."""
        return int(self.try_shell("dmesg | grep -c sysrq:")[1])

    def plug_display(self, state):
        """Forces the connector "off", or to "detect" its panel. This driver does not tell of it by itself: real ones do."""
        self.shell(f"echo {state} >{CONNECTOR}/status; echo change >/sys/class/drm/card0/uevent")

    def connector(self, name):
        """A file of the panel's connector in the kernel."""
        return self.shell(f"cat {CONNECTOR}/{name}")

# SPDX-License-Identifier: Apache-2.0
"""How a robot touches: through a pipe to the window port, or with XTest on a real window."""
import contextlib
import ctypes
import os
import select
import subprocess

from setup import SIZE


class PipeHand:
    """One device's; the reading end goes to the program as its standard input."""

    def __init__(self):
        self.reader, self.writer = os.pipe()
        self.environment = {}

    def tap(self, x, y):
        with contextlib.suppress(OSError):
            os.write(self.writer, f"0 {x} {y}\n".encode())

    def lift(self):
        """A touch that a killed program has not read is none of the next one's."""
        while select.select([self.reader], [], [], 0)[0]:
            os.read(self.reader, 4096)

    def end(self):
        os.close(self.writer)


class WindowHand:
    """A virtual X display with one window and a pointer that nobody else moves: a server has only one, and on a shared
    one the window of a device loses the finger to the next."""

    def __init__(self, log):
        reader, writer = os.pipe()
        with log.open("ab") as words:
            self.process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", "--", "Xvfb", "-displayfd", str(writer), "-screen", "0",
                 f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
                pass_fds=(writer,), stdout=words, stderr=words,
            )  # fmt: skip
        os.close(writer)
        with os.fdopen(reader) as said:
            self.name = ":" + said.readline().strip()
        self.x11, self.xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(self.name.encode()))
        self.reader, self.environment = subprocess.DEVNULL, {"DISPLAY": self.name, "SDL_VIDEODRIVER": "x11"}

    def tap(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.display, -1, x, y, 0)
        for is_down in (1, 0):
            self.xtst.XTestFakeButtonEvent(self.display, 1, is_down, 0)
        self.x11.XSync(self.display, 0)

    def lift(self):
        """The server forgets touches together with the window."""

    def end(self):
        self.process.terminate()
        self.process.wait()

# SPDX-License-Identifier: Apache-2.0
"""The real programs of a campaign: each can be killed, frozen, stopped and started again. They die with the campaign."""
import asyncio
import contextlib
import os
import resource
import signal
import socket
import subprocess


class Program:
    """One program with its log; `environment` None: that of the campaign."""

    def __init__(self, command, log, environment=None):
        self.command, self.log, self.environment = [str(word) for word in command], log, environment
        self.process = None
        self.generation = 0  # grows at each start
        self.is_wanted = False  # whoever finds it dead nevertheless has found a defect

    @property
    def is_up(self):
        return self.process is not None and self.process.poll() is None

    def start(self, stdin=subprocess.DEVNULL):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", "--", *self.command],
                stdin=stdin, stdout=log, stderr=log, env=self.environment, start_new_session=True,
                restore_signals=False,  # a file that may not grow is an error to them, no signal
            )  # fmt: skip
        self.generation += 1
        self.is_wanted = True

    def send(self, number):
        if self.is_up:
            os.kill(self.process.pid, number)

    async def kill(self):
        self.is_wanted = False
        self.send(signal.SIGKILL)
        await self.ended()

    async def stop(self, patience=20):
        """True: it ended by itself after SIGTERM."""
        self.is_wanted = False
        self.send(signal.SIGCONT)
        self.send(signal.SIGTERM)
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.ended(), patience)
            return True
        await self.kill()
        return False

    async def ended(self):
        while self.is_up:
            await asyncio.sleep(0.005)

    async def listens(self, port):
        """Returns as soon as somebody can connect there."""
        while self.is_up:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            await asyncio.sleep(0.01)
        raise RuntimeError(f"it does not start: see {self.log}")

    def limit_files(self, size):
        """No file of it may grow beyond so many bytes; resource.RLIM_INFINITY takes it back."""
        if self.is_up:
            resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

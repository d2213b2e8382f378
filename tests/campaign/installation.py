# SPDX-License-Identifier: Apache-2.0
"""The site of a campaign: broker, hub, devices, and a bad line before each of them."""
import asyncio
import shutil
import signal
import sqlite3
import subprocess

import setup
from archive import Unreadable
from certificates import EXPIRED, FOREIGN, Impostor
from glass import Glass
from hands import PipeHand, WindowHand
from process import Program
from relay import Relay
from injected_faults import InjectedFaults

REFUSES = 1  # exit code of ours: it says why in its log, as when its disk fails at the start
SETTLED = 60  # seconds after the last cure: I7


def number(path, query):
    """None: it cannot be read now."""
    try:
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=2)
        try:
            return database.execute(query).fetchone()[0]
        finally:
            database.close()
    except sqlite3.Error:
        return None


class Device:
    def __init__(self, plan, name, hand):
        self.name, self.home, self.hand = name, plan.home(name), hand
        self.faults = InjectedFaults(self.home / "injected_faults")
        environment = {**self.faults.environment(plan.program("injected_faults"), self.home), **hand.environment}
        command = setup.device_command(plan, name, isinstance(hand, WindowHand))
        self.program = Program(command, self.home / "log", environment)
        self.relay = Relay(plan.relay_ports[name], plan.broker_port(name))
        self.glass = Glass(self, plan.targets(name).with_suffix(".0"))
        self.busy = asyncio.Lock()  # one strike at a time
        self.sends = asyncio.Event()  # somebody touches what sends answers

    def start(self):
        self.glass.file.unlink(missing_ok=True)
        self.hand.lift()
        self.program.start(self.hand.reader)

    def store(self):
        return self.home / "store.db"

    def waiting(self):
        """Rows of the outbox, which holds what the hub has not acknowledged; None: it cannot be read now."""
        return number(self.store(), "SELECT count(*) FROM outbox")

    def acknowledged(self):
        """Answers that the hub should have; None: it cannot be read now."""
        return number(self.store(), "SELECT coalesce(sum(acknowledged), 0) FROM tally")

    def is_settled(self, held):
        acknowledged = self.acknowledged()
        return self.waiting() == 0 and acknowledged is not None and held >= acknowledged


class Installation:
    def __init__(self, plan, windows):
        """The first `windows` devices have real ones."""
        self.plan = plan
        setup.make(plan)
        self.devices = {}
        for number, name in enumerate(plan.names):
            hand = WindowHand(plan.folder / "desktop.log") if number < windows else PipeHand()
            self.devices[name] = Device(plan, name, hand)
        self.hub_faults = InjectedFaults(plan.folder / "hub" / "injected_faults")
        environment = self.hub_faults.environment(plan.program("injected_faults"), plan.folder / "hub")
        self.hub = Program(setup.hub_command(plan), plan.folder / "hub" / "log", environment)
        self.hub_relay = Relay(plan.relay_ports["hub"], plan.hub_port)
        self.broker = Program(setup.broker_command(plan), plan.folder / "broker" / "log")
        self.impostors = {kind: Impostor(plan.authorities.folder / kind) for kind in (EXPIRED, FOREIGN)}
        self.locks = {name: device.busy for name, device in self.devices.items()}
        self.locks.update(hub=asyncio.Lock(), broker=asyncio.Lock())

    def relays(self):
        return [self.hub_relay, *(device.relay for device in self.devices.values())]

    async def start(self):
        await self.plan.archive.start()
        for impostor in self.impostors.values():
            await impostor.start()
        self.broker.start()
        await self.broker_listens()
        for relay in self.relays():
            await relay.open()
        self.hub.start()
        for device in self.devices.values():
            device.start()

    async def broker_listens(self):
        await self.broker.listens(self.plan.device_port)

    async def watch(self, ledger):
        """Starts again what died though nobody killed it, and writes that down."""
        programs = {"broker": self.broker, "hub": self.hub}
        programs.update((name, device.program) for name, device in self.devices.items())
        while True:
            for name, program in programs.items():
                if program.is_wanted and not program.is_up:
                    code = program.process.returncode
                    ledger.note("would not start" if code == REFUSES else "died", program=name, code=code)
                    self.devices[name].start() if name in self.devices else program.start()
            await asyncio.sleep(0.2)

    def forget_sessions(self):
        (self.plan.folder / "broker" / "mosquitto.db").unlink(missing_ok=True)

    def unsettled(self):
        """Where something waits, or the hub does not have what it acknowledged: one that was restored from a backup may yet
        be given it."""
        # What has just come waits, sealed: nobody but the hub could count it.
        subprocess.run([self.plan.program("hub"), "mix", "--database", self.plan.archive.name], check=False, capture_output=True)
        try:
            rows = self.plan.archive.rows("SELECT room, count(*) FROM feedback WHERE state = 'submitted' GROUP BY room")
        except Unreadable:
            return list(self.devices.values())
        held = {room: int(count) for room, count in rows}
        return [device for device in self.devices.values() if not device.is_settled(held.get(device.name, 0))]

    async def settle(self):
        """Seconds until nothing waits on any device, or by device what still does after a minute."""
        begun = asyncio.get_running_loop().time()
        while (took := asyncio.get_running_loop().time() - begun) < SETTLED:
            if not self.unsettled():
                return took
            await asyncio.sleep(0.2)
        return {
            device.name: {"rows": device.waiting(), "lines": len(device.relay.lines)}
            for device in self.unsettled()
        }

    async def stop(self):
        """The names of programs that did not end by themselves."""
        stubborn = []
        for device in self.devices.values():
            device.program.send(signal.SIGTERM)
        for device in self.devices.values():
            if not await device.program.stop():
                stubborn.append(device.name)
        if not await self.hub.stop():
            stubborn.append("hub")
        await self.broker.stop()
        for relay in self.relays():
            await relay.close()
        for device in self.devices.values():
            device.hand.end()
        return stubborn

    def remove(self):
        self.plan.archive.remove()
        shutil.rmtree(self.plan.folder, ignore_errors=True)

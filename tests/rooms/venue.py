# SPDX-License-Identifier: Apache-2.0
"""A venue with one room, and displays beside it: a real broker, moderators' desks, room displays and kiosks, and a bad line
before each device."""
import datetime
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "campaign"))

import setup  # noqa: E402
from glass import Glass  # noqa: E402
from hands import PipeHand  # noqa: E402
from pictures import Pictures  # noqa: E402
from process import Program  # noqa: E402
from relay import Relay  # noqa: E402

ROOM = "plaza"
BESIDE = "annexe"  # a second room, in which nothing is planned
DESK_SIZE = (1280, 800)  # on which all of a page can be touched without scrolling
ROLES = {"desk": "moderator", "display": "room", "kiosk": "kiosk", "beside": "room"}


def role_of(name):
    """desk-1 -> moderator"""
    return ROLES[name.rsplit("-", 1)[0]]


def room_of(name):
    return BESIDE if name.startswith("beside") else ROOM


class Device:
    """One appliance with one screen. Its window is a pipe; everything behind that is the product."""

    def __init__(self, plan, name, clock_words):
        self.name, self.home = name, plan.home(name)
        self.hand = PipeHand()
        self.pictures = Pictures(plan.targets(name).with_suffix(".shown"))
        self.command = [*setup.device_command(plan, name, False), "--shown", self.pictures.file]
        self.clock_words = clock_words
        self.program = Program(self.command, self.home / "log")
        self.relay = Relay(plan.relay_ports[name], plan.broker_port(name))
        self.glass = Glass(self, plan.targets(name).with_suffix(".0"))

    def start(self):
        self.glass.file.unlink(missing_ok=True)
        self.hand.lift()
        self.program.command = [str(word) for word in (*self.command, *self.clock_words())]
        self.program.start(self.hand.reader)

    async def press(self, target, patience=10):
        """A name that ends with a colon: the first that begins so."""
        self.glass.enter()
        if not await self.glass.wait_for(target, patience=patience):
            raise RuntimeError(f"{self.name}: waited for {target}; there is {sorted(self.glass.spots)}")
        name = next(spot for spot in sorted(self.glass.spots) if spot == target or (target.endswith(":") and spot.startswith(target)))
        if not await self.glass.tap(name):
            raise RuntimeError(f"{self.name}: {target} went away")


class Venue:
    """`visit` writes the visit pack; `kiosk` is a section of every device's configuration; `clock_words` are what a device
    that starts now is told of its clock."""

    def __init__(self, folder, build, names, visit=None, kiosk="", clock_words=list):
        self.plan = setup.Plan(folder, build, names, frozenset())
        (folder / "glass").mkdir(parents=True)
        self.plan.authorities = setup.Authorities(self.plan)
        setup.make_broker(self.plan)
        setup.make_hub(self.plan)
        (visit or make_visit)(self.plan)
        for name in names:
            role = role_of(name)
            size = DESK_SIZE if role == "moderator" else setup.SIZE
            setup.make_device(self.plan, name, role, room_of(name), kiosk, size)
        self.broker = Program(setup.broker_command(self.plan), folder / "broker" / "log")
        self.devices = {name: Device(self.plan, name, clock_words) for name in names}

    def of(self, kind):
        return [device for name, device in self.devices.items() if name.startswith(kind)]

    async def start(self):
        await self.start_broker()
        for device in self.devices.values():
            await device.relay.open()
            device.start()

    async def start_broker(self):
        self.broker.start()
        await self.broker.listens(self.plan.device_port)

    def forget_retained(self):
        (self.plan.folder / "broker" / "mosquitto.db").unlink(missing_ok=True)

    async def stop(self):
        for device in self.devices.values():
            await device.program.stop()
            await device.relay.close()
            device.hand.end()
        await self.broker.stop()


def make_visit(plan):
    """A visit of today: its one session has begun a little while ago, and nobody has started it."""
    now = datetime.datetime.now(datetime.timezone.utc).replace(second=0, microsecond=0)
    begin, end = now - datetime.timedelta(minutes=3), now + datetime.timedelta(hours=3)
    visit = plan.folder / "visit"
    (visit / "forms").mkdir(parents=True)
    form = (setup.HERE / "visit/forms/campaign.csv").read_text().splitlines()
    form[-2:] = [",form_title,form_id,version,default_language,asks,", ",Campaign,campaign,1,English (en),running,"]
    (visit / "forms/campaign.csv").write_text("\n".join(form) + "\n")
    (visit / "agenda.ics").write_text("\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tertulia//Rooms//EN", "BEGIN:VEVENT", "UID:rooms-1@tertulia.test",
        f"DTSTAMP:{begin:%Y%m%dT%H%M%SZ}", f"DTSTART:{begin:%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}",
        "SUMMARY:Round table", f"LOCATION:{ROOM}", "END:VEVENT", "END:VCALENDAR", "",
    ]))  # fmt: skip
    parts = "".join(f'\n[[sessions.segments]]\nid = "part-{n}"\ntitle = "Part {n}"\nkind = "discussion"\nminutes = 40\n' for n in (1, 2, 3))
    (visit / "visit.toml").write_text(f"""[visit]
id = "rooms"
programme = "{setup.PROGRAMME}"
title = "Rooms"
venue = "Nowhere"
zone = "Etc/UTC"
first_day = {begin:%Y-%m-%d}
last_day = {end:%Y-%m-%d}
languages = ["en", "fr"]
default_form = "campaign"
[host]
name = "Host"
[[rooms]]
id = "{ROOM}"
name = "Plaza"
[[rooms]]
id = "{BESIDE}"
name = "Annexe"
[agenda]
file = "agenda.ics"
[[sessions]]
calendar_title = "Round table"
{parts}""")

# SPDX-License-Identifier: Apache-2.0
"""How each kind of fault strikes and is cured. A strike that finds nothing to strike is not counted: a cut needs a
connection, a kill a program that lives."""
import asyncio
import contextlib
import errno
import resource
import shutil
import signal
import subprocess
import time

import forgery
import hostile
import setup
from archive import Unreadable
from certificates import EXPIRED, FOREIGN
from mqtt import Client
from relay import PORTAL, SILENCE, refusal

BUSY = (0x88, 0x89, 0x97, 0x9F)  # server unavailable, server busy, quota exceeded, connection rate exceeded
SENDING = 0.06  # seconds: twice what a tap needs to become a thank-you
NOTICES = 10  # seconds in which a restored hub finds out by itself
LEAST_FILE = 8_192  # bytes: a robot can still see the glass
EPOCH = "SELECT epoch FROM hub"  # of the hub's database, as the next one
ANSWERS = "SELECT (SELECT count(*) FROM feedback) + (SELECT count(*) FROM incoming)"
PAST = 1_550_000_000  # February 2019
CLOCK_JUMPS = (-86_400 * 400, -7_200, -3_600, -61, 61, 3_600, 7_200, 86_400 * 400)


class Nothing(Exception):
    """There was nothing to strike."""


def demand(condition):
    if not condition:
        raise Nothing


def replace(file, other):
    """At once: nobody sees half of it."""
    new = file.with_suffix(".new")
    shutil.copy(other, new)
    new.replace(file)


class Strikes:
    def __init__(self, site):
        self.site, self.plan = site, site.plan
        self.wrong_passwords = set()

    async def carry_out(self, strike):
        """True: it struck. Returns when it is cured."""
        lock = self.site.locks[strike.target]
        if lock.locked():
            return False
        async with lock:
            try:
                await getattr(self, strike.kind.name)(self.site.devices.get(strike.target), strike)
                return True
            except (Nothing, Unreadable):
                return False

    # The line between a device and the broker

    async def cut(self, device, _):
        demand(device.relay.reset())

    async def cut_in_packet(self, device, strike):
        demand(device.relay.cut_in_packet(int(strike.chance * 40)))

    async def slow_line(self, device, strike):
        demand(device.relay.lines)
        device.relay.delay = 0.02 + strike.chance * 0.3
        await asyncio.sleep(strike.holds)
        device.relay.delay = 0

    async def black_hole(self, device, strike):
        demand(device.relay.lines)
        device.relay.hold()
        await asyncio.sleep(strike.holds)
        device.relay.go_on()

    async def half_open(self, device, _):
        demand(device.relay.kill_lines())

    async def port_closed(self, device, strike):
        demand(device.program.is_up)
        await device.relay.close()
        await asyncio.sleep(strike.holds)
        await device.relay.open()

    async def captive_portal(self, device, strike):
        await self._answered_by(PORTAL, device, strike)

    async def silent_port(self, device, strike):
        await self._answered_by(SILENCE, device, strike)

    async def busy_server(self, device, strike):
        await self._answered_by(refusal(BUSY[int(strike.chance * len(BUSY))]), device, strike)

    async def _answered_by(self, answer, device, strike):
        demand(device.program.is_up)
        device.relay.answer = answer
        device.relay.reset()
        await asyncio.sleep(strike.holds)
        device.relay.answer = None

    async def name_server_dead(self, device, strike):
        before = device.faults.failed()
        device.faults.kill_name_server()
        device.relay.reset()
        await asyncio.sleep(strike.holds)
        device.faults.heal_name_server()
        demand(device.faults.failed() > before)

    async def impostor(self, device, strike):
        """A server in the place of the broker, with a certificate that has expired or that a stranger vouches for."""
        demand(self.plan.is_enrolled(device.name) and device.program.is_up)
        impostor = self.site.impostors[EXPIRED if strike.chance < 0.5 else FOREIGN]
        asked = impostor.asked
        device.relay.target = impostor.port
        device.relay.reset()
        await asyncio.sleep(strike.holds)
        device.relay.target = self.plan.broker_port(device.name)
        device.relay.reset()
        demand(impostor.asked > asked)

    # The device itself

    async def kill_device(self, device, strike):
        demand(device.program.is_up)
        await device.program.kill()
        await asyncio.sleep(strike.holds)
        device.start()

    async def kill_while_sending(self, device, strike):
        """Between the last tap and the thank-you, where nobody can know what became of the answers."""
        demand(device.program.is_up)
        with contextlib.suppress(TimeoutError, asyncio.TimeoutError):
            await asyncio.wait_for(device.sends.wait(), strike.holds)
        demand(device.sends.is_set())
        await asyncio.sleep(strike.chance * SENDING)
        await device.program.kill()
        device.start()

    async def freeze_device(self, device, strike):
        await self._freeze(device.program, strike)

    async def clock_jump(self, device, strike):
        demand(device.program.is_up)
        device.faults.shift_wall(CLOCK_JUMPS[int(strike.chance * len(CLOCK_JUMPS))])
        await self._clock_comes_right(device, strike)

    async def boot_in_2019(self, device, strike):
        demand(device.program.is_up)
        await device.program.kill()
        device.faults.shift_wall(PAST - int(time.time()))
        device.start()
        await self._clock_comes_right(device, strike)

    async def _clock_comes_right(self, device, strike):
        """For who comes in by certificate: none is good at any time. The others go on with a wrong clock."""
        await asyncio.sleep(strike.holds)
        if self.plan.is_enrolled(device.name):
            device.faults.shift_wall(0)

    async def disk_full(self, device, strike):
        await self._failing(device.faults, device.faults.fail_writes, errno.ENOSPC, strike)

    async def sync_fails(self, device, strike):
        await self._failing(device.faults, device.faults.fail_syncs, errno.EIO, strike)

    async def files_may_not_grow(self, device, strike):
        demand(device.program.is_up)
        wal = device.home / "store.db-wal"
        size = wal.stat().st_size if wal.exists() else 0
        device.program.limit_files(max(LEAST_FILE, size + int(strike.chance * 20_000)))
        await asyncio.sleep(strike.holds)
        device.program.limit_files(resource.RLIM_INFINITY)

    async def wrong_password(self, device, strike):
        demand(not self.plan.is_enrolled(device.name) and device.program.is_up and self.site.broker.is_up)
        await self._tell_broker(self.wrong_passwords.add, device.name)
        device.relay.reset()
        await asyncio.sleep(strike.holds)
        await self._tell_broker(self.wrong_passwords.discard, device.name)

    async def _tell_broker(self, change, name):
        change(name)
        setup.write_passwords(self.plan, without=self.wrong_passwords)
        # A broker that is still starting would end by the signal. One that another strike ends reads them when it starts.
        with contextlib.suppress(RuntimeError):
            await self.site.broker_listens()
            await asyncio.sleep(0.2)
            self.site.broker.send(setup.RELOAD)

    async def wrong_certificate(self, device, strike):
        """The device shows one that has expired, or that a stranger vouches for."""
        demand(self.plan.is_enrolled(device.name) and device.program.is_up)
        authorities, name = self.plan.authorities, device.name
        shown = authorities.certificate(name)
        replace(shown, authorities.bad_certificate(name, EXPIRED if strike.chance < 0.5 else FOREIGN))
        device.relay.reset()
        await asyncio.sleep(strike.holds)
        replace(shown, authorities.good_certificate(name))

    async def twin(self, device, strike):
        twin = await Client.come_in(self.plan.device_port, device.name, self.plan.passwords[device.name])
        demand(twin)
        await asyncio.sleep(strike.holds)
        await twin.leave()

    async def hostile_to_device(self, device, strike):
        await self._say("hub", self.plan.hub_port, hostile.to_device(device.name, strike.chance))

    async def forged_ack(self, device, strike):
        """All that a broker knows, and one that has no key of the hub: names every row that waits, with its content. The
        line is slow meanwhile, so that something does."""
        demand(device.relay.lines)
        device.relay.delay = 0.3
        try:
            deadline = time.monotonic() + strike.holds
            while not (forged := forgery.ack(device.store(), device.name, self.plan.folder / "stranger.pem", strike.chance)):
                demand(time.monotonic() < deadline)
                await asyncio.sleep(0.05)
            await self._say("hub", self.plan.hub_port, [forged])
        finally:
            device.relay.delay = 0

    # The hub

    async def kill_hub(self, _, strike):
        demand(self.site.hub.is_up)
        await self.site.hub.kill()
        await asyncio.sleep(strike.holds)
        self.site.hub.start()

    async def freeze_hub(self, _, strike):
        await self._freeze(self.site.hub, strike)

    async def freeze_and_kill_hub(self, _, strike):
        demand(self.site.hub.is_up)
        self.site.hub.send(signal.SIGSTOP)
        await asyncio.sleep(strike.holds)
        await self.site.hub.kill()
        self.site.hub.start()

    async def power_out_at_hub(self, _, strike):
        """Hub and broker share a machine: what the broker had not saved yet does not tell the hub what it had."""
        hub, broker = self.site.hub, self.site.broker
        async with self.site.locks["broker"]:
            demand(hub.is_up and broker.is_up)
            servers = [self.plan.archive.server] if self.plan.archive.server else []
            await asyncio.gather(*(program.kill() for program in (hub, broker, *servers)))
            await self._broker_again(strike)
            await self.plan.archive.start()
            hub.start()

    async def kill_database(self, _, strike):
        """Its server, where it has one."""
        server = self.plan.archive.server
        demand(server and self.site.hub.is_up)
        await server.kill()
        await asyncio.sleep(strike.holds)
        await self.plan.archive.start()

    async def freeze_database(self, _, strike):
        demand(self.plan.archive.server)
        await self._freeze(self.plan.archive.server, strike)

    async def hub_absent(self, _, strike):
        demand(self.site.hub.is_up)
        await self.site.hub.stop()
        await asyncio.sleep(strike.holds)
        self.site.hub.start()

    async def cut_hub(self, _, __):
        demand(self.site.hub_relay.reset())

    async def cut_one_line_of_hub(self, _, strike):
        line = self.site.hub_relay.one_line(strike.chance)
        demand(line)
        line.reset()

    async def half_open_at_hub(self, _, strike):
        line = self.site.hub_relay.one_line(strike.chance)
        demand(line)
        line.is_dead = True

    async def black_hole_at_hub(self, _, strike):
        demand(self.site.hub_relay.lines)
        self.site.hub_relay.hold()
        await asyncio.sleep(strike.holds)
        self.site.hub_relay.go_on()

    async def hub_disk_full(self, _, strike):
        faults = self.site.hub_faults
        await self._failing(faults, faults.fail_writes, errno.ENOSPC, strike)

    async def hub_clock_jump(self, _, strike):
        demand(self.site.hub.is_up)
        self.site.hub_faults.shift_wall(CLOCK_JUMPS[int(strike.chance * len(CLOCK_JUMPS))])

    async def hub_restored(self, _, strike):
        """A backup of some seconds ago takes the place of the database; what came since is on the devices alone."""
        hub, archive = self.site.hub, self.plan.archive
        async with self.site.locks["broker"]:  # whose retained acknowledgements tell the hub what it had
            demand(hub.is_up and self.site.broker.is_up)
            archive.back_up()
            epoch, held = archive.rows(EPOCH), archive.rows(ANSWERS)
            await asyncio.sleep(strike.holds)
            demand(archive.rows(ANSWERS) != held)
            await hub.kill()
            archive.put_back()
            hub.start()
            for _ in range(NOTICES * 10):
                await asyncio.sleep(0.1)
                if archive.rows(EPOCH) != epoch:
                    return
            # The broker has forgotten too: then a person must say it.
            subprocess.run([self.plan.program("hub"), "restored", "--database", archive.name], check=True, stdout=subprocess.DEVNULL)

    async def hostile_to_hub(self, _, strike):
        await self._say(setup.VISITOR_OF_NOTHING, self.plan.device_port, hostile.to_hub(setup.VISITOR_OF_NOTHING, strike.chance))

    # The broker

    async def kill_broker(self, _, strike):
        demand(self.site.broker.is_up)
        await self.site.broker.kill()
        await self._broker_again(strike)

    async def restart_broker(self, _, strike):
        demand(self.site.broker.is_up)
        await self.site.broker.stop()
        await self._broker_again(strike)

    async def forget_sessions(self, _, strike):
        demand(self.site.broker.is_up)
        await self.site.broker.stop()
        self.site.forget_sessions()
        await self._broker_again(strike)

    async def freeze_broker(self, _, strike):
        await self._freeze(self.site.broker, strike)

    async def _broker_again(self, strike):
        await asyncio.sleep(strike.holds)
        self.site.broker.start()
        await self.site.broker_listens()

    # What several share

    async def _freeze(self, program, strike):
        demand(program.is_up)
        program.send(signal.SIGSTOP)
        await asyncio.sleep(strike.holds)
        program.send(signal.SIGCONT)

    async def _failing(self, faults, fail, error, strike):
        """The disk fails, perhaps after some calls that go well; a strike when a call did fail."""
        before = faults.failed()
        fail(error, spared=int(strike.chance * 12))
        await asyncio.sleep(strike.holds)
        faults.heal_disk()
        demand(faults.failed() > before)

    async def _say(self, user, port, packets):
        client = await Client.come_in(port, user, self.plan.passwords[user])
        demand(client)
        for data in packets:
            await client.say(data)
        with contextlib.suppress(OSError):
            await client.leave()

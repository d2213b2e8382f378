# SPDX-License-Identifier: Apache-2.0
"""Which fault strikes when, whom, and for how long: a pure function of the seed and of the devices' names."""
import random
from dataclasses import dataclass

DEVICE, HUB, BROKER = "device", "hub", "broker"


@dataclass(frozen=True)
class Kind:
    name: str
    target: str  # DEVICE, HUB or BROKER
    weight: float  # how often, beside the others
    shortest: float = 0.0  # seconds that it lasts
    longest: float = 0.0


KINDS = (
    # The line between a device and the broker.
    Kind("cut", DEVICE, 14),
    Kind("cut_in_packet", DEVICE, 12),
    Kind("slow_line", DEVICE, 8, 0.5, 3),
    Kind("black_hole", DEVICE, 8, 0.5, 4),
    Kind("half_open", DEVICE, 2),
    Kind("port_closed", DEVICE, 5, 0.3, 3),
    Kind("captive_portal", DEVICE, 5, 0.3, 3),
    Kind("silent_port", DEVICE, 3, 0.5, 4),
    Kind("busy_server", DEVICE, 3, 0.3, 3),
    Kind("name_server_dead", DEVICE, 3, 0.5, 6),
    Kind("impostor", DEVICE, 3, 1, 5),
    # The device itself.
    Kind("kill_device", DEVICE, 8, 0, 1),
    Kind("kill_while_sending", DEVICE, 6, 5, 5),
    Kind("freeze_device", DEVICE, 7, 0.1, 2),
    Kind("clock_jump", DEVICE, 6, 0.5, 3),
    Kind("boot_in_2019", DEVICE, 2, 0.1, 1),
    Kind("disk_full", DEVICE, 5, 0.3, 3),
    Kind("sync_fails", DEVICE, 5, 0.3, 2),
    Kind("files_may_not_grow", DEVICE, 3, 0.3, 2),
    Kind("wrong_password", DEVICE, 1.5, 0.5, 3),
    Kind("wrong_certificate", DEVICE, 2, 0.5, 4),
    Kind("twin", DEVICE, 4, 0.1, 1),
    Kind("hostile_to_device", DEVICE, 5),
    Kind("forged_ack", DEVICE, 5, 3, 6),
    # The hub.
    Kind("kill_hub", HUB, 2, 0, 0.5),
    Kind("freeze_hub", HUB, 2, 0.2, 2),
    Kind("freeze_and_kill_hub", HUB, 1.5, 0.3, 1),
    Kind("power_out_at_hub", HUB, 2, 0, 0.5),
    Kind("hub_absent", HUB, 0.7, 1, 4),
    Kind("cut_hub", HUB, 2),
    Kind("cut_one_line_of_hub", HUB, 2),
    Kind("half_open_at_hub", HUB, 0.5),
    Kind("black_hole_at_hub", HUB, 1, 0.5, 3),
    Kind("hub_disk_full", HUB, 2, 0.3, 2),
    Kind("hub_clock_jump", HUB, 1),
    Kind("hub_restored", HUB, 1, 1, 5),
    Kind("kill_database", HUB, 1, 0, 2),
    Kind("freeze_database", HUB, 1, 0.2, 3),
    Kind("hostile_to_hub", HUB, 5),
    # The broker.
    Kind("kill_broker", BROKER, 1, 0, 0.5),
    Kind("restart_broker", BROKER, 0.7, 0, 0.5),
    Kind("forget_sessions", BROKER, 0.7, 0, 0.5),
    Kind("freeze_broker", BROKER, 1, 0.2, 2),
)  # fmt: skip


@dataclass(frozen=True)
class Strike:
    number: int
    at: float  # seconds since the start
    kind: Kind
    target: str  # a device's name, "hub" or "broker"
    holds: float  # seconds
    chance: float  # in [0, 1): whatever else the kind leaves open


def strikes(seed, devices, rate, without=()):
    """Endless; `rate`: how many in a second; `without`: kinds that are left out, the others strike as they would."""
    chance = random.Random(seed)
    weights = [kind.weight for kind in KINDS]
    at, number = 0.0, 0
    while True:
        at += chance.expovariate(rate)
        kind = chance.choices(KINDS, weights)[0]
        target = chance.choice(devices) if kind.target == DEVICE else kind.target
        holds = chance.uniform(kind.shortest, kind.longest)
        strike = Strike(number, at, kind, target, holds, chance.random())
        if kind.name not in without:
            yield strike
        number += 1

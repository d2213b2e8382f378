# SPDX-License-Identifier: Apache-2.0
"""Everything that programs must be told before they start: passwords, keys, configurations, the visit. Nothing else in
the campaign knows how a device is configured or how it proves who it is."""
import contextlib
import pathlib
import secrets
import signal
import socket
import subprocess
from dataclasses import dataclass, field

from archive import Sqlite
from certificates import Authorities

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SIZE = (640, 480)
PROGRAMME = "campaign"
VISITOR_OF_NOTHING = "stranger"  # a client with a password of its own and no device behind it
WRONG = "wrong"
RELOAD = signal.SIGHUP  # the broker reads passwords and access list again


def build(folder, *more):
    """The folder of a release build that has what a campaign needs, and these targets. None: the usual one, made now."""
    if folder:
        return folder.resolve()
    folder = ROOT / "build/release"
    if not (folder / "build.ninja").exists():
        subprocess.run(["cmake", "--preset", "release"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    targets = ["tertulia", "tertulia-hub", "tertulia-campaign-device", "tertulia_injected_faults", *more]
    subprocess.run(["cmake", "--build", folder, "--parallel", "2", "--target", *targets], check=True, stdout=subprocess.DEVNULL)
    return folder


@dataclass
class Plan:
    """Where everything of one campaign lies, and who may come in."""

    folder: pathlib.Path
    build: pathlib.Path
    names: list  # of the devices
    enrolled: frozenset  # those that come in by certificate; the others by password
    programs: dict = field(default_factory=dict)  # instead of those of the build, for mutants: "device", "hub"
    passwords: dict = field(default_factory=dict)
    hashes: dict = field(default_factory=dict)  # the lines of the broker's password file
    device_port: int = 0  # of the broker
    hub_port: int = 0
    tls_port: int = 0  # of the broker, for devices that are enrolled
    authorities: Authorities = None
    grace_hours: int = 48  # for which a device keeps what the hub has acknowledged
    archive: object = None  # of the hub: a file beside it, or a server
    hub_key: str = ""  # what devices know it by
    relay_ports: dict = field(default_factory=dict)  # by device, and "hub"

    def __post_init__(self):
        self.archive = self.archive or Sqlite(self.folder / "hub" / "hub.db")

    def program(self, name):
        usual = {
            "device": self.build / "tests/campaign/tertulia-campaign-device",
            "window": self.build / "firmware/program/tertulia",
            "hub": self.build / "hub/tertulia-hub",
            "injected_faults": self.build / "tests/campaign/libtertulia_injected_faults.so",
        }
        return self.programs.get(name, usual[name])

    def is_enrolled(self, device):
        return device in self.enrolled

    def broker_port(self, device):
        return self.tls_port if self.is_enrolled(device) else self.device_port

    def home(self, device):
        return self.folder / "devices" / device

    def targets(self, device):
        """Beside its home: what a robot sees does not suffer with the device's disk."""
        return self.folder / "glass" / device


given_ports = set()


def free_port():
    """A port that nobody has at the moment, below those that the kernel gives to outgoing connections; each only once.

    A server that is stopped on purpose gets its port back: no connection of a device can have taken it meanwhile.
    """
    first_outgoing = int(pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    while True:
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", 1024 + secrets.randbelow(max(first_outgoing, 16384) - 1024)))
            port = probe.getsockname()[1]
            if port not in given_ports:
                given_ports.add(port)
                return port


def write_secret(path, text):
    path.touch(mode=0o600)
    path.write_text(text)


def hashed(folder, user, password):
    file = folder / "hashing"
    write_secret(file, f"{user}:{password}\n")
    subprocess.run(["mosquitto_passwd", "-U", file], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    line = file.read_text().strip()
    file.unlink()
    return line


def make_broker(plan):
    folder = plan.folder / "broker"
    folder.mkdir()
    for user in (*plan.names, "hub", VISITOR_OF_NOTHING):
        plan.passwords[user] = secrets.token_urlsafe(18)
        plan.hashes[user] = hashed(folder, user, plan.passwords[user])
    plan.hashes[WRONG] = hashed(folder, WRONG, secrets.token_urlsafe(18))
    write_passwords(plan, without=())
    made = folder / "made"
    subprocess.run([plan.program("hub"), "broker-config", made, "--programme", PROGRAMME], check=True, stdout=subprocess.DEVNULL)
    (folder / "acl").write_text((made / "tertulia.acl").read_text())
    plan.device_port, plan.hub_port, plan.tls_port = free_port(), free_port(), free_port()
    text = (ROOT / "config/mosquitto/loopback.conf").read_text()
    user = subprocess.run(["id", "-un"], check=True, capture_output=True, text=True).stdout.strip()
    for place, value in {"FOLDER": folder, "USER": user, "DEVICE_PORT": plan.device_port, "HUB_PORT": plan.hub_port}.items():
        text = text.replace(f"@{place}@", str(value))
    # Sessions that a restart keeps, so that there is something to forget.
    text = text.replace("persistence false", f"persistence true\npersistence_location {folder}/\nautosave_interval 1")
    (folder / "mosquitto.conf").write_text(text + tls_listener(plan))


def tls_listener(plan):
    own = plan.authorities.own
    return f"""
listener {plan.tls_port} 127.0.0.1
certfile {own("broker.pem")}
keyfile {own("broker.key")}
cafile {own("programme.pem")}
tls_version tlsv1.2
require_certificate true
use_identity_as_username true
use_username_as_clientid true
"""


def write_passwords(plan, without):
    """The broker's list; those in `without` stand in it with a password that they do not know."""
    wrong = plan.hashes[WRONG].split(":", 1)[1]
    lines = [f"{user}:{wrong}" if user in without else line for user, line in plan.hashes.items() if user != WRONG]
    write_secret(plan.folder / "broker" / "passwords", "\n".join(lines) + "\n")


def make_visit(plan):
    visit = plan.folder / "visit"
    (visit / "forms").mkdir(parents=True)
    for name in ("agenda.ics", "forms/campaign.csv"):
        (visit / name).write_text((HERE / "visit" / name).read_text())
    rooms = "".join(f'\n[[rooms]]\nid = "{name}"\nname = "{name}"\n' for name in plan.names)
    (visit / "visit.toml").write_text((HERE / "visit/visit.toml").read_text() + rooms)


KIOSK = """[kiosk]
asks = "always"
idle_seconds = 3600
thanks_seconds = 60
abandoned = "keep"
"""
DROPPING = KIOSK.replace('"keep"', '"drop"')


def make_device(plan, name, role="kiosk", room=None, kiosk=KIOSK, size=SIZE):
    """One screen; without a room of its own it stands in one that has its name. `kiosk` is a section, or nothing."""
    home = plan.home(name)
    home.mkdir(parents=True)
    plan.relay_ports[name] = free_port()
    if plan.is_enrolled(name):
        proof, believes = 'identity = "identity"', ""
    else:
        proof, believes = 'credentials = "credentials.toml"', f'[hub]\nkeys = ["{plan.hub_key}"]'
        write_secret(home / "credentials.toml", f'username = "{name}"\npassword = "{plan.passwords[name]}"\n')
    (home / "tertulia.toml").write_text(f"""[device]
id = "{name}"
programme = "{PROGRAMME}"
[[screens]]
role = "{role}"
room = "{room or name}"
width = {size[0]}
height = {size[1]}
x = 0
y = 0
[display]
reduced_motion = true
{kiosk}[store]
path = "store.db"
grace_hours = {plan.grace_hours}
[broker]
host = "127.0.0.1"
port = {plan.relay_ports[name]}
{proof}
{believes}
[visit]
pack = "{plan.folder}/visit"
""")
    if plan.is_enrolled(name):
        plan.authorities.enrol(name, home / "tertulia.toml")


def make_hub(plan):
    folder = plan.folder / "hub"
    folder.mkdir()
    plan.relay_ports["hub"] = free_port()
    write_secret(folder / "password", plan.passwords["hub"] + "\n")
    made = subprocess.run([plan.program("hub"), "make-key", folder / "key"], check=True, capture_output=True, text=True)
    plan.hub_key = made.stdout.strip()


def make(plan):
    (plan.folder / "glass").mkdir()
    plan.authorities = Authorities(plan)
    make_broker(plan)
    make_hub(plan)
    make_visit(plan)
    for number, name in enumerate(plan.names):
        make_device(plan, name, kiosk=DROPPING if number % 2 else KIOSK)


def broker_command(plan):
    return ["/usr/sbin/mosquitto", "-c", plan.folder / "broker" / "mosquitto.conf"]


def hub_command(plan):
    return [
        plan.program("hub"), "collect", "--database", plan.archive.name, "--broker", f"127.0.0.1:{plan.relay_ports['hub']}",
        "--username", "hub", "--password-file", plan.folder / "hub" / "password",
        "--signing-key", plan.folder / "hub" / "key",
    ]  # fmt: skip


def device_command(plan, name, has_window):
    home = plan.home(name)
    words = ["--config", home / "tertulia.toml", "--targets", plan.targets(name)]
    return [plan.program("window"), "run", *words] if has_window else [plan.program("device"), *words]

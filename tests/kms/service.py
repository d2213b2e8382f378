# SPDX-License-Identifier: Apache-2.0
"""The appliance as a service of the guest's systemd: installs it by the README, starts it and asks how it is."""
import json

from appliance import Fingers, configuration
from guest import wait_for

UNIT = "tertulia.service"
SHIPPED = "/usr/share/tertulia/tertulia.service"
SAMPLE = "/usr/local/share/tertulia/visits/lisbon"
DATA = "/var/lib/tertulia"
INSTALLATION = f"""useradd --system --groups video,input tertulia
mkdir -p /etc/tertulia
install -m 644 {SHIPPED} /etc/systemd/system/
install -d -o tertulia -m 700 {DATA}
cp -r {SAMPLE} {DATA}/visit
chown -R tertulia {DATA}/visit
systemctl daemon-reload"""


class Service(Fingers):
    def __init__(self, guest):
        super().__init__(guest)
        for line in INSTALLATION.splitlines():
            guest.shell(line)

    def start(self, role):
        """Anew, with one screen of this role; its log begins anew, too."""
        self.stop()
        words = configuration("kms", f"{DATA}/store.db", role=role, pack=f"{DATA}/visit")
        self.guest.write("/etc/tertulia/tertulia.toml", words)
        self._begin_log()
        self.guest.shell(f"systemctl start {UNIT}")

    def stop(self):
        self.guest.shell(f"systemctl stop {UNIT}")

    def _begin_log(self):
        self.guest.shell("journalctl --sync; rm -f /run/begun; journalctl --lines 1 --cursor-file /run/begun >/dev/null")

    def log(self):
        """What it has said since its last start."""
        self.guest.shell("journalctl --sync; cp /run/begun /run/read")
        return self.guest.shell(f"journalctl --unit {UNIT} --cursor-file /run/read --output cat --quiet")

    def wait_for_log(self, words):
        wait_for(f"it says: {words}", lambda: words in self.log())

    def property(self, name):
        return self.guest.shell(f"systemctl show --value --property {name} {UNIT}")

    def process(self):
        return int(self.property("MainPID"))

    def status(self, name):
        """A line of what the kernel says of its main process."""
        for line in self.guest.shell(f"cat /proc/{self.process()}/status").splitlines():
            if line.startswith(name + ":"):
                return line.split(":")[1].strip()
        return ""

    def like_it(self, unit, changes):
        """Another unit in the same cage: the shipped one, changed by expressions of sed."""
        expressions = " ".join(f"-e '{change}'" for change in changes)
        self.guest.shell(f"sed {expressions} {SHIPPED} >/run/systemd/system/{unit}")
        self.guest.shell("systemctl daemon-reload")

    def recorded_clock(self):
        """How good its clock was at its last start, as it wrote into its own storage."""
        self.guest.shell("rm -rf /tmp/export; mkdir /tmp/export")
        self.guest.shell("tertulia export /tmp/export --config /etc/tertulia/tertulia.toml")
        events = [json.loads(line) for line in self.guest.shell("cat /tmp/export/*.jsonl").splitlines()]
        return events[-1]["clockquality"]

# SPDX-License-Identifier: Apache-2.0
"""Certificates of a campaign: the programme's own, by which some devices come in, and those that no side may be
satisfied with. All are made by the product's own commands; what has expired was made under a clock that stood in the
past, what is foreign by another authority."""
import asyncio
import re
import shutil
import ssl
import subprocess

from injected_faults import InjectedFaults

LONG_AGO = -20 * 365 * 86_400  # seconds: longer than any certificate but the authority's is good
EXPIRED, FOREIGN = "expired", "foreign"


class Authorities:
    """The programme's own, a copy of it in the past, and somebody else's."""

    def __init__(self, plan):
        self.plan = plan
        self.folder = plan.folder / "authority"
        self.faults = InjectedFaults(plan.folder / "past")
        self.faults.shift_wall(LONG_AGO)
        self._hub("authority", self.folder / "own", "--host", "127.0.0.1")
        self._hub("authority", self.folder / FOREIGN, "--host", "127.0.0.1")
        shutil.copytree(self.folder / "own", self.folder / EXPIRED)
        self._hub("authority", self.folder / EXPIRED, "--host", "127.0.0.1", in_past=True)

    def own(self, name):
        return self.folder / "own" / name

    def enrol(self, device, config):
        """Afterwards the device is enrolled, and beside its certificate lie an expired and a foreign one for its key."""
        folder = self.plan.home(device)
        code = self._code(self._device("enrol", "--config", config, "--to", folder))
        request = folder / f"{device}.request.pem"
        answer = self._approve(request, code, "own")
        self._device("enrol", "--config", config, "--take", folder / "answer", "--code", answer)
        for kind in (EXPIRED, FOREIGN):
            self._approve(request, code, kind)
            (issued,) = (self.folder / kind / "issued").glob(f"{device}.*.pem")
            shutil.copy(issued, self.bad_certificate(device, kind))
        shutil.copy(self.certificate(device), self.good_certificate(device))

    def certificate(self, device):
        """The file that the device shows."""
        return self.plan.home(device) / "identity" / "certificate.pem"

    def good_certificate(self, device):
        return self.plan.home(device) / "good.pem"

    def bad_certificate(self, device, kind):
        return self.plan.home(device) / f"{kind}.pem"

    def _approve(self, request, code, kind):
        said = self._hub(
            "enrol", request, "--code", code, "--any-date", "--authority", self.folder / kind, "--to", request.with_name("answer" if kind == "own" else kind),
            "--signing-key", self.plan.folder / "hub" / "key", in_past=kind == EXPIRED,
        )  # fmt: skip
        return self._code(said)

    @staticmethod
    def _code(words):
        return re.search(r"--code (\S+)", words).group(1)

    def _hub(self, *words, in_past=False):
        environment = self.faults.environment(self.plan.program("injected_faults"), self.folder) if in_past else None
        return self._run(self.plan.program("hub"), words, environment)

    def _device(self, *words):
        return self._run(self.plan.program("window"), words, None)

    @staticmethod
    def _run(program, words, environment):
        run = subprocess.run([program, *words], capture_output=True, text=True, env=environment, check=False)
        if run.returncode != 0:
            raise RuntimeError(f"{program} {words[0]}: {run.stdout}{run.stderr}")
        return run.stdout


class Impostor:
    """A server with a certificate that no device may trust. Whoever speaks to it all the same is fooled."""

    def __init__(self, folder):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(folder / "broker.pem", folder / "broker.key")
        self.asked = 0
        self.fooled = 0
        self.server, self.port = None, None

    async def start(self):
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]

    async def _serve(self, reader, writer):
        self.asked += 1
        try:
            await asyncio.wait_for(writer.start_tls(self.context), 10)
            if await reader.read(1):
                self.fooled += 1
        except (OSError, ssl.SSLError, asyncio.TimeoutError):
            pass  # as it should be
        finally:
            writer.close()

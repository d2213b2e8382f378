# SPDX-License-Identifier: Apache-2.0
"""The hub's database, as a campaign handles it: looks into it, takes backups and puts them back, and lets the server of
it die where there is one."""
import asyncio
import contextlib
import csv
import os
import pathlib
import pwd
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

from process import Program

PATIENCE = 60  # seconds for a server to take connections


class Unreadable(Exception):
    """It is not there yet, or too busy."""


class Sqlite:
    """A file beside the hub."""

    server = None

    def __init__(self, path):
        self.path, self.backup = path, path.with_name("backup.db")
        self.name = str(path)  # what tertulia-hub is told

    async def start(self):
        pass

    def rows(self, query):
        try:
            with contextlib.closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=2)) as connection:
                return connection.execute(query).fetchall()
        except sqlite3.Error as problem:
            raise Unreadable from problem

    def back_up(self):
        self.backup.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(self.path)) as origin, contextlib.closing(sqlite3.connect(self.backup)) as copy:
            origin.backup(copy)

    def put_back(self):
        """While no hub has it open."""
        for end in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)
        self.backup.replace(self.path)

    def remove(self):
        pass


class Postgres:
    """A server in a folder of its own, on a Unix socket alone. It refuses to run as root: then it runs as postgres. It
    does not wait for the disk, as only processes die here."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tertulia-postgres-"))
        self.backup = self.folder / "backup"
        self.name = f"postgresql:///postgres?user=tertulia&host={self.folder}"
        self.programs = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
        self.owner = []
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.owner = ["setpriv", "--pdeathsig", "KILL", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--"]
        data = self.folder / "data"
        words = ["initdb", "-D", data, "-U", "tertulia", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run([*self.owner, self.programs / words[0], *words[1:]], check=True, stdout=subprocess.DEVNULL, cwd="/")
        command = [*self.owner, self.programs / "postgres", "-D", data, "-k", self.folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        self.server = Program(command, self.folder / "log")

    async def start(self):
        """Returns when it takes connections. Not from another thread: the server would end with it. After a kill the old
        children may still hold its memory: then it ends at once and is started again."""
        deadline = time.monotonic() + PATIENCE
        while not self.takes_connections():
            if time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL does not start: see {self.folder}/log")
            if not self.server.is_up:
                self.server.start()
            await asyncio.sleep(0.05)

    def takes_connections(self):
        return subprocess.run([self.programs / "pg_isready", "-q", "-d", self.name], check=False).returncode == 0

    def rows(self, query):
        """Whatever it is, as text."""
        run = self.psql("--csv", "--tuples-only", "--command", query)
        if run.returncode != 0:
            raise Unreadable(run.stderr)
        return list(csv.reader(run.stdout.splitlines(keepends=True)))

    def psql(self, *words):
        return subprocess.run([self.programs / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", self.name, *words],
                              capture_output=True, text=True, check=False)  # fmt: skip

    def back_up(self):
        dump = [self.programs / "pg_dump", "--format=custom", f"--dbname={self.name}", f"--file={self.backup}"]
        if subprocess.run(dump, check=False, stderr=subprocess.DEVNULL).returncode != 0:
            raise Unreadable

    def put_back(self):
        """While no hub has it open."""
        self.psql("--command", "DROP SCHEMA public CASCADE; CREATE SCHEMA public").check_returncode()
        subprocess.run([self.programs / "pg_restore", f"--dbname={self.name}", self.backup], check=True)

    def remove(self):
        self.server.is_wanted = False
        self.server.send(signal.SIGQUIT)
        while self.server.is_up:
            time.sleep(0.01)
        shutil.rmtree(self.folder, ignore_errors=True)

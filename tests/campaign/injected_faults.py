# SPDX-License-Identifier: Apache-2.0
"""The page of memory by which libtertulia_injected_faults.so is told what to do to a program; laid out as in injected_faults.cpp."""
import mmap
import os
import struct

LAYOUT = struct.Struct("<qiiiii")


class InjectedFaults:
    def __init__(self, path):
        self.path = path
        path.write_bytes(bytes(mmap.PAGESIZE))
        with path.open("r+b") as file:
            self.memory = mmap.mmap(file.fileno(), mmap.PAGESIZE)

    def environment(self, library, folder):
        return {**os.environ, "LD_PRELOAD": str(library), "INJECTED_FAULTS_PAGE": str(self.path), "INJECTED_FAULTS_FOLDER": str(folder)}

    def shift_wall(self, seconds):
        struct.pack_into("<q", self.memory, 0, seconds)

    def fail_writes(self, error, spared=0):
        struct.pack_into("<i", self.memory, 16, spared)
        struct.pack_into("<i", self.memory, 8, error)

    def fail_syncs(self, error, spared=0):
        struct.pack_into("<i", self.memory, 16, spared)
        struct.pack_into("<i", self.memory, 12, error)

    def heal_disk(self):
        self.fail_writes(0)
        self.fail_syncs(0)

    def kill_name_server(self):
        struct.pack_into("<i", self.memory, 24, 1)

    def heal_name_server(self):
        struct.pack_into("<i", self.memory, 24, 0)

    def failed(self):
        """How many calls failed so far."""
        return LAYOUT.unpack_from(self.memory, 0)[4]

# SPDX-License-Identifier: Apache-2.0
"""The one thing that only a VNC client can do to a panel of QEMU: plug in another size (RFC 6143, and the community's
ExtendedDesktopSize)."""
import socket
import struct

EXTENDED_DESKTOP_SIZE = -308


def resize(path, width, height):
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(str(path))
        server.settimeout(30)
        stream = server.makefile("rwb")
        stream.write(stream.read(12))  # the version that it wants
        stream.flush()
        stream.read(stream.read(1)[0])
        stream.write(b"\x01")  # no authentication
        stream.flush()
        stream.read(4)
        stream.write(b"\x01")  # shared
        stream.flush()
        stream.read(20)  # size and pixel format
        stream.read(struct.unpack(">I", stream.read(4))[0])
        stream.write(struct.pack(">BxHi", 2, 1, EXTENDED_DESKTOP_SIZE))
        stream.write(struct.pack(">BxHHBx", 251, width, height, 1))
        stream.write(struct.pack(">IHHHHI", 0, 0, 0, width, height, 0))
        stream.flush()
        stream.read(4)  # the answer, an update: it has been done

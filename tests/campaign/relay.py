# SPDX-License-Identifier: Apache-2.0
"""A bad line: a TCP relay before the broker's port that stops, drops, cuts, delays or answers in its place."""
import asyncio
import contextlib
import socket
import struct

CHUNK = 65536
PORTAL = b"HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\nContent-Length: 0\r\n\r\n"
SILENCE = b""


def refusal(reason):
    """An MQTT 5 CONNACK with this reason code."""
    return bytes([0x20, 3, 0, reason, 0])


class Line:
    """One connection through the relay."""

    def __init__(self, near, far):
        self.ends = (near, far)
        self.is_dead = False  # forwards nothing any more, and nobody is told
        self.cut_after = None  # so many bytes go on, then it breaks

    def reset(self):
        for _, writer in self.ends:
            with contextlib.suppress(OSError, AttributeError):
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()


class Relay:
    def __init__(self, port, target):
        self.port, self.target = port, target
        self.lines = set()
        self.server = None
        self.answer = None  # bytes that a newcomer gets instead of the broker; b"": nothing at all
        self.delay = 0.0  # seconds, of each piece
        self.open_gate = asyncio.Event()
        self.open_gate.set()

    async def open(self):
        if self.server is None:
            self.server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    async def close(self):
        """Nobody can connect any more, and who was connected is cut off."""
        if self.server is not None:
            self.server.close()
            self.server = None
        self.reset()
        await asyncio.sleep(0)

    def reset(self):
        count = len(self.lines)
        for line in list(self.lines):
            line.reset()
        return count

    def one_line(self, chance):
        """One of them, or None."""
        lines = sorted(self.lines, key=id)
        return lines[int(chance * len(lines))] if lines else None

    def cut_in_packet(self, after):
        for line in self.lines:
            line.cut_after = after
        return len(self.lines)

    def kill_lines(self):
        """Half-open: both ends believe in the connection, and no byte passes."""
        for line in self.lines:
            line.is_dead = True
        return len(self.lines)

    def hold(self):
        self.open_gate.clear()

    def go_on(self):
        self.open_gate.set()

    async def _serve(self, reader, writer):
        if self.answer is not None:
            return await self._answer(reader, writer)
        try:
            far = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        line = Line((reader, writer), far)
        self.lines.add(line)
        await asyncio.gather(self._pump(line, reader, far[1]), self._pump(line, far[0], writer))
        self.lines.discard(line)

    async def _answer(self, reader, writer):
        with contextlib.suppress(OSError):
            while await reader.read(CHUNK) and self.answer is not None:
                if self.answer:
                    writer.write(self.answer)
                    await writer.drain()
                    break
        writer.close()

    async def _pump(self, line, reader, writer):
        with contextlib.suppress(OSError):
            while piece := await reader.read(CHUNK):
                await self.open_gate.wait()
                if self.delay:
                    await asyncio.sleep(self.delay)
                if line.is_dead:
                    continue
                if line.cut_after is not None:
                    writer.write(piece[: line.cut_after])
                    await writer.drain()
                    line.reset()
                    return
                writer.write(piece)
                await writer.drain()
        if not line.is_dead:
            writer.close()

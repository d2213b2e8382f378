# SPDX-License-Identifier: Apache-2.0
"""As little of MQTT 5 as an unwelcome client needs: comes in under any name, publishes anything, leaves."""
import asyncio
import contextlib
import struct

CONNECT, CONNACK, PUBLISH, DISCONNECT = 0x10, 0x20, 0x30, 0xE0
PATIENCE = 3  # seconds


def length(number):
    encoded = bytearray()
    while True:
        number, digit = divmod(number, 128)
        encoded.append(digit | (0x80 if number else 0))
        if not number:
            return bytes(encoded)


def text(value):
    data = value if isinstance(value, bytes) else value.encode()
    return struct.pack(">H", len(data)) + data


def packet(kind, body):
    return bytes([kind]) + length(len(body)) + body


def connect(user, password, client):
    return packet(CONNECT, text("MQTT") + bytes([5, 0xC2]) + struct.pack(">H", 30) + b"\x00" + text(client) + text(user) + text(password))


def user_properties(pairs):
    body = b"".join(b"\x26" + text(name) + text(value) for name, value in pairs)
    return length(len(body)) + body


def publish(topic, payload, properties=(), retain=False):
    return packet(PUBLISH | (1 if retain else 0), text(topic) + user_properties(properties) + payload)


class Client:
    """Returns None from `come_in` when the broker does not want it or is not there."""

    def __init__(self, writer):
        self.writer = writer

    @classmethod
    async def come_in(cls, port, user, password):
        with contextlib.suppress(OSError, asyncio.TimeoutError, asyncio.IncompleteReadError):
            reader, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), PATIENCE)
            writer.write(connect(user, password, user))
            answer = await asyncio.wait_for(reader.readexactly(4), PATIENCE)
            if answer[0] == CONNACK and answer[3] == 0:
                return cls(writer)
            writer.close()
        return None

    async def say(self, data):
        with contextlib.suppress(OSError):
            self.writer.write(data)
            await self.writer.drain()

    async def leave(self):
        await self.say(packet(DISCONNECT, b""))
        self.writer.close()

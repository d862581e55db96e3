"""A terminal written from docs/protocol.md alone, in another language and without a ZeroMQ library.

It links itself, says what a terminal says at first, answers one sync, and prints what it heard as one line of JSON.
Usage: foreign-terminal.py PORT PAIRING_KEY_TEXT
"""

import hashlib
import hmac
import json
import os
import socket
import struct
import sys
import time

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def parse_pairing_key(text):
    digits = text.replace("-", "").replace(" ", "").upper()
    bits = "".join(format(ALPHABET.index(digit), "05b") for digit in digits)
    whole = bytes(int(bits[at : at + 8], 2) for at in range(0, 34 * 8, 8))
    key, check = whole[:32], whole[32:]
    if hashlib.sha256(key).digest()[:2] != check:
        raise SystemExit("the pairing key is mistyped")
    return key


class Zmtp:
    """A DEALER with one connection (section 1)."""

    def __init__(self, port, identity):
        self.tcp = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.tcp.sendall(b"\xff" + bytes(8) + b"\x7f\x03\x00" + b"NULL".ljust(20, b"\0") + bytes(32))
        assert self.exactly(64)[:1] == b"\xff"
        properties = (("Socket-Type", b"DEALER"), ("Identity", identity))
        ready = b"".join(bytes([len(n)]) + n.encode() + struct.pack(">I", len(v)) + v for n, v in properties)
        self.frame(4, b"\x05READY" + ready)

    def exactly(self, count):
        data = b""
        while len(data) < count:
            more = self.tcp.recv(count - len(data))
            if not more:
                raise SystemExit("the app closed the connection")
            data += more
        return data

    def part(self):
        """Says nothing more and lets the app read to the end: a close with unread data would throw it away."""
        self.tcp.shutdown(socket.SHUT_WR)
        while self.tcp.recv(4096):
            pass
        self.tcp.close()

    def frame(self, flags, body):
        if len(body) < 256:
            self.tcp.sendall(bytes([flags, len(body)]) + body)
        else:
            self.tcp.sendall(bytes([flags | 2]) + struct.pack(">Q", len(body)) + body)

    def send(self, *parts):
        for part in parts[:-1]:
            self.frame(1, part)
        self.frame(0, parts[-1])

    def receive(self):
        parts = []
        while True:
            flags = self.exactly(1)[0]
            length = struct.unpack(">Q", self.exactly(8))[0] if flags & 2 else self.exactly(1)[0]
            body = self.exactly(length)
            if flags & 4:
                if body[:5] == b"\x04PING":
                    self.frame(4, b"\x04PONG" + body[7:])
                continue
            parts.append(body)
            if not flags & 1:
                return parts


def compact(value):
    return json.dumps(value, separators=(",", ":")).encode()


def digest(key, label, *parts):
    return hmac.new(key, label.encode() + b"".join(parts), hashlib.sha256).digest()


class Terminal:
    def __init__(self, port, key):
        self.link = Zmtp(port, b"foreign." + os.urandom(4).hex().encode())
        self.n = 0
        self.heard = []
        hello = self.unsigned("hello", {
            "versions": [1], "uuid": "foreign-terminal", "nonce": os.urandom(16).hex(), "loginHash": "0" * 32,
            "broker": "Foreign", "server": "Foreign-Demo", "build": 1, "program": "python 1", "margin": "netting", "kind": "demo",
        })
        header, body, _ = self.link.receive()
        transcript = hello + header + body
        self.ours, self.theirs = digest(key, "EA→APP", transcript), digest(key, "APP→EA", transcript)
        prove = self.signed("prove", {"proof": digest(key, "EA", transcript).hex()}, {"n": 0})
        welcome = self.receive("welcome")
        assert welcome["proof"] == digest(key, "APP", transcript + prove).hex()
        self.session = welcome["session"]

    def unsigned(self, kind, body):
        header = compact({"v": 1, "t": kind, "n": 0, "a": 0, "ms": int(time.time() * 1000)})
        self.link.send(header, compact(body), b"")
        return header + compact(body)

    def signed(self, kind, body, fields):
        header = compact({"v": 1, "t": kind, "a": 0, "ms": int(time.time() * 1000), **fields})
        body = body if isinstance(body, bytes) else compact(body)
        self.link.send(header, body, digest(self.ours, "", header + body)[:16])
        return header + body

    def say(self, kind, body):
        self.n += 1
        self.signed(kind, body, {"s": self.session, "n": self.n})

    def receive(self, kind):
        while True:
            header, body, mac = self.link.receive()
            told = json.loads(header)
            if told["t"] == "refuse":
                raise SystemExit(json.loads(body)["code"])
            assert mac == digest(self.theirs, "", header + body)[:16]
            self.heard.append(told["t"])
            if told["t"] == kind:
                return json.loads(body)


terminal = Terminal(int(sys.argv[1]), parse_pairing_key(sys.argv[2]))
now = int(time.time() * 1000)
terminal.say("specs", {"symbols": []})
terminal.say("positions", {"positions": []})
terminal.say("ticks", struct.pack("<HqddI", 0, now, 1.1, 1.2, 6))
terminal.receive("ack")
terminal.say("synced", {"id": "01KDVDNP00ABCDEFGHJKMNPQRS"})
flatten = terminal.receive("flatten")
terminal.say("bye", {"reason": "done"})
terminal.link.part()
print(json.dumps({"flatten": flatten, "heard": sorted(set(terminal.heard))}))

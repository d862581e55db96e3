"""A terminal written from docs/protocol.md alone, over libzmq: it pairs, streams ticks, and answers fires.

Usage: terminal.py PORT PAIRING_KEY_TEXT
It trades nothing: every fire is filled at once at its own price. On a second fire of the same id it gives the first answer.
Orders that wait it does not keep: its hello does not say that it takes them, and one that comes all the same is denied.
It prints one line of JSON for each message that it carries out, and ends when the app closes the session.
"""

import hashlib
import hmac
import json
import os
import struct
import sys
import time

import zmq

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SYMBOL = {
    "index": 0, "name": "EURUSD.x", "pair": "EURUSD", "digits": 5, "tickSize": 0.00001, "tickValue": 1.0, "contract": 100000,
    "lotMin": 0.01, "lotMax": 100, "lotStep": 0.01, "stopLevel": 0, "freezeLevel": 0, "commissionPerLot": 7,
}
ACCOUNT = {
    "currency": "USD", "balance": "10000.00", "equity": "10000.00", "margin": "0.00", "freeMargin": "10000.00",
    "leverage": 100, "kind": "demo", "tradeAllowed": True,
}
BEAT_MS = 200
TICKS_A_BEAT = 50


def now_ms():
    return int(time.time() * 1000)


def parse_pairing_key(text):
    digits = text.replace("-", "").replace(" ", "").upper().replace("O", "0").replace("I", "1").replace("L", "1")
    bits = "".join(format(ALPHABET.index(digit), "05b") for digit in digits)
    whole = bytes(int(bits[at : at + 8], 2) for at in range(0, 34 * 8, 8))
    key, check = whole[:32], whole[32:]
    if hashlib.sha256(key).digest()[:2] != check:
        raise SystemExit("the pairing key is mistyped")
    return key


def compact(value):
    return json.dumps(value, separators=(",", ":")).encode()


def digest(key, label, *parts):
    return hmac.new(key, label.encode() + b"".join(parts), hashlib.sha256).digest()


class Session:
    """Sections 2, 4 and 5: the handshake, then numbered and signed messages both ways."""

    def __init__(self, socket, key):
        self.socket = socket
        self.said = 0
        self.heard = 0
        self.id = None
        hello = self.shake("hello", {
            "versions": [1], "uuid": "second-client", "nonce": os.urandom(16).hex(),
            "loginHash": hashlib.sha256(b"12345").digest()[:16].hex(), "broker": "Second", "server": "Second-Demo",
            "build": 1, "program": "second client 1", "margin": "hedging", "kind": "demo",
        }, None)
        challenge_header, challenge, _ = socket.recv_multipart()
        self.refused(challenge_header, challenge)
        transcript = hello + challenge_header + challenge
        self.ours = digest(key, "EA→APP", transcript)
        self.theirs = digest(key, "APP→EA", transcript)
        prove = self.shake("prove", {"proof": digest(key, "EA", transcript).hex()}, self.ours)
        header, body, mac = socket.recv_multipart()
        self.refused(header, body)
        self.check(header, body, mac)
        welcome = json.loads(body)
        if not hmac.compare_digest(welcome["proof"], digest(key, "APP", transcript + prove).hex()):
            raise SystemExit("this is not our app")
        self.id = welcome["session"]

    def refused(self, header, body):
        if json.loads(header)["t"] == "refuse":
            raise SystemExit(json.loads(body)["code"])

    def check(self, header, body, mac):
        if not hmac.compare_digest(mac, digest(self.theirs, "", header, body)[:16]):
            raise SystemExit("a message with a wrong MAC")

    def shake(self, kind, body, key):
        header, text = compact({"v": 1, "t": kind, "n": 0, "a": 0, "ms": now_ms()}), compact(body)
        self.socket.send_multipart([header, text, digest(key, "", header, text)[:16] if key else b""])
        return header + text

    def say(self, kind, body, **extra):
        self.said += 1
        fields = {"v": 1, "t": kind, "s": self.id, "n": self.said, "a": self.heard, "ms": now_ms(), **extra}
        header, data = compact(fields), body if isinstance(body, bytes) else compact(body)
        self.socket.send_multipart([header, data, digest(self.ours, "", header, data)[:16]])

    def hear(self, timeout_ms):
        """One message of the app, or nothing when none came in time."""
        if not self.socket.poll(timeout_ms):
            return None, None
        header, body, mac = self.socket.recv_multipart()
        fields = json.loads(header)
        if fields["t"] == "refuse":
            raise SystemExit(0)
        self.check(header, body, mac)
        if fields["n"] != self.heard + 1:
            raise SystemExit("messages of the app were lost")
        self.heard = fields["n"]
        return fields, json.loads(body)


class Desk:
    """What this terminal trades: nothing. It keeps the answers it gave, by id."""

    def __init__(self, session):
        self.session = session
        self.answers = {}
        self.positions = []

    def begin(self):
        self.session.say("specs", {"symbols": [SYMBOL]})
        self.session.say("account", ACCOUNT)
        self.session.say("positions", {"positions": self.positions})

    def beat(self):
        at = now_ms()
        price = lambda k: 1.1 + (k % 10) * 0.00001
        records = [struct.pack("<HqddI", 0, at + k, price(k), price(k) + 0.00006, 6) for k in range(TICKS_A_BEAT)]
        self.session.say("ticks", b"".join(records))
        beat = {"marketMs": at, "autoTrading": True, "tradeAllowed": True, "brokerConnected": True}
        self.session.say("beat", {**beat, "pingMs": None, "queued": 0, "unacked": 0})

    def take(self, fields, body):
        kind = fields["t"]
        if kind == "fire":
            self.fire(fields, body)
        elif kind == "place":
            self.answer(body["id"], lambda: verdict(body["id"], "denied", "orders that wait are not taken here"))
        elif kind == "cancel":
            self.cancel(body)
        elif kind == "sync":
            for command in body["commands"]:
                self.session.say("verdict", self.answers.setdefault(command, verdict(command, "buried", "never seen")))
            self.session.say("account", ACCOUNT)
            self.session.say("positions", {"positions": self.positions})
            self.session.say("synced", {"id": body["id"]})
        elif kind == "history":
            self.session.say("bars", b"", rq=body["id"], i=body["index"], tf=body["tf"])
        else:
            return
        print(json.dumps({"did": kind, "id": body["id"]}), flush=True)

    def answer(self, command, make):
        """The same verdict for the same id, whatever it was."""
        known = self.answers.get(command)
        if known is not None:
            return self.session.say("verdict", known, pd=1)
        self.answers[command] = make()
        self.session.say("verdict", self.answers[command])

    def cancel(self, body):
        """Nothing ever waited here: what was filled is open, and everything else never happens."""
        self.answer(body["order"], lambda: verdict(body["order"], "buried", "never seen"))
        position = self.answers[body["order"]]["position"]
        if position is None:
            self.answer(body["id"], lambda: verdict(body["id"], "accepted", "it can become no position"))
        else:
            self.answer(body["id"], lambda: {**verdict(body["id"], "rejected", "it is filled"), "position": position})

    def fire(self, fields, order):
        known = self.answers.get(order["id"])
        if known is not None:
            return self.session.say("verdict", known, pd=1)
        if now_ms() > fields["ms"] + order["ttlMs"]:
            self.answers[order["id"]] = verdict(order["id"], "expired", "too late")
            return self.session.say("verdict", self.answers[order["id"]])
        ticket = str(1000 + len(self.answers))
        filled = {"order": ticket, "deal": ticket, "position": ticket, "price": order["price"], "lots": order["lots"]}
        self.answers[order["id"]] = {**verdict(order["id"], "accepted", "done"), "retcode": 10009, **filled}
        self.session.say("verdict", self.answers[order["id"]])
        self.session.say("deal", {
            "deal": ticket, "order": ticket, "position": ticket, "id": order["id"], "symbol": order["symbol"], "entry": "in",
            "side": order["side"], "lots": order["lots"], "price": order["price"], "profit": "0.00", "commission": "-0.35",
            "swap": "0.00", "timeMs": now_ms(), "reason": "command", "magic": order["magic"],
        })


def verdict(command, word, text):
    nothing = {"order": None, "deal": None, "position": None, "price": None, "lots": None}
    return {"id": command, "is": word, "retcode": 0, **nothing, "text": text}


def main():
    socket = zmq.Context().socket(zmq.DEALER)
    socket.setsockopt(zmq.IDENTITY, b"second-client." + os.urandom(4).hex().encode())
    socket.setsockopt(zmq.LINGER, 200)
    socket.connect(f"tcp://127.0.0.1:{int(sys.argv[1])}")
    desk = Desk(Session(socket, parse_pairing_key(sys.argv[2])))
    desk.begin()
    beat_at = 0
    while True:
        if now_ms() >= beat_at:
            desk.beat()
            beat_at = now_ms() + BEAT_MS
        fields, body = desk.session.hear(max(1, beat_at - now_ms()))
        if fields is not None:
            desk.take(fields, body)


main()

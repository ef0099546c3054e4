"""Verifies what the gateway signs.

    lianku-viewer: base64url of who asks, as JSON
    lianku-signature: v1 <key id> <epoch milliseconds> <nonce> <base64url of the HMAC-SHA256>

The HMAC covers version, key id, time, nonce, subgraph, method, path with query, SHA-256 of the body, and the viewer.
"""

import base64
import hashlib
import hmac
import json
import re
import threading
import time

WINDOW_MS = 30_000
FORM = re.compile(r"v1 ([\w.-]{1,64}) (\d{1,15}) ([\w-]{22}) ([\w-]{43})", re.ASCII)


class BadSignature(Exception):
    """Raised for whatever is signed and should not be believed."""


class Verifier:
    """Checks signatures with keys `id=secret,…` and gives back who asks: the public when nothing is signed."""

    def __init__(self, subgraph, keys):
        pairs = [pair.split("=", 1) for pair in keys.split(",") if "=" in pair]
        self.subgraph = subgraph
        self.secrets = {name.strip(): secret.encode() for name, secret in pairs}
        self.lock = threading.Lock()
        self.recent, self.before, self.turned_at = set(), set(), now()

    def viewer_of(self, method, path, body, viewer, signature):
        if signature is None:
            return {"role": "PUBLIC"}
        form = FORM.fullmatch(signature)
        if form is None or viewer is None or form[1] not in self.secrets:
            raise BadSignature
        key_id, at, nonce, mac = form.groups()
        digest = hashlib.sha256(body).hexdigest()
        parts = ["v1", key_id, at, nonce, self.subgraph, method, path, digest, viewer]
        # As JavaScript writes JSON: no blanks, characters as they are.
        text = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
        expected = hmac.digest(self.secrets[key_id], text, "sha256")
        if not hmac.compare_digest(decode(mac), expected):
            raise BadSignature
        if abs(now() - int(at)) > WINDOW_MS or not self.is_first(nonce):
            raise BadSignature
        try:
            return json.loads(decode(viewer))
        except ValueError:
            raise BadSignature from None

    def is_first(self, nonce):
        """Whether a nonce has not been seen for as long as its request could come again."""
        with self.lock:
            if now() - self.turned_at > 2 * WINDOW_MS:
                self.before, self.recent, self.turned_at = self.recent, set(), now()
            if nonce in self.recent or nonce in self.before:
                return False
            self.recent.add(nonce)
            return True


def decode(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def now():
    return time.time_ns() // 1_000_000

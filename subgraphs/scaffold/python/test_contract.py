import base64
import hashlib
import hmac
import json
import os
import threading
import time
import unittest
import urllib.error
import urllib.request

from server import serve
from subgraph import SDL

SECRET = "a-secret-of-the-test-32-characters"


def sign(body, key=SECRET, subgraph="jilin-agri", at=None):
    at = str(int(time.time() * 1000) if at is None else at)
    viewer = encode(b'{"role":"PUBLIC"}')
    nonce = encode(os.urandom(16))
    parts = ["v1", "test", at, nonce, subgraph, "POST", "/", hashlib.sha256(body).hexdigest(), viewer]
    text = json.dumps(parts, separators=(",", ":")).encode()
    mac = encode(hmac.digest(key.encode(), text, "sha256"))
    return {"lianku-viewer": viewer, "lianku-signature": f"v1 test {at} {nonce} {mac}"}


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = serve(0, "127.0.0.1", f"test={SECRET}")
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def send(self, body, headers=None):
        url = f"http://127.0.0.1:{self.server.server_port}/"
        request = urllib.request.Request(url, body, {"content-type": "application/json", **(headers or {})})
        try:
            with urllib.request.urlopen(request) as response:
                return response.status, json.loads(response.read())
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read())

    def ask(self, query, variables=None):
        return self.send(json.dumps({"query": query, "variables": variables}).encode())[1]

    def test_lists_what_it_has_and_refuses_a_number_out_of_bounds(self):
        data = self.ask("{ jilinAgriBases(first: 2) { id name organization { id } } }")["data"]
        self.assertEqual([it["id"] for it in data["jilinAgriBases"]], ["jilin-agri:JD01", "jilin-agri:JD02"])
        refused = self.ask("{ jilinAgriBases(first: 0) { id } }")
        self.assertEqual(refused["errors"][0]["message"], "first 应在 1 到 100 之间，收到 0。")

    def test_answers_entities_in_the_order_of_their_keys_null_where_there_is_none(self):
        query = """query ($keys: [_Any!]!) { _entities(representations: $keys) {
          __typename ... on JilinAgriBase { id } ... on Organization { id jilinAgriBases { id } }
        } }"""
        wanted = [f"jilin-agri:JD{at:02d}" for at in range(100, 0, -1)]
        keys = [{"__typename": "Organization", "id": "organization:none"}]
        keys += [{"__typename": "JilinAgriBase", "id": id} for id in wanted]
        answered = self.ask(query, {"keys": keys})
        self.assertNotIn("errors", answered)
        organization, *bases = answered["data"]["_entities"]
        self.assertEqual(
            organization, {"__typename": "Organization", "id": "organization:none", "jilinAgriBases": []}
        )
        self.assertEqual(
            [it and it["id"] for it in bases], [id if int(id.split("JD")[1]) <= 20 else None for id in wanted]
        )

    def test_runs_the_sdl_it_publishes(self):
        self.assertEqual(self.ask("{ _service { sdl } }")["data"]["_service"]["sdl"], SDL)

    def test_believes_a_right_signature_once_and_no_wrong_one(self):
        body = b'{"query":"{ __typename }"}'
        right = sign(body)
        self.assertEqual(self.send(body, right)[0], 200)
        wrong = [
            right,
            sign(body + b" "),
            sign(body, key="another-secret-of-32-characters..."),
            sign(body, subgraph="another"),
            sign(body, at=int(time.time() * 1000) - 60_000),
        ]
        for headers in wrong:
            self.assertEqual(self.send(body, headers)[0], 401)

    def test_answers_nonsense_with_an_error_and_goes_on(self):
        for body in [b'{"query": ', b"[]", b"{}", b"\xff"]:
            self.assertEqual(self.send(body)[0], 400)
        nested = "{" + " a {" * 500 + "}" * 500
        wrong = ["{ noSuchField }", "{", "", "{ ...none }", "{ jilinAgriBases }", "mutation { a }", nested, 1]
        for query in wrong + ["query { ...a } fragment a on Query { ...a }", "{ jilinAgriBases(last: 1) { id } }"]:
            self.assertIn("errors", self.ask(query))
        self.assertEqual(self.ask("{ __typename }"), {"data": {"__typename": "Query"}})

    def test_reads_fragments_aliases_variables_and_conditions(self):
        query = """
          query Bases($first: Int = 1, $short: Boolean!) {
            few: jilinAgriBases(first: $first) { ...names id @skip(if: $short) }
            few: jilinAgriBases(first: $first) { areaMu @include(if: $short) ... { __typename } }
          }
          fragment names on JilinAgriBase { label: name }
        """
        base = {"label": "示例保护性耕作示范基地", "areaMu": 300, "__typename": "JilinAgriBase"}
        self.assertEqual(self.ask(query, {"short": True}), {"data": {"few": [base]}})
        self.assertIn("errors", self.ask(query))


if __name__ == "__main__":
    unittest.main()

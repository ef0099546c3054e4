"""Serves the subgraph over HTTP."""

import json
import os
import signal
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from executor import answer
from signature import BadSignature, Verifier
from subgraph import SCHEMA

MAX_BODY = 4 * 1024 * 1024


def serve(port, host, keys):
    """A server that listens. `keys` as in SUBGRAPH_KEYS, `new=…,old=…`; without, everybody is the public."""
    verifier = Verifier("jilin-agri", keys)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Seconds an idle connection is kept, and a slow sender waited for.
        timeout = 65
        # Head and body leave in one piece; otherwise the client's delayed acknowledgment costs 40 ms.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self):
            if self.path == "/health":
                return self.send(200, {"status": "ok"})
            return self.send(405, problem("只接受 POST。"))

        def do_POST(self):
            length = self.headers.get("content-length", "")
            if not length.isdecimal() or int(length) > MAX_BODY:
                # What was not read would be taken for the next request.
                self.close_connection = True
                return self.send(413, problem("请求正文过大，或没有写明长度。"))
            body = self.rfile.read(int(length))
            try:
                # The signature is over the bytes as they came. Who asks decides what may be shown; here all is public.
                headers = self.headers.get("lianku-viewer"), self.headers.get("lianku-signature")
                verifier.viewer_of("POST", self.path, body, *headers)
            except BadSignature:
                return self.send(401, problem("请求签名不正确。", "BAD_SIGNATURE"))
            try:
                question = json.loads(body)
                query = question["query"]
                variables, name = question.get("variables"), question.get("operationName")
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                return self.send(400, problem("请求正文应为含 query 的 JSON。"))
            return self.send(200, answer(SCHEMA, query, variables, name, record=complain))

        def send(self, status, value):
            body = json.dumps(value, ensure_ascii=False).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format, *args):
            pass

    server = ThreadingHTTPServer((host, port), Handler)
    server.daemon_threads = True
    return server


def problem(message, code="BAD_REQUEST"):
    return {"errors": [{"message": message, "extensions": {"code": code}}]}


def complain(sentence):
    print(sentence, file=sys.stderr)


if __name__ == "__main__":
    env = os.environ.get
    server = serve(int(env("PORT", "4001")), env("HOST", "127.0.0.1"), env("SUBGRAPH_KEYS", ""))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"jilin-agri is ready: http://localhost:{server.server_port}/", flush=True)
    server.serve_forever()

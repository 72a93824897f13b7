#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Compares a backend in examples/ with docs/backend.yaml, which it and the SDK's verifier follow.

    tst_backend.py --smartcaptcha PROGRAM --document FILE COMMAND...

COMMAND starts the backend; `0`, for any free port, is added to it.
"""

import argparse
import concurrent.futures
import dataclasses
import http.client
import http.server
import json
import shutil
import socket
import subprocess
import sys
import threading
import unittest
import urllib.parse

from program import PATIENCE, Emulator, Program

try:
    from contract import Contract
except ImportError as error:
    print(f"Skipped: {error.name} for Python is missing (on Debian: apt-get install python3-yaml python3-jsonschema)")
    sys.exit(77)

FORM = "application/x-www-form-urlencoded"
MAXIMUM_BODY = 32768


@dataclasses.dataclass
class Answer:
    status: int
    body: dict


class TestBackend(unittest.TestCase):
    smartcaptcha = ""
    command = []
    contract = None

    def setUp(self):
        self.emulator = None
        self.backend = None
        self.secrets = []

    def start(self, scenario="human", **settings):
        """The service with this scenario, and the backend."""
        self.emulator = Emulator(self.smartcaptcha, scenario, **settings)
        self.addCleanup(self.emulator.end)
        self.backend = Program(
            self.command + ["0"],
            SMARTCAPTCHA_SERVICE=self.emulator.url,
            SMARTCAPTCHA_SERVER_KEY=self.emulator.server_key,
        )
        self.addCleanup(self.stop, self.backend, self.emulator.server_key)
        self.address = urllib.parse.urlsplit(self.backend.line(containing="Listening at ").split()[-1])

    def stop(self, backend, server_key):
        printed = backend.end()
        for secret in [server_key, *self.secrets]:
            for form in (secret, urllib.parse.quote(secret, safe=""), urllib.parse.quote_plus(secret)):
                self.assertNotIn(form, printed, "the backend printed a secret")

    def token(self):
        token = self.emulator.token()
        self.secrets.append(token)
        return token

    def ask(self, path, body, method="POST", headers=None):
        """Sends a body, or a form if it is a dictionary; the answer must be one of the document's."""
        if isinstance(body, dict):
            body = urllib.parse.urlencode(body, quote_via=urllib.parse.quote).encode()
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {"Content-Type": FORM} if headers is None else headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        is_head = method == "HEAD"
        self.contract.check_answer(path, response.status, response.headers, content, not is_head)
        return Answer(response.status, None if is_head else json.loads(content))

    def captcha(self, token, **more):
        return self.ask("/captcha", {"token": token, **more})

    def sign_in(self, token, name="demo", password="demo"):
        return self.ask("/sign-in", {"name": name, "password": password, "token": token})

    def expect(self, answer, status, /, **body):
        self.assertEqual(answer, Answer(status, body))

    def expect_refused(self, answer, reason):
        self.expect(answer, 403, signedIn=False, reason=reason)

    def test_good_token_is_accepted_once(self):
        self.start()
        token = self.token()
        host = urllib.parse.urlsplit(self.emulator.page_origin).netloc
        self.expect(self.captcha(token), 200, status="ok", host=host)
        self.expect(self.captcha(token), 200, status="failed")

    def test_form_may_say_more(self):
        self.start()
        self.assertEqual(self.captcha(self.token(), ip="192.0.2.1", more="x").body["status"], "ok")
        # Written in another way, as other clients do.
        token = urllib.parse.quote_plus(self.token())
        body = f"ip=2001%3adb8%3A%3A1&note=a+b&token={token}".encode()
        answer = self.ask("/captcha", body, headers={"Content-Type": FORM.upper() + "; charset=UTF-8"})
        self.assertEqual(answer.body["status"], "ok")

    def test_address_of_the_person_comes_from_the_proxy(self):
        self.start()
        for address in ["192.0.2.1", "2001:db8::1", "nonsense", "192.0.2.1, 192.0.2.2", ""]:
            with self.subTest(address):
                # The service refuses what is no address.
                body = urllib.parse.urlencode({"token": self.token(), "ip": "nonsense"}).encode()
                answer = self.ask("/captcha", body, headers={"Content-Type": FORM, "X-Real-IP": address})
                self.assertEqual(answer.body["status"], "ok")

    def test_robot_is_refused(self):
        self.start("robot")
        self.expect(self.captcha(self.token()), 200, status="failed")
        self.expect_refused(self.sign_in(self.token()), "captcha")

    def test_forged_token_is_refused(self):
        self.start()
        for token in ["forged", self.token()[:-1], "ä" * 100, "%", "&token="]:
            with self.subTest(token):
                self.expect(self.captcha(token), 200, status="failed")
                self.expect_refused(self.sign_in(token), "captcha")

    def test_no_token_is_refused(self):
        self.start()
        token = urllib.parse.quote(self.token())
        for body in [
            b"",
            b"token",
            b"token=",
            b"token=%20%20",
            b"tokens=x",
            b"garbage",
            b"&&=&",
            f"token={token}&token={token}".encode(),
            b"token=" + b"x" * 8193,
        ]:
            with self.subTest(body[:20]):
                self.assertEqual(self.ask("/captcha", body).status, 400)
                self.expect_refused(self.ask("/sign-in", body + b"&name=demo&password=demo"), "captcha")

    def test_sign_in_with_fresh_token(self):
        self.start()
        token = self.token()
        self.expect(self.sign_in(token), 200, signedIn=True)
        self.expect_refused(self.sign_in(token), "captcha")
        self.expect(self.captcha(token), 200, status="failed")

    def test_sign_in_after_the_verdict(self):
        self.start()
        token, other = self.token(), self.token()
        self.assertEqual(self.captcha(token).body["status"], "ok")
        self.assertEqual(self.captcha(other).body["status"], "ok")
        # That somebody asks again changes nothing.
        self.assertEqual(self.captcha(token).body["status"], "failed")
        self.expect(self.sign_in(token), 200, signedIn=True)
        self.expect_refused(self.sign_in(token), "captcha")
        self.expect(self.sign_in(other), 200, signedIn=True)

    def test_wrong_password_uses_up_the_token(self):
        self.start()
        for name, password in [("demo", "wrong"), ("nobody", "demo"), ("nobody", ""), ("", ""), ("демо", "demö")]:
            for asked_before in [False, True]:
                with self.subTest(name=name, password=password, asked_before=asked_before):
                    token = self.token()
                    if asked_before:
                        self.captcha(token)
                    self.expect_refused(self.sign_in(token, name, password), "credentials")
                    self.expect_refused(self.sign_in(token), "captcha")
        self.assertEqual(self.ask("/sign-in", {"token": self.token()}).body["reason"], "credentials")

    def test_one_token_opens_one_sign_in_at_a_time(self):
        self.start()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            for asked_before in [False, True]:
                token = self.token()
                if asked_before:
                    self.captcha(token)
                answers = list(pool.map(lambda _: self.sign_in(token), range(8)))
                self.assertEqual(sorted(answer.status for answer in answers), [200] + 7 * [403])
            tokens = [self.token() for _ in range(20)]
            self.assertEqual([answer.status for answer in pool.map(self.sign_in, tokens)], 20 * [200])

    def test_other_methods_are_refused(self):
        self.start()
        token = self.token()
        for path in ["/captcha", "/sign-in"]:
            for method in ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]:
                with self.subTest(method, path=path):
                    body = {"token": token, "name": "demo", "password": "demo"}
                    self.assertEqual(self.ask(path, body, method).status, 405)
        self.assertEqual(self.captcha(token).body["status"], "ok")

    def test_other_types_are_refused(self):
        self.start()
        token = self.token()
        for path in ["/captcha", "/sign-in"]:
            for content_type in ["application/json", "multipart/form-data; boundary=x", "text/plain", None]:
                with self.subTest(content_type, path=path):
                    headers = {"Content-Type": content_type} if content_type else {}
                    body = urllib.parse.urlencode({"token": token}).encode()
                    self.assertEqual(self.ask(path, body, headers=headers).status, 415)
        self.assertEqual(self.captcha(token).body["status"], "ok")

    def test_too_large_a_body_is_refused(self):
        self.start()
        for path in ["/captcha", "/sign-in"]:
            for size in [MAXIMUM_BODY + 1, 900 * 1024]:
                with self.subTest(size, path=path):
                    self.assertEqual(self.ask(path, self.body_of(size)).status, 413)
        self.assertEqual(self.ask("/captcha", self.body_of(MAXIMUM_BODY)).body["status"], "ok")

    def body_of(self, size):
        body = f"token={urllib.parse.quote(self.token(), safe='')}&more=".encode()
        return body + b"x" * (size - len(body))

    def test_body_without_length(self):
        self.start()
        for path in ["/captcha", "/sign-in"]:
            # With an iterator http.client sends chunks.
            answer = self.ask(path, iter([b"token=forged"]))
            self.assertIn(answer.status, [200, 403, 411])

    def test_nobody_gets_in_when_the_service_cannot_be_asked(self):
        for scenario in ["http-500", "http-429", "redirect", "hanging", "cut-off", "not-json", "html", "huge"]:
            with self.subTest(scenario):
                self.start(scenario)
                token = self.token()
                self.assertEqual(self.captcha(token).status, 503)
                # The verifier knows that it has asked already, so the token is not good.
                self.assertIn(self.sign_in(token).status, [403, 503])
                self.assertEqual(self.sign_in(self.token()).status, 503)
        self.emulator.end()
        self.assertEqual(self.captcha("no service").status, 503)

    def test_hosts(self):
        for scenario, expected, signed_in in [
            ("empty-host", {"status": "ok", "host": ""}, False),
            ("no-host", {"status": "ok"}, True),
            ("host-with-port", {"status": "ok", "host": "localhost:8080"}, True),
        ]:
            with self.subTest(scenario):
                self.start(scenario)
                token = self.token()
                self.expect(self.captcha(token), 200, **expected)
                for token in [token, self.token()]:
                    if signed_in:
                        self.expect(self.sign_in(token), 200, signedIn=True)
                    else:
                        self.expect_refused(self.sign_in(token), "captcha")

    def test_wrong_key_lets_nobody_in(self):
        self.start("wrong-key")
        self.expect(self.captcha(self.token()), 200, status="failed")
        self.expect_refused(self.sign_in(self.token()), "captcha")

    def test_other_addresses_are_not_found(self):
        self.start()
        for path in ["/", "/captcha/x", "/validate", "/captcha%00"]:
            with self.subTest(path):
                connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=PATIENCE)
                connection.request("POST", path, b"token=x", {"Content-Type": FORM})
                self.assertEqual(connection.getresponse().status, 404)
                connection.close()

    def test_token_in_an_address_is_not_used_or_printed(self):
        self.start()
        token = urllib.parse.quote(self.token(), safe="")
        connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=PATIENCE)
        query = f"/captcha?token={token}"
        for method, path in [("GET", query), ("POST", query), ("GET", f"/{token}")]:
            connection.request(method, path, b"", {"Content-Type": FORM})
            response = connection.getresponse()
            response.read()
            self.assertIn(response.status, [400, 404, 405])
        connection.close()

    def test_clients_that_go_away(self):
        self.start("slow", delay=700)
        body = f"token={urllib.parse.quote(self.token(), safe='')}"
        header = f"POST /captcha HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\nContent-Length: {len(body)}\r\n\r\n"
        for request in ["", "POST ", header, header + body[:10], header + body, "nonsense\r\n\r\n", "\0\r\n" * 3]:
            with socket.create_connection((self.address.hostname, self.address.port), PATIENCE) as connection:
                connection.sendall(request.encode())
        # The second answer comes after the service has answered for the client that has gone.
        for _ in range(2):
            self.assertEqual(self.captcha(self.token()).body["status"], "ok")

    def test_listens_on_loopback_only(self):
        self.start()
        self.assertEqual(self.address.hostname, "127.0.0.1")
        # Another address of the same interface, which a server on all addresses would have too.
        with self.assertRaises(OSError):
            socket.create_connection(("127.0.0.2", self.address.port), PATIENCE)

    def test_does_not_start_without_what_it_needs(self):
        key = "ysc2_" + "example"
        for environment, says in [
            ({}, "SMARTCAPTCHA_SERVER_KEY is not set"),
            ({"SMARTCAPTCHA_SERVER_KEY": "ysc1_example"}, "client key"),
            ({"SMARTCAPTCHA_SERVER_KEY": key, "SMARTCAPTCHA_SERVICE": "http://example.com"}, "SMARTCAPTCHA_SERVICE"),
        ]:
            with self.subTest(says):
                backend = Program(self.command + ["0"], **environment)
                self.addCleanup(backend.end)
                self.assertEqual(backend.wait(), 2)
                self.assertIn(says, backend.printed())
                self.assertNotIn(key, backend.printed())

    def test_verifier_understands_it(self):
        self.start()
        token = self.token()
        self.assertIn("human", self.verify(self.address.geturl() + "/captcha", token, 0))
        self.assertIn("robot", self.verify(self.address.geturl() + "/captcha", token, 1))
        self.emulator.end()
        self.assertIn("undetermined", self.verify(self.address.geturl() + "/captcha", "no service", 1))

    def verify(self, backend, token, status):
        """What the SDK's verifier makes of this backend."""
        command = [self.smartcaptcha, "verify", "--backend", backend, "--token", "-", "--policy", "strict"]
        asked = subprocess.run(command, input=token, text=True, capture_output=True, timeout=PATIENCE)
        self.assertEqual(asked.returncode, status, asked.stdout + asked.stderr)
        return asked.stdout + asked.stderr

    def test_document_describes_what_the_verifier_sends(self):
        self.contract.check_examples()
        asked = []

        class Recorder(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                asked.append((self.path, self.headers, body))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b'{"status": "ok"}')

            def log_message(self, *_):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Recorder)
        self.addCleanup(server.server_close)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(server.shutdown)
        token = "a b+c/d=e&f%g ä"
        self.verify(f"http://127.0.0.1:{server.server_port}/any/path?x=y", token, 0)
        [(path, headers, body)] = asked
        self.assertEqual(path, "/any/path?x=y")
        self.assertEqual(headers["Content-Type"], FORM)
        self.assertEqual(headers["Accept-Encoding"], "identity")
        self.assertRegex(headers["User-Agent"], "^SmartCaptcha-for-Qt/[0-9.]+$")
        self.assertNotIn("Cookie", headers)
        self.assertEqual(body.decode("ascii"), "token=" + urllib.parse.quote(token, safe=""))
        fields = dict(urllib.parse.parse_qsl(body.decode("ascii"), strict_parsing=True))
        self.contract.check_form("/captcha", fields)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--smartcaptcha", required=True)
    parser.add_argument("--document", required=True)
    parser.add_argument("--only", action="append", help="run only tests with this in their names")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    if not shutil.which(arguments.command[0]):
        print(f"Skipped: there is no {arguments.command[0]}, so what it needs is missing; see the test that builds it")
        sys.exit(77)
    TestBackend.smartcaptcha = arguments.smartcaptcha
    TestBackend.command = arguments.command
    TestBackend.contract = Contract(arguments.document)
    patterns = [f"*{part}*" for part in arguments.only] if arguments.only else None
    loader = unittest.TestLoader()
    loader.testNamePatterns = patterns
    passed = unittest.TextTestRunner(verbosity=2).run(loader.loadTestsFromTestCase(TestBackend)).wasSuccessful()
    # A backend may accept bodies without a length.
    unseen = [answer for answer in TestBackend.contract.unseen() if answer[1] != "411"]
    if unseen and not patterns:
        print("The document has answers that did not occur:", unseen)
        passed = False
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()

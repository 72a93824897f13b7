#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Runs an example that asks for a token in the person's browser, with the emulator.

    tst_browserprogram.py --smartcaptcha PROGRAM EXAMPLE
"""

import argparse
import os
import pathlib
import shutil
import sys
import tempfile
import time
import unittest
import urllib.parse

from program import PATIENCE, Emulator, Program
from tab import Tab


class TestBrowserProgram(unittest.TestCase):
    smartcaptcha = ""
    example = ""

    def setUp(self):
        # In the place of xdg-open, so that no real browser opens.
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.opened = pathlib.Path(folder.name, "opened")
        opener = pathlib.Path(folder.name, "xdg-open")
        opener.write_text(f"#!/bin/sh\necho \"$1\" > '{self.opened}'\n", encoding="utf-8")
        opener.chmod(0o755)
        self.path = f"{folder.name}:{os.environ['PATH']}"

    def start(self, scenario="human", **environment):
        self.emulator = Emulator(self.smartcaptcha, scenario)
        self.addCleanup(self.emulator.end)
        keys = {
            "SMARTCAPTCHA_SERVICE": self.emulator.url,
            "SMARTCAPTCHA_SITE_KEY": self.emulator.site_key,
            "SMARTCAPTCHA_SERVER_KEY": self.emulator.server_key,
        }
        # No browser opens without a display.
        settings = {"PATH": self.path, "DISPLAY": ":0", **keys, **environment}
        self.program = Program([self.example], **settings)
        self.addCleanup(self.program.end)

    def solve(self):
        """The person does what the page asks for; returns the token and the page's origin."""
        address = self.program.line("stderr", "http://127.0.0.1:").split()[-1]
        tab = Tab(address)
        parts = urllib.parse.urlsplit(address)
        token = self.emulator.token(f"{parts.scheme}://{parts.netloc}")
        tab.say("success", token=token)
        return token, parts.netloc

    def opened_address(self):
        # The program does not wait for the browser, so it may have ended before.
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.opened.exists() and (address := self.opened.read_text(encoding="utf-8")).endswith("\n"):
                return address.strip()
            time.sleep(0.01)
        self.fail("no browser was opened")

    def expect(self, status, *lines):
        self.assertEqual(self.program.wait(), status, self.program.printed())
        for line in lines:
            self.assertIn(line + "\n", self.program.printed())
        self.assertNotIn(self.emulator.server_key, self.program.printed())

    def test_person(self):
        self.start()
        token, host = self.solve()
        self.expect(0, "verdict: Human", f"host: {host}")
        self.assertNotIn(token, self.program.printed())
        # The address was opened, and is what the person was told.
        self.assertIn(f": {self.opened_address()}\n", self.program.printed())

    def test_robot(self):
        self.start("robot")
        self.solve()
        self.expect(1, "verdict: Robot")

    def test_nobody_passes_when_the_service_cannot_be_asked(self):
        self.start("http-500")
        self.solve()
        self.expect(1, "verdict: Undetermined", "error: HttpStatus")

    def test_no_server_key(self):
        self.start(SMARTCAPTCHA_SERVER_KEY="")
        self.solve()
        self.expect(1, "verdict: Undetermined", "error: MissingServerKey")

    def test_captcha_that_fails(self):
        self.start()
        Tab(self.program.line("stderr", "http://127.0.0.1:").split()[-1]).say("networkError")
        self.expect(2)

    def test_no_site_key(self):
        self.start(SMARTCAPTCHA_SITE_KEY="")
        self.expect(2)
        self.assertIn("key", self.program.printed())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--smartcaptcha", required=True)
    parser.add_argument("example")
    arguments = parser.parse_args()
    if not shutil.which(arguments.example):
        print(f"Skipped: there is no {arguments.example}, so what it needs is missing; see the test that builds it")
        sys.exit(77)
    TestBrowserProgram.smartcaptcha = arguments.smartcaptcha
    TestBrowserProgram.example = arguments.example
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestBrowserProgram)
    sys.exit(0 if unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful() else 1)


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""Verifies tokens with requests, as a backend in Python would.

For each line "<total> <in flight>" of the input, verifies so many, and prints the processor time in seconds.
"""

import concurrent.futures
import sys
import threading
import time

import requests

url, authority = sys.argv[1:]
own = threading.local()


def ask(number):
    if not hasattr(own, "session"):
        own.session = requests.Session()
        own.session.verify = authority
        own.session.trust_env = False
    form = {"secret": "ysc2_0123456789abcdefg", "token": f"dD0xNzY0NDU2MDAwO2k9MTI3LjAuMC4xO0Q9{number:0200};"}
    if own.session.post(url, data=form, timeout=60).json()["status"] != "ok":
        sys.exit("a request failed")


pools = {}
for line in sys.stdin:
    total, in_flight = map(int, line.split())
    if in_flight not in pools:
        pools[in_flight] = concurrent.futures.ThreadPoolExecutor(in_flight)
    before = time.process_time()
    for _ in pools[in_flight].map(ask, range(total)):
        pass
    print(time.process_time() - before, flush=True)

#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""What examples/backend-python, whose folder is the argument, remembers of tokens."""

import sys
import unittest

sys.path.insert(0, sys.argv.pop(1))
from verifiedtokens import VerifiedTokens


class TestVerifiedTokens(unittest.TestCase):
    def test_each_is_taken_once(self):
        tokens = VerifiedTokens()
        self.assertFalse(tokens.take("a"))
        tokens.remember("a")
        tokens.remember("a")
        tokens.remember("b")
        self.assertTrue(tokens.take("a"))
        self.assertFalse(tokens.take("a"))
        self.assertTrue(tokens.take("b"))
        tokens.remember("a")
        self.assertTrue(tokens.take("a"))

    def test_they_are_forgotten_in_time(self):
        tokens = VerifiedTokens(lifetime=0)
        tokens.remember("a")
        self.assertFalse(tokens.take("a"))

    def test_the_oldest_give_way(self):
        tokens = VerifiedTokens(capacity=2)
        for token in "abca":
            tokens.remember(token)
        self.assertEqual([tokens.take(token) for token in "abc"], [True, False, True])

    def test_tokens_themselves_are_not_kept(self):
        tokens = VerifiedTokens()
        tokens.remember("secret")
        self.assertNotIn("secret", repr(vars(tokens)))


if __name__ == "__main__":
    unittest.main()

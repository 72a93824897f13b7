# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

"""What a screen reader finds in a captcha, and what it is told to speak.

screenreader.py CASE HOST PROGRAM, in a session of its own (see with-screenreader). PROGRAM shows a captcha in HOST and
prints the answers to its tasks, which a person would hear. Everything else is read and done through AT-SPI.
"""

import subprocess
import sys
import threading
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# Only for a program that hangs; nothing is measured with it.
DEADLINE = 25
TAB, SPACE = 0xff09, 0x20

Role = Atspi.Role
CHECK_BOX = 'I\u2019m not a robot'
TITLE = 'Confirm that you are not a robot'
LOADING = 'Loading the captcha\u2026'
TASK = 'A task has opened. Solve it to confirm that you are not a robot.'
PASSED = 'You have passed the check.'
EXPIRED = 'The check has expired. Please do it again.'
NOT_LOADED = 'The captcha could not be loaded. Check your internet connection and try again.'


class Failure(Exception):
    pass


def announce_reader():
    """Tells the session that a screen reader has started."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ('IsEnabled', 'ScreenReaderEnabled'):
        bus.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.freedesktop.DBus.Properties', 'Set',
                      GLib.Variant('(ssv)', ('org.a11y.Status', name, GLib.Variant('b', True))), None, 0, -1)


def has(node, state):
    return node.get_state_set().contains(state)


def is_shown(node):
    return has(node, Atspi.StateType.SHOWING)


def content(node):
    """What has been typed into a field."""
    if node.get_role() != Role.TEXT:
        return ''
    return ': ' + Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def type_keys(*keys):
    """Types, wherever the focus is."""
    for key in keys:
        Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)


class Reader:
    """A screen reader without a voice."""

    def __init__(self, command):
        self.spoken = []
        self.focused = []
        self.lines = []
        self.listener = None
        self.program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self.read_lines, daemon=True).start()

    def listen(self):
        self.listener = Atspi.EventListener.new(self.hear)
        for event in ('object:state-changed:showing', 'object:state-changed:focused', 'object:announcement'):
            self.listener.register(event)

    def read_lines(self):
        for line in self.program.stdout:
            self.lines.append(line.strip())

    def said(self, what):
        """The rest of the last line of the program that starts with this word."""
        return next((line.split(' ', 1)[1] for line in reversed(self.lines) if line.startswith(what + ' ')), None)

    def hear(self, event):
        # What Orca reads out by itself: announcements, notifications as they come, and what gets the focus.
        try:
            if event.type.startswith('object:announcement'):
                self.spoken.append(event.any_data)
            elif event.detail1 and event.type.startswith('object:state-changed:focused'):
                self.focused.append((event.source.get_role(), event.source.get_name()))
            elif event.detail1 and event.source.get_role() == Role.NOTIFICATION:
                self.spoken.append(event.source.get_name())
        except GLib.Error:
            pass  # The object no longer exists.

    def wait(self, what, condition, deadline=DEADLINE):
        end = time.monotonic() + deadline
        while time.monotonic() < end:
            while GLib.MainContext.default().iteration(False):
                pass
            if self.program.poll() is not None:
                raise Failure('The program exited with status %s' % self.program.returncode)
            try:
                found = condition()
            except GLib.Error:
                found = None  # The tree has changed meanwhile.
            if found:
                return found
            time.sleep(0.05)
        raise Failure('There is no %s.\nThe tree:\n%s\nSpoken: %s\nFocused: %s\nThe program: %s' % (
            what, self.text(), self.spoken, [name for _, name in self.focused], self.lines))

    def application(self):
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.program.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def walk(self, node=None, depth=0):
        node = node or self.application()
        if node is None:
            return
        yield node, depth
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                yield from self.walk(child, depth + 1)

    def text(self):
        try:
            return '\n'.join('%s%s "%s" (%s)%s%s' % ('  ' * depth, node.get_role_name(), node.get_name(),
                                                     node.get_description(), content(node),
                                                     '' if is_shown(node) else ' hidden')
                             for node, depth in self.walk())
        except GLib.Error as error:
            return str(error)

    def look(self, role, name, where=None):
        return next((node for node, _ in self.walk(where)
                     if node.get_role() == role and node.get_name() == name and is_shown(node)), None)

    def find(self, role, name, where=None):
        return self.wait('%s "%s"' % (role.value_nick, name), lambda: self.look(role, name, where))

    def hears(self, text):
        self.wait('announcement "%s"' % text, lambda: text in self.spoken)

    def has_focus(self, role, name):
        node = self.look(role, name)
        return node is not None and has(node, Atspi.StateType.FOCUSED)

    def rests_on(self, role, name):
        """The focus comes to rest there: while a window opens it moves, and nobody types as fast as that."""
        def is_at_rest():
            heard = len(self.focused)
            time.sleep(0.5)
            while GLib.MainContext.default().iteration(False):
                pass
            return len(self.focused) == heard and self.has_focus(role, name)
        self.wait('focus on %s "%s" that stays' % (role.value_nick, name), is_at_rest)

    def reaches(self, role, name):
        """Moves the focus with Tab, as people do; focusing an element of a web page through AT-SPI does not move it."""
        for _ in range(12):
            heard = len(self.focused)
            type_keys(TAB)
            self.wait('focus after Tab', lambda: len(self.focused) > heard)
            try:
                return self.wait('focus on %s "%s"' % (role.value_nick, name), lambda: self.has_focus(role, name), 1)
            except Failure as failure:
                missed = failure
        raise missed

    def presses(self, role, name):
        self.find(role, name)
        self.reaches(role, name)
        type_keys(SPACE)

    def finds_nothing_hidden(self):
        """Hidden parts of the captcha must not be in the tree."""
        hidden = [node for node, _ in self.walk() if not is_shown(node)
                  and node.get_role() in (Role.PUSH_BUTTON, Role.PROGRESS_BAR, Role.LABEL)]
        if hidden:
            raise Failure('Hidden items are in the tree:\n' + self.text())

    def finds_captcha(self, host):
        if host in ('dialog', 'popup'):
            self.find(Role.DIALOG, TITLE)
        captcha = self.find(Role.PANEL, 'Captcha')
        if captcha.get_description() != 'Confirms that you are not a robot':
            raise Failure('The captcha is described as "%s"' % captcha.get_description())
        return captcha


def solve(reader, host):
    """Finds everything, solves a task, and hears about it."""
    captcha = reader.finds_captcha(host)
    reader.find(Role.CHECK_BOX, CHECK_BOX, captcha)
    reader.find(Role.LINK, 'Data processing notice', captcha)
    reader.finds_nothing_hidden()
    reader.presses(Role.CHECK_BOX, CHECK_BOX)
    reader.hears(TASK)
    if host in ('widget', 'view', 'webview'):
        reader.find(Role.DIALOG, TITLE)
    reader.find(Role.TEXT, 'Digits from the picture')
    reader.find(Role.PUSH_BUTTON, 'Listen')
    reader.rests_on(Role.TEXT, 'Digits from the picture')
    reader.finds_nothing_hidden()
    type_keys(*(ord(digit) for digit in reader.wait('answer', lambda: reader.said('answer'))))
    reader.presses(Role.PUSH_BUTTON, 'Submit')
    reader.hears(PASSED)


def fail(reader, host):
    """Hears what is wrong, and finds the button that tries again."""
    reader.hears(NOT_LOADED)
    captcha = reader.finds_captcha(host)
    reader.find(Role.PUSH_BUTTON, 'Try again', captcha)
    reader.finds_nothing_hidden()


def expire(reader, host):
    """Hears that the token has expired."""
    reader.finds_captcha(host)
    reader.presses(Role.CHECK_BOX, CHECK_BOX)
    reader.hears(PASSED)
    reader.hears(EXPIRED)


def late(reader, host):
    """The screen reader starts after the captcha has loaded."""
    reader.wait('page', lambda: reader.said('state') == 'Ready')
    announce_reader()
    reader.listen()
    reader.find(Role.CHECK_BOX, CHECK_BOX, reader.finds_captcha(host))


SCENARIOS = {solve: 'challenge', fail: 'script-missing', expire: 'token-expired', late: 'challenge'}


def main(case, host, program):
    run = globals()[case]
    if run is not late:
        announce_reader()
    reader = Reader([program, host, SCENARIOS[run]])
    if run is not late:
        reader.listen()
    try:
        run(reader, host)
    except Failure as failure:
        print('FAIL: %s %s: %s' % (case, host, failure))
        return 1
    finally:
        reader.program.kill()
        reader.program.wait()
    print('PASS: %s %s\nSpoken: %s' % (case, host, reader.spoken))
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))

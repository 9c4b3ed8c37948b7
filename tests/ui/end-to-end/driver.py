"""The real program, as a person with a screen reader, a mouse and a keyboard has it."""
import os
import re
import subprocess
import tempfile
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60
PAUSE = 0.1

# What stands in these says nothing that they, where they have a name, do not say themselves.
LEAVES = {'list item', 'check box', 'label', 'image', 'scroll bar'}


def wait_until(condition, what, patience=PATIENCE):
    """What the condition gives once it is something; a widget may go away while it is looked at."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            found = condition()
        except GLib.Error:
            found = None
        if found:
            return found
        time.sleep(PAUSE)
    raise AssertionError(f'after {patience} seconds still not: {what}')


def walk(node, leaves=LEAVES, backwards=False):
    places = range(node.get_child_count())
    for i in reversed(places) if backwards else places:
        child = node.get_child_at_index(i)
        if child is None:
            continue
        yield child
        if child.get_role_name() not in leaves or not child.get_name():
            yield from walk(child, leaves, backwards)


def has(node, state):
    return node.get_state_set().contains(state)


def acts(node):
    """A menu's button holds another one of the same name, which is the one that acts."""
    try:
        return node.get_action_name(0) == 'click'
    except GLib.Error:
        return False


# GtkLabel 4.8 says so of labels in a shortcuts window of several columns; what it then uses is 0.
GTK_MEASURES = r'GtkLabel .* reported min width -\d+, but sizes must be >= 0'


class Program:
    """Quoth with a window on the screen; leaves the screen at the end of a `with`."""

    def __init__(self, *arguments):
        self.complaints = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen([os.environ['QUOTH'], *map(str, arguments)], stderr=self.complaints)
        try:
            self.application = wait_until(self._find_application, 'on the accessibility bus')
            self.application.set_cache_mask(Atspi.Cache.NONE)
            self.window = wait_until(lambda: self.application.get_child_at_index(0), 'a window')
            self.focus()
        except Exception:
            self.process.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        crashed = self.process.poll() not in (None, 0)
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)
        self.complaints.seek(0)
        lines = [line.rstrip() for line in self.complaints if line.strip()]
        print(*(f'# {line}' for line in lines), sep='\n', end='\n' if lines else '', flush=True)
        assert not crashed, f'Quoth ended with {self.process.returncode}'
        if error is None:
            complaints = [line for line in lines
                          if re.search('WARNING|CRITICAL|ERROR', line) and not re.search(GTK_MEASURES, line)]
            assert not complaints, complaints

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid:
                return application
        return None

    def quit(self):
        """As a person does, so that all is written."""
        self.keys('ctrl+q')
        return self.process.wait(PATIENCE)

    # X

    def xids(self):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                              capture_output=True, text=True).stdout.split()

    def focus(self, other_than=None):
        """No window manager is here to give a window the keyboard."""
        xid = wait_until(lambda: next((x for x in self.xids() if x != other_than), None), 'a window on the screen')
        xdotool('windowfocus', '--sync', xid)
        return xid

    def keys(self, *keys):
        xdotool('key', '--clearmodifiers', *keys)

    def resize(self, width, height):
        xid = self.xids()[0]

        def try_once():
            # Without a window manager a size asked for while the window is laid out may be taken back by it.
            xdotool('windowsize', xid, str(width), str(height))
            return geometry(xid)['WIDTH'] == width

        wait_until(try_once, f'{width} pixels wide')

    # What stands in the window

    def find_all(self, role, name=''):
        """All of that role whose name holds the words."""
        return (node for node in walk(self.application)
                if node.get_role_name() == role and name in (node.get_name() or ''))

    def find(self, role, name):
        return next(self.find_all(role, name), None)

    def wait(self, role, name):
        return wait_until(lambda: self.find(role, name), f'{role} “{name}”')

    def wait_gone(self, role, name):
        wait_until(lambda: self.find(role, name) is None, f'without {role} “{name}”')

    def focused(self):
        return next((node for node in walk(self.window) if has(node, Atspi.StateType.FOCUSED)), None)

    def rows(self):
        """The list's rows as a screen reader says them."""
        quotes = self.find('list', 'Quotations')
        names = [quotes.get_child_at_index(i).get_name() for i in range(quotes.get_child_count())]
        return [name for name in names if name]

    def wait_rows(self, n):
        wait_until(lambda: len(self.rows()) == n, f'{n} rows')
        return self.rows()

    def row(self, words):
        return self.wait('list item', words)

    def pills(self):
        return [node.get_name() for node in self.find_all('push button', 'Remove filter')]

    # What a person does

    def press(self, name, role='push button'):
        """Does the own action of the button or menu item of just this name; one with a mnemonic says it twice."""
        def try_once():
            for button in self.find_all(role, name):
                if button.get_name() in (name, f'{name} {name}') and has(button, Atspi.StateType.SENSITIVE) and acts(button):
                    return button.do_action(0)
            return False
        wait_until(try_once, f'{role} “{name}” to press')

    def activate(self, action):
        """Does an action of the window, such as win.clear-filters."""
        for i in range(self.window.get_n_actions()):
            if self.window.get_action_name(i) == action:
                assert self.window.do_action(i), action
                return
        raise AssertionError(f'the window has no action {action}')

    def click(self, node, button=1):
        """By the mouse: rows and check boxes have no action of their own."""
        xid = self.xids()[0]
        window = geometry(xid)
        place = node.get_extents(Atspi.CoordType.WINDOW)
        assert place.width > 0, f'“{node.get_name()}” has no place on the screen'
        xdotool('mousemove', str(window['X'] + place.x + min(place.width // 2, 14)),
                str(window['Y'] + place.y + place.height // 2), 'click', str(button))

    def toast(self, words):
        """Looked for from the end, where toasts stand: a walk through all else may take longer than one is shown."""
        return wait_until(lambda: next((node for node in walk(self.application, backwards=True)
                                        if node.get_role_name() == 'label' and words in (node.get_name() or '')), None),
                          f'toast “{words}”')


def xdotool(*arguments):
    subprocess.run(['xdotool', *arguments], check=True, capture_output=True)


def geometry(xid):
    shell = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', xid], check=True, capture_output=True,
                           text=True).stdout
    return {key: int(value) for key, value in (line.split('=') for line in shell.split())}


def read_clipboard(target):
    """From another process, as any other program reads it."""
    return subprocess.run(['xclip', '-o', '-selection', 'clipboard', '-t', target], capture_output=True, text=True,
                          timeout=PATIENCE).stdout


def clear_clipboard():
    subprocess.run(['xclip', '-i', '-selection', 'clipboard'], input='nothing yet', text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

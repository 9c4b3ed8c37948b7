"""Drags quotations out of the window into another program's, by the mouse, and reads what was dropped there."""
import contextlib
import os
import subprocess
import sys

import library
import tap
from driver import PATIENCE, Atspi, Program, geometry, read_clipboard, wait_until, xdotool

PLAIN = 'text/plain;charset=utf-8'
HTML = 'text/html'
CHARSET = '<meta charset="utf-8">'

SPEECH = 'The quay is too narrow for the new boats'
OTHER = 'We lost two ships'
PAGE_WORDS = 'delighted and slightly alarmed'


@contextlib.contextmanager
def other_program(place):
    """Another program with a window there; gives it, and a function that waits for what was dropped on it."""
    process = subprocess.Popen([os.environ['DROP_HERE']], stdout=subprocess.PIPE,
                               env=dict(os.environ, GTK_A11Y='none'))

    def dropped():
        printed, _ = process.communicate(timeout=PATIENCE)
        taken = {}
        while printed:
            line, _, printed = printed.partition(b'\n')
            kind, length = line.decode().split()
            taken[kind], printed = printed[:int(length)].decode(), printed[int(length) + 1:]
        return taken

    try:
        found = wait_until(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)],
                                                  capture_output=True, text=True).stdout.split(), 'a window to drop on')
        xid = found[0]
        xdotool('windowmove', '--sync', xid, *map(str, place))
        # Where no window manager says so, nothing else would tell that this is a program's window.
        subprocess.run(['xprop', '-id', xid, '-f', 'WM_STATE', '32cc', '-set', 'WM_STATE', '1,0'], check=True,
                       stdout=subprocess.DEVNULL)
        yield xid, dropped
    finally:
        process.kill()
        process.wait()


def middle(xid):
    place = geometry(xid)
    return place['X'] + place['WIDTH'] // 2, place['Y'] + place['HEIGHT'] // 2


def drag(quoth, node, to_x, to_y):
    """From the node to that place on the screen, by steps, as a hand does it; what is under the hand then stays so."""
    window = geometry(quoth.xids()[0])
    place = node.get_extents(Atspi.CoordType.WINDOW)
    x, y = window['X'] + place.x + 80, window['Y'] + place.y + place.height // 2
    xdotool('mousemove', str(x), str(y), 'mousedown', '1', 'sleep', '0.1')
    for step in range(1, 21):
        xdotool('mousemove', str(x + (to_x - x) * step // 20), str(y + (to_y - y) * step // 20), 'sleep', '0.05')
    xdotool('sleep', '0.5')


def drop():
    xdotool('mouseup', '1')


def a_row_is_dragged_out():
    """A row that is dragged into another program gives it what the copy button copies, as text and as HTML."""
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quote = next(quote for quote in library.listed(path) if SPEECH in quote['words'])
        quoth.resize(960, 700)
        quoth.wait_rows(3)
        quoth.click(quoth.row(SPEECH))
        quoth.wait('label', 'In the Article')
        with other_program((1000, 300)) as (xid, dropped):
            drag(quoth, quoth.row(SPEECH), *middle(xid))
            drop()
            taken = dropped()
        tap.equal(taken[PLAIN], library.cited(path, quote, 'text'))
        tap.equal(taken[HTML], CHARSET + library.cited(path, quote, 'html'))


def what_is_selected_is_dragged_out():
    """So does dragging one of several rows that are selected, of all of them."""
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quotes = library.listed(path)
        quoth.resize(960, 700)
        quoth.wait_rows(3)
        quoth.click(quoth.row(SPEECH))
        quoth.keys('shift+Down')
        quoth.wait('label', '2 selected')
        with other_program((1000, 300)) as (xid, dropped):
            drag(quoth, quoth.row(SPEECH), *middle(xid))
            drop()
            taken = dropped()
        dragged = [quote for quote in quotes if any(words in quote['words'] for words in (SPEECH, OTHER))]
        tap.equal(len(dragged), 2)
        tap.equal(taken[PLAIN], '\n'.join(library.cited(path, quote, 'text') for quote in dragged))


def the_own_window_takes_none():
    """A link that is dragged within the window is not taken for an address to import from."""
    with library.sample_library() as path, Program('--library', path) as quoth:
        quoth.resize(960, 700)
        quoth.click(quoth.row(PAGE_WORDS))
        quoth.wait('label', 'In the Article')
        quoth.press('Copy as')
        quoth.wait('list item', 'CSL-JSON')
        quoth.keys(*['Down'] * 10, 'Return')
        wait_until(lambda: read_clipboard(PLAIN).startswith('https://'), 'the link on the clipboard')
        with other_program((1000, 300)) as (xid, dropped):
            drag(quoth, quoth.row(PAGE_WORDS), 700, 400)
            drop()
            # Once it has come to another program, it would have been taken here.
            drag(quoth, quoth.row(PAGE_WORDS), *middle(xid))
            drop()
            tap.equal(dropped()[PLAIN], read_clipboard(PLAIN))
        tap.equal(len(quoth.xids()), 1)


if __name__ == '__main__':
    sys.exit(tap.run([a_row_is_dragged_out, what_is_selected_is_dragged_out, the_own_window_takes_none]))

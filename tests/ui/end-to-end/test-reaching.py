"""Reaches everything without a mouse, with a screen reader, and in a narrow window."""
import sys

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

import library  # noqa: E402
import tap  # noqa: E402
from driver import Program, has, wait_until, walk  # noqa: E402

BOATS = 'The quay is too narrow for the new boats'
SHIPS = 'We lost two ships to other ports last year'
BUTTONS = {'push button', 'toggle button', 'check box', 'radio button', 'entry', 'link'}


def nameless(quoth):
    """Controls that a screen reader can only call by the name of their class."""
    return [f'{node.get_role_name()} “{node.get_name()}”' for node in walk(quoth.application, set())
            if node.get_role_name() in BUTTONS and (not node.get_name() or node.get_name().startswith(('Gtk', 'Adw', 'Quoth')))]


def every_button_has_a_name():
    """No button, box or entry is without a name: list, panel, filters, narrow, dialogs."""
    with library.library_of(quay=library.QUAY, pears=library.PEARS) as path, Program('--library', path) as quoth:
        quoth.wait_rows(4)
        tap.equal(nameless(quoth), [])
        quoth.click(quoth.wait('check box', 'Odile Farrant'))
        quoth.wait('push button', 'Remove filter')
        quoth.click(quoth.row(BOATS))
        quoth.wait('label', 'Citation')
        tap.equal(nameless(quoth), [])
        quoth.resize(360, 700)
        tap.equal(nameless(quoth), [])
    with library.folder() as folder, Program('--library', folder / 'library.db') as quoth:
        quoth.wait('label', 'Who Said What?')
        quoth.activate('win.paste')
        quoth.wait('push button', 'Add')
        tap.equal(nameless(quoth), [])


def focus_name(quoth):
    node = quoth.focused()
    return (node.get_role_name(), node.get_name()) if node else None


def tab_until(quoth, role, words, key='Tab', most=40):
    """Presses Tab until something of that role and name has the keyboard; gives what was passed on the way."""
    passed = []
    for _ in range(most):
        quoth.keys(key)
        found = wait_until(lambda: focus_name(quoth), 'something with the keyboard')
        passed.append(found)
        if found[0] == role and words in found[1]:
            return passed
    raise AssertionError(f'{key} does not reach {role} “{words}”, only {passed}')


def tab_reaches_everything():
    """Tab goes to filters, list and panel; Space checks a filter; Shift+Tab goes back."""
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quoth.wait_rows(3)
        tab_until(quoth, 'check box', 'Bram Tollett')
        quoth.keys('space')
        quoth.wait_rows(1)
        quoth.keys('space')
        quoth.wait_rows(3)
        tab_until(quoth, 'list item', '')
        quoth.keys('Down')
        wait_until(lambda: SHIPS in (quoth.focused().get_name() or ''), 'the second row with the keyboard')
        tab_until(quoth, 'push button', 'Copy Citation')
        tab_until(quoth, 'list item', '', key='shift+Tab')


def alt_arrows_go_through_the_list():
    """Alt+Down and Alt+Up show the next and the previous quotation wherever the keyboard is."""
    def panel():
        return ' '.join(node.get_name() or '' for node in walk(quoth.find('filler', 'QuothQuotePanel'))
                        if node.get_role_name() == 'label')

    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quoth.wait_rows(3)
        quoth.keys('alt+Down')
        wait_until(lambda: BOATS in panel(), 'the first in the panel')
        tab_until(quoth, 'push button', 'Copy Quotation')
        quoth.keys('alt+Down')
        wait_until(lambda: SHIPS in panel(), 'the second in the panel')
        quoth.keys('alt+Up')
        wait_until(lambda: BOATS in panel(), 'the first again')


def click_until(quoth, row, condition, what):
    """As a hand would: a click that met a window still being laid out is made again."""
    for _ in range(6):
        quoth.click(row)
        try:
            return wait_until(condition, what, patience=10)
        except AssertionError as error:
            missed = error
    raise missed


def a_narrow_window_shows_one_page():
    """In a narrow window the list comes first, a click goes to the panel, and a button goes back."""
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quoth.wait_rows(3)
        quoth.resize(360, 700)
        back = quoth.wait('push button', 'Back to the list')
        wait_until(lambda: not has(back, Atspi.StateType.SENSITIVE), 'the list in front')
        row = quoth.row(BOATS)
        wait_until(lambda: 0 < row.get_extents(Atspi.CoordType.WINDOW).width <= 360, 'a row as narrow as the window')
        click_until(quoth, row, lambda: has(back, Atspi.StateType.SENSITIVE), 'the panel in front')
        for name in ['Copy Citation', 'Copy Quotation', 'Copy Quotation with Citation', 'Confirm', 'Reject']:
            place = quoth.wait('push button', name).get_extents(Atspi.CoordType.WINDOW)
            assert 0 <= place.x and place.x + place.width <= 360 and place.width > 0, (name, place.x, place.width)
        quoth.press('Back to the list')
        wait_until(lambda: not has(back, Atspi.StateType.SENSITIVE), 'the list in front again')


def the_shortcuts_window_comes_and_goes():
    """The shortcuts are shown more than once; asking for a window that is gone does no harm."""
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quoth.wait_rows(3)
        main = quoth.xids()[0]
        for _ in range(2):
            quoth.keys('ctrl+question')
            wait_until(lambda: quoth.application.get_child_count() == 2, 'a second window')
            quoth.wait('label', 'Copy what was copied last')
            quoth.focus(other_than=main)
            quoth.keys('Escape')
            wait_until(lambda: quoth.application.get_child_count() == 1, 'one window')
            quoth.application.get_child_at_index(1)
            quoth.focus()
        quoth.wait_rows(3)


if __name__ == '__main__':
    sys.exit(tap.run([
        every_button_has_a_name,
        tab_reaches_everything,
        alt_arrows_go_through_the_list,
        a_narrow_window_shows_one_page,
        the_shortcuts_window_comes_and_goes,
    ]))

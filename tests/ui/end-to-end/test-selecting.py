"""Selects several quotations by keyboard and mouse; the panel shows the one that the keyboard was last at."""
import sys

import library
import tap
from driver import Atspi, Program, has, wait_until, xdotool

# As the list has them: the article that was added last comes last.
ROWS = ['The quay is too narrow', 'We lost two ships', 'Nobody asked', 'The trees can stand']


def selected(quoth):
    """Of each row whether it is selected: "#" or "."."""
    return ''.join('#' if has(quoth.row(words), Atspi.StateType.SELECTED) else '.' for words in ROWS)


def check(quoth, marks, shown):
    """What stands in a row is not looked into, so that other labels are the panel's."""
    wait_until(lambda: selected(quoth) == marks, f'{marks} selected; they are {selected(quoth)}')
    quoth.wait('label', shown)
    n = marks.count('#')
    if n > 1:
        quoth.wait('label', f'{n} selected')
    else:
        quoth.wait_gone('label', ' selected')


def opened():
    return library.library_of(quay=library.QUAY, pears=library.PEARS)


def the_keyboard_selects():
    """Shift and the arrows, Ctrl+A and Escape select."""
    with opened() as path, Program('--library', path) as quoth:
        quoth.wait_rows(4)
        quoth.click(quoth.row(ROWS[0]))
        check(quoth, '#...', 'The quay is too narrow')
        quoth.keys('shift+Down')
        check(quoth, '##..', 'We lost two ships')
        quoth.keys('shift+Down')
        check(quoth, '###.', 'Nobody asked')
        quoth.keys('shift+Up')
        check(quoth, '##..', 'We lost two ships')
        quoth.keys('ctrl+a')
        check(quoth, '####', 'We lost two ships')
        quoth.keys('Escape')
        check(quoth, '.#..', 'We lost two ships')
        quoth.keys('alt+Down')
        check(quoth, '..#.', 'Nobody asked')
        quoth.keys('shift+Down')
        check(quoth, '..##', 'The trees can stand')


def the_mouse_selects():
    """Ctrl and Shift with a click select; a plain click selects one."""
    with opened() as path, Program('--library', path) as quoth:
        def click_with(key, words):
            xdotool('keydown', key)
            try:
                quoth.click(quoth.row(words))
            finally:
                xdotool('keyup', key)

        quoth.wait_rows(4)
        quoth.click(quoth.row(ROWS[1]))
        check(quoth, '.#..', 'We lost two ships')
        click_with('ctrl', ROWS[3])
        check(quoth, '.#.#', 'The trees can stand')
        click_with('ctrl', ROWS[1])
        check(quoth, '...#', 'The trees can stand')
        click_with('shift', ROWS[2])
        check(quoth, '.##.', 'Nobody asked')
        quoth.click(quoth.row(ROWS[0]))
        check(quoth, '#...', 'The quay is too narrow')


def one_is_rejected():
    """Of several, a decision is on the one shown; the others stay selected."""
    with opened() as path, Program('--library', path) as quoth:
        quoth.wait_rows(4)
        quoth.click(quoth.row(ROWS[0]))
        quoth.keys('shift+Down', 'shift+Down')
        check(quoth, '###.', 'Nobody asked')
        quoth.keys('Delete')
        quoth.wait_rows(3)
        wait_until(lambda: not library.listed(path, '--search', 'fishermen'), 'one rejected')
        quoth.wait('label', '2 selected')


if __name__ == '__main__':
    sys.exit(tap.run([the_keyboard_selects, the_mouse_selects, one_is_rejected]))

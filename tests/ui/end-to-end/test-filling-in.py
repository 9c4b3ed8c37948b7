"""Fills in by keyboard what a citation lacks."""
import sys

import library
import tap
from driver import Program, xdotool

SPEECH = 'The trees can stand another week'


def facts_are_filled_in():
    """What is missing is said; once filled in it stands in list, panel and citation, and can be taken back."""
    with library.library_of(pears=library.PEARS) as path, Program('--library', path) as quoth:
        quoth.wait_rows(1)
        quoth.click(quoth.row(SPEECH))
        quoth.wait('label', 'Missing: author, publication, date, web address')
        window = quoth.xids()[0]
        quoth.press('Fill In…')
        quoth.wait('push button', 'Add Author')
        quoth.focus(other_than=window)
        # The first gap has the keyboard.
        xdotool('type', 'Bay Courier')
        quoth.keys('Tab')
        xdotool('type', '2014-02-30')
        quoth.wait('label', 'Not a date')
        quoth.keys('ctrl+a', 'BackSpace')
        xdotool('type', '21 March 2014')
        quoth.wait_gone('label', 'Not a date')
        quoth.keys('Return')
        xdotool('windowfocus', '--sync', window)

        quoth.wait('label', 'Missing: author, web address')
        quoth.wait('label', 'Bay Courier · 21 March 2014')
        quoth.row('Bay Courier')
        tap.equal([quote['publication'] for quote in library.listed(path)], ['Bay Courier'])
        quoth.activate('win.undo')
        quoth.wait('label', 'Missing: author, publication, date, web address')


if __name__ == '__main__':
    sys.exit(tap.run([facts_are_filled_in]))

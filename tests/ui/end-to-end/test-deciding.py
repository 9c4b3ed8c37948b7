"""Decides on articles that are nearly the same as others: each by itself, and as a rule."""
import os
import sys

import library
import tap
from driver import Program, has, Atspi, wait_until

# The article of the quay with another headline and a sentence more; and with another ending
LONGER = library.QUAY.replace('Lantern Bay to widen its quay', 'Quay too narrow') + '\n“I shall move my boat,” said Mr Tollett.\n'
OTHER = library.QUAY.replace('Lantern Bay to widen its quay', 'What the harbour master wants').replace('last year,', 'this year,')


def opened_with_two_held(folder):
    """A library that holds the article, and two that come in beside it."""
    path = folder / 'library.db'
    library.add(path, folder / 'quay.txt')
    return Program('--library', path, folder / 'longer.txt', folder / 'other.txt')


def articles(path):
    return sorted({quote['title'] for quote in library.listed(path)})


def compare(quoth):
    """From the report, which opens by itself, to the two texts side by side"""
    main = quoth.xids()[0]
    quoth.wait('label', '2 articles are nearly the same as others and wait for your decision.')
    quoth.press('Compare…')
    for words in ['2 articles wait', 'Quay too narrow', 'Lantern Bay to widen its quay', 'Words that differ are lit']:
        quoth.wait('label', words)
    quoth.focus(other_than=main)


def each_is_decided_on():
    """Both texts stand side by side; one is kept, the next one skipped by keyboard."""
    with library.folder(quay=library.QUAY, longer=LONGER, other=OTHER) as folder:
        with opened_with_two_held(folder) as quoth:
            compare(quoth)
            first, second = (quoth.wait('label', title).get_extents(Atspi.CoordType.WINDOW)
                             for title in ('Quay too narrow', 'Lantern Bay to widen its quay'))
            assert second.x > first.x + 200 and abs(second.y - first.y) < 40, (first.x, first.y, second.x, second.y)
            quoth.press('Keep Both')
            quoth.wait('label', '1 article waits')
            quoth.wait('label', 'What the harbour master wants')
            quoth.keys('Delete')
            quoth.wait_gone('label', 'Words that differ are lit')
            quoth.wait_rows(7)
        tap.equal(articles(folder / 'library.db'), ['Lantern Bay to widen its quay', 'Quay too narrow'])


def all_are_decided_on_as_a_rule():
    """With the rule on, all that wait are skipped, and what comes later doesn't ask."""
    os.environ['GSETTINGS_BACKEND'] = 'keyfile'  # the rule outlives the program
    with library.folder(quay=library.QUAY, longer=LONGER, other=OTHER) as folder:
        with opened_with_two_held(folder) as quoth:
            compare(quoth)
            always = quoth.wait('check box', 'Always do this')
            quoth.keys('alt+a')
            wait_until(lambda: has(always, Atspi.StateType.CHECKED), 'the rule on')
            quoth.press('Skip')
            quoth.wait_gone('label', 'Words that differ are lit')
            quoth.wait_rows(3)
            tap.equal(quoth.quit(), 0)
        with Program('--library', folder / 'library.db', folder / 'longer.txt') as quoth:
            quoth.toast('1 skipped')
            quoth.wait_rows(3)
        tap.equal(articles(folder / 'library.db'), ['Lantern Bay to widen its quay'])


if __name__ == '__main__':
    sys.exit(tap.run([each_is_decided_on, all_are_decided_on_as_a_rule]))

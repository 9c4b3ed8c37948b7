"""Confirms, rejects and deletes, and takes each back."""
import sys

import library
import tap
from driver import Program, wait_until, walk

BOATS = 'The quay is too narrow for the new boats'
SHIPS = 'We lost two ships to other ports last year'
FISHERMEN = 'Nobody asked the fishermen'


def open_quay(path):
    return Program('--library', path)


def state_of(path, words):
    return next((quote['state'] for quote in library.listed(path) if words in quote['words']), None)


def select(quoth, words):
    quoth.click(quoth.row(words))
    quoth.wait('label', 'Citation')
    wait_until(lambda: words in shown_words(quoth), f'the panel with “{words}”')


def shown_words(quoth):
    """All that the panel says."""
    panel = quoth.find('filler', 'QuothQuotePanel')
    return ' '.join(node.get_name() or '' for node in walk(panel) if node.get_role_name() == 'label')


def confirming_marks_and_is_kept():
    """Confirm marks the quotation, is kept in the library, and is undone."""
    with library.library_of(quay=library.QUAY) as path:
        with open_quay(path) as quoth:
            quoth.wait_rows(3)
            select(quoth, BOATS)
            quoth.press('Confirm')
            quoth.toast('Quotation confirmed')
            wait_until(lambda: 'Confirmed' in quoth.row(BOATS).get_name(), 'a row that says it is confirmed')
            tap.equal(state_of(path, BOATS), 'confirmed')
            tap.equal(state_of(path, SHIPS), 'found')
            tap.equal(quoth.quit(), 0)
        with open_quay(path) as quoth:
            quoth.wait_rows(3)
            assert 'Confirmed' in quoth.row(BOATS).get_name()
            assert 'Confirmed' not in quoth.row(SHIPS).get_name()
            select(quoth, BOATS)
            quoth.keys('ctrl+Return')
            quoth.toast('Mark taken back')
            wait_until(lambda: 'Confirmed' not in quoth.row(BOATS).get_name(), 'a row without the mark')
            tap.equal(state_of(path, BOATS), 'found')


def rejecting_hides_and_selects_the_next():
    """Reject takes the row out of the list and selects the next; Ctrl+Z brings it back, selected."""
    with library.library_of(quay=library.QUAY) as path, open_quay(path) as quoth:
        quoth.wait_rows(3)
        select(quoth, BOATS)
        quoth.press('Reject')
        quoth.toast('Quotation rejected')
        rows = quoth.wait_rows(2)
        assert not any(BOATS in row for row in rows), rows
        tap.equal(state_of(path, BOATS), None)
        wait_until(lambda: SHIPS in shown_words(quoth), 'the next quotation in the panel')

        quoth.keys('ctrl+z')
        quoth.row(BOATS)
        quoth.wait_rows(3)
        tap.equal(state_of(path, BOATS), 'found')
        wait_until(lambda: BOATS in shown_words(quoth), 'the quotation in the panel again')


def the_notice_undoes():
    """The notice's own button takes the decision back."""
    with library.library_of(quay=library.QUAY) as path, open_quay(path) as quoth:
        quoth.wait_rows(3)
        select(quoth, SHIPS)
        quoth.press('Reject')
        quoth.press('Undo')
        quoth.toast('Undone')
        quoth.wait_rows(3)
        tap.equal(state_of(path, SHIPS), 'found')


def rejected_ones_can_be_shown():
    """The Delete key rejects; the list shows rejected ones on demand, and says so in a pill."""
    with library.library_of(quay=library.QUAY) as path, open_quay(path) as quoth:
        quoth.wait_rows(3)
        select(quoth, FISHERMEN)
        quoth.keys('Delete')
        quoth.toast('Quotation rejected')
        quoth.wait_rows(2)
        quoth.activate('win.include-rejected')
        quoth.wait_rows(3)
        assert 'Rejected' in quoth.row(FISHERMEN).get_name(), quoth.row(FISHERMEN).get_name()
        tap.equal(len(quoth.pills()), 1)
        quoth.activate('win.clear-filters')
        quoth.wait_rows(2)


def deleting_an_article_is_undone():
    """Delete Article takes all its quotations; Ctrl+Z brings them back."""
    with library.library_of(quay=library.QUAY, pears=library.PEARS) as path, open_quay(path) as quoth:
        quoth.wait_rows(4)
        select(quoth, SHIPS)
        quoth.keys('ctrl+shift+Delete')
        quoth.toast('Article deleted')
        rows = quoth.wait_rows(1)
        assert 'trees' in rows[0], rows
        tap.equal(len(library.listed(path)), 1)
        quoth.wait_gone('check box', 'Odile Farrant')

        quoth.keys('ctrl+z')
        quoth.toast('Article brought back')
        quoth.wait_rows(4)
        tap.equal(len(library.listed(path)), 4)
        quoth.wait('check box', 'Odile Farrant')


if __name__ == '__main__':
    sys.exit(tap.run([
        confirming_marks_and_is_kept,
        rejecting_hides_and_selects_the_next,
        the_notice_undoes,
        rejected_ones_can_be_shown,
        deleting_an_article_is_undone,
    ]))

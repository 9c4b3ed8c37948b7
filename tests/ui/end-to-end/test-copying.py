"""Copies by button, by shortcut and by menu, and reads the clipboard as another program does."""
import sys

import library
import tap
from driver import Program, clear_clipboard, read_clipboard, wait_until

PLAIN = ['text/plain;charset=utf-8', 'UTF8_STRING']
HTML = 'text/html'
CHARSET = '<meta charset="utf-8">'

SPEECH = 'The quay is too narrow for the new boats'


def expected(path, quote):
    """What each button copies: the toast, the plain text and the HTML."""
    citation = library.cited(path, quote, 'text')
    rich = library.cited(path, quote, 'html')
    words = f'‘{SPEECH},’'
    assert 'Odile Farrant' in citation and 'Lantern Bay to widen its quay' in citation, citation
    return {
        'Copy Citation': ('Citation copied', citation, CHARSET + rich),
        'Copy Quotation': ('Quotation copied', words, f'{CHARSET}<blockquote><p>{words}</p></blockquote>'),
        'Copy Quotation with Citation': (
            'Quotation and citation copied', f'{words}\n{citation}',
            f'{CHARSET}<blockquote><p>{words}</p></blockquote><p>{rich}</p>'),
    }


def check_clipboard(quoth, toast, plain, html):
    quoth.toast(toast)
    wait_until(lambda: read_clipboard(PLAIN[0]) == plain, f'“{plain}” on the clipboard; it has '
               + repr(read_clipboard(PLAIN[0])), 20)
    tap.equal(read_clipboard(PLAIN[1]), plain)
    tap.equal(read_clipboard(HTML), html)
    offered = read_clipboard('TARGETS').split()
    assert HTML in offered and PLAIN[0] in offered, offered


def copy_each_by(act):
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quote = next(quote for quote in library.listed(path) if SPEECH in quote['words'])
        quoth.wait_rows(3)
        quoth.click(quoth.row(SPEECH))
        quoth.wait('label', 'In the Article')
        for name, (toast, plain, html) in expected(path, quote).items():
            clear_clipboard()
            act(quoth, name)
            check_clipboard(quoth, toast, plain, html)


def buttons_copy():
    """Each button copies plain text and HTML in one offer, and says so."""
    copy_each_by(lambda quoth, name: quoth.press(name))


def shortcuts_copy():
    """So does each shortcut."""
    shortcuts = {
        'Copy Citation': 'ctrl+shift+c',
        'Copy Quotation': 'ctrl+c',
        'Copy Quotation with Citation': 'ctrl+alt+c',
    }
    copy_each_by(lambda quoth, name: quoth.keys(shortcuts[name]))


def the_menu_copies():
    """So does each item of the quotation's menu."""
    def act(quoth, name):
        quoth.press('Quotation menu')
        quoth.press(name, 'menu item')
    copy_each_by(act)


def bibtex_is_copied():
    """A BibTeX entry is copied as quoth-cli gives it."""
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quote = next(quote for quote in library.listed(path) if SPEECH in quote['words'])
        quoth.wait_rows(3)
        quoth.click(quoth.row(SPEECH))
        quoth.wait('label', 'In the Article')
        quoth.activate('quote.copy-bibtex')
        quoth.toast('BibTeX entry copied')
        tap.equal(read_clipboard(PLAIN[0]).strip(), library.cited(path, quote, 'bibtex').strip())


if __name__ == '__main__':
    sys.exit(tap.run([buttons_copy, shortcuts_copy, the_menu_copies, bibtex_is_copied]))

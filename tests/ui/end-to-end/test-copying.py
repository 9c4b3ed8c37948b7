"""Copies by button, by shortcut and by menu, and reads the clipboard as another program does."""
import re
import shutil
import subprocess
import sys
import zipfile

import library
import tap
from driver import Program, clear_clipboard, read_clipboard, wait_until, xdotool

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


# What the list beside the copy button has, from top to bottom, with what the command line calls it
PRESETS = [
    ('text', '--preset', 'citation'),
    ('text', '--preset', 'in-text'),
    ('text', '--preset', 'quotation'),
    ('text', '--preset', 'quotation-with-citation'),
    ('markdown',),
    ('wikipedia',),
    ('bibtex',),
    ('biblatex',),
    ('ris',),
    ('csl-json',),
    ('text', '--preset', 'link'),
]
PAGE_WORDS = 'delighted and slightly alarmed'


def every_preset_copies():
    """Everything in the list beside the button copies what the command line prints, as text and as HTML."""
    with library.sample_library() as path, Program('--library', path) as quoth:
        quote = next(quote for quote in library.listed(path) if PAGE_WORDS in quote['words'])
        quoth.click(quoth.row(PAGE_WORDS))
        quoth.wait('label', 'In the Article')
        for place, (form, *options) in enumerate(PRESETS):
            plain = library.cited(path, quote, form, *options)
            clear_clipboard()
            quoth.press('Copy as')
            quoth.wait('list item', 'CSL-JSON')
            quoth.keys(*['Down'] * place, 'Return')
            wait_until(lambda: read_clipboard(PLAIN[0]).rstrip('\n') == plain,
                       f'“{plain}” on the clipboard; it has {read_clipboard(PLAIN[0])!r}', 30)
            html = read_clipboard(HTML)
            assert html.startswith(CHARSET) and len(html) > len(CHARSET), html
            if options and options[1] != 'link':
                tap.equal(html, CHARSET + library.cited(path, quote, 'html', *options))
        # The last one is what the button and its shortcut copy from then on.
        clear_clipboard()
        quoth.keys('ctrl+shift+c')
        wait_until(lambda: read_clipboard(PLAIN[0]).rstrip('\n') == plain, 'the link copied again', 30)


def a_style_is_chosen():
    """The style that is typed and chosen is the one that is shown and copied."""
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quote = next(quote for quote in library.listed(path) if SPEECH in quote['words'])
        quoth.wait_rows(3)
        quoth.click(quoth.row(SPEECH))
        quoth.wait('label', 'In the Article')
        window = quoth.xids()[0]
        quoth.keys('ctrl+shift+s')
        quoth.wait('list', 'Styles')
        quoth.focus(other_than=window)
        xdotool('type', 'modern language')
        quoth.keys('Return')
        expected_text = library.cited(path, quote, 'text', '--style', 'modern-language-association')
        quoth.wait('push button', 'Modern Language Association')
        quoth.wait('label', expected_text[:40])
        xdotool('windowfocus', '--sync', window)
        clear_clipboard()
        quoth.keys('ctrl+shift+c')
        wait_until(lambda: read_clipboard(PLAIN[0]) == expected_text, expected_text, 30)


def read_as_document(html, folder):
    """The pieces of the text that are in italics once a word processor's document is made of it, and all of the text."""
    document = folder / 'pasted.odt'
    subprocess.run(['pandoc', '--from', 'html', '--to', 'odt', '--output', document], input=html, text=True, check=True)
    with zipfile.ZipFile(document) as parts:
        content = parts.read('content.xml').decode()
    italic = [style for style, properties in re.findall(r'<style:style style:name="(\w+)"[^>]*>(.*?)</style:style>', content,
                                                        re.DOTALL) if 'fo:font-style="italic"' in properties]
    spans = re.findall(r'<text:span text:style-name="(\w+)">(.*?)</text:span>', content, re.DOTALL)
    pieces = [re.sub('<[^>]+>', '', text) for style, text in spans if style in italic]
    return pieces, re.sub('<[^>]+>', '', content[content.index('<office:text'):])


def italics_survive_a_paste():
    """What is copied as rich text has the publication in italics in a word processor's document, and all the words."""
    if not shutil.which('pandoc'):
        raise tap.Skip('no pandoc')
    with library.sample_library() as path, Program('--library', path) as quoth:
        quote = next(quote for quote in library.listed(path) if PAGE_WORDS in quote['words'])
        quoth.click(quoth.row(PAGE_WORDS))
        quoth.wait('label', 'In the Article')
        for name, plain in (('Copy Citation', library.cited(path, quote, 'text')), ('Copy Quotation with Citation', None)):
            clear_clipboard()
            quoth.press(name)
            wait_until(lambda: read_clipboard(HTML).startswith(CHARSET), 'a citation on the clipboard', 30)
            pieces, text = read_as_document(read_clipboard(HTML), path.parent)
            assert quote['publication'] in ' '.join(' '.join(pieces).split()), (pieces, text)
            assert plain is None or ' '.join(plain.split()) in ' '.join(text.split()), (plain, text)


def the_bibliography_is_copied():
    """Of several that are selected each article is listed once, as the style sorts them."""
    with library.library_of(quay=library.QUAY, pears=library.PEARS) as path, Program('--library', path) as quoth:
        quoth.wait_rows(4)
        quoth.click(quoth.row(SPEECH))
        quoth.keys('ctrl+a')
        quoth.wait('label', '4 selected')
        clear_clipboard()
        quoth.press('Copy Bibliography')
        entries = library.cli('cite', '--library', path, '--format', 'text', '--preset', 'bibliography',
                              *(quote['id'] for quote in library.listed(path))).strip()
        wait_until(lambda: read_clipboard(PLAIN[0]).strip() == entries,
                   f'{entries!r}; it has {read_clipboard(PLAIN[0])!r}', 30)
        assert read_clipboard(HTML).count('Lantern Bay') == 1, read_clipboard(HTML)


if __name__ == '__main__':
    sys.exit(tap.run([buttons_copy, shortcuts_copy, the_menu_copies, bibtex_is_copied, every_preset_copies,
                      a_style_is_chosen, italics_survive_a_paste, the_bibliography_is_copied]))

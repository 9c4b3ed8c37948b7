"""Exports quotations by the button and the file chooser, in each format, and reads the files."""
import sys

import library
import tap
from driver import PATIENCE, Program, wait_until, xdotool

# What a file's name ends with, and what the command line calls the format
ENDINGS = {'bib': 'bibtex', 'ris': 'ris', 'json': 'csl-json', 'csv': 'csv', 'html': 'html'}


def choose(quoth, name):
    """In the file chooser, as a person types where to."""
    window = quoth.xids()[0]
    quoth.press('Export…')
    chooser = quoth.focus(other_than=window)
    quoth.wait('label', 'Name')
    quoth.keys('ctrl+a')
    xdotool('type', '--clearmodifiers', str(name))
    quoth.keys('Return')
    wait_until(lambda: chooser not in quoth.xids(), 'the file chooser closed', PATIENCE)
    xdotool('windowfocus', '--sync', window)


def read(file):
    return file.read_text(encoding='utf-8') if file.exists() else None


def the_ending_says_the_format():
    """Each of the endings gives the file that the command line exports."""
    with library.library_of(quay=library.QUAY) as path, Program('--library', path) as quoth:
        quoth.wait_rows(3)
        quoth.click(quoth.row('The quay is too narrow'))
        quoth.keys('ctrl+a')
        quoth.wait('label', '3 selected')
        for ending, form in ENDINGS.items():
            file = path.parent / f'out.{ending}'
            choose(quoth, file)
            wait_until(lambda: read(file), f'{file} written')
            expected = library.cli('export', '--library', path, '--format', form)
            tap.equal(read(file).strip(), expected.strip())


def the_filter_says_it_where_no_ending_does():
    """A name without an ending gets the one of the format that is chosen; what isn't selected isn't in it."""
    with library.library_of(quay=library.QUAY, pears=library.PEARS) as path, Program('--library', path) as quoth:
        quoth.wait_rows(4)
        quoth.click(quoth.row('The trees can stand'))
        quoth.wait('label', 'In the Article')
        quoth.keys('shift+Up')
        quoth.wait('label', '2 selected')
        choose(quoth, path.parent / 'chosen')
        quoth.toast('Exported to “chosen.bib”')
        text = read(path.parent / 'chosen.bib')
        assert 'Orchard owners' in text and text.count('@') == 2, text


if __name__ == '__main__':
    sys.exit(tap.run([the_ending_says_the_format, the_filter_says_it_where_no_ending_does]))

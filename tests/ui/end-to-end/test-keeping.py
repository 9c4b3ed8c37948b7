"""Imports files and pasted text, and finds everything again after closing."""
import os
import pathlib
import subprocess
import sys

import library
import tap
from driver import Program, wait_until


def files_come_in_and_stay():
    """Files given on the command line come in; opened again, everything is there."""
    with library.folder(quay=library.QUAY, pears=library.PEARS) as folder:
        path = folder / 'kept.db'
        with Program('--library', path, *sorted(folder.glob('*.txt'))) as quoth:
            quoth.toast('2 articles added')
            rows = quoth.wait_rows(4)
            tap.equal(quoth.quit(), 0)
        with Program('--library', path) as quoth:
            tap.equal(quoth.wait_rows(4), rows)
            quoth.wait('check box', 'Bram Tollett')
        tap.equal(len(library.listed(path)), 4)


def the_report_names_what_failed():
    """A report opens where something failed, and names what, and why."""
    with library.folder(quay=library.QUAY) as folder:
        path = folder / 'library.db'
        library.add(path, folder / 'quay.txt')
        broken = folder / 'scan.pdf'
        broken.write_bytes(b'%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')
        with Program('--library', path, folder / 'quay.txt', broken) as quoth:
            quoth.wait_rows(3)
            for words in ['1 already there', '1 failed', 'scan.pdf', 'quay.txt']:
                quoth.wait('label', words)
            assert any('PDF' in label.get_name() for label in quoth.find_all('label')), 'no reason'


def the_report_can_be_asked_for():
    """Where nothing failed, the notice leads to the report."""
    with library.folder(quay=library.QUAY, pears=library.PEARS) as folder:
        path = folder / 'library.db'
        library.add(path, folder / 'quay.txt')
        with Program('--library', path, folder / 'quay.txt', folder / 'pears.txt') as quoth:
            quoth.toast('1 already there')
            quoth.press('Report')
            for words in ['1 article added', 'quay.txt', 'pears.txt']:
                quoth.wait('label', words)


def the_own_library_is_the_default():
    """Without options files go to the person's own library, in the data folder."""
    with library.folder(pears=library.PEARS) as folder:
        with Program(folder / 'pears.txt') as quoth:
            quoth.toast('1 article added')
            quoth.wait_rows(1)
        own = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'quoth' / 'library.db'
        tap.equal([quote['speaker'] for quote in library.listed(own)], ['Idris Penhale'])


def pasted_text_comes_in():
    """Pasted text becomes an article with the title that was typed; an empty library says what to do first."""
    with library.folder() as folder:
        path = folder / 'library.db'
        with Program('--library', path) as quoth:
            quoth.wait('label', 'Who Said What?')
            subprocess.run(['xclip', '-i', '-selection', 'clipboard'], input=library.QUAY, text=True, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            main = quoth.xids()[0]
            quoth.keys('ctrl+shift+v')
            text = quoth.wait('text', 'Text of the Article')
            quoth.focus(other_than=main)
            wait_until(lambda: 'Nobody asked' in text.get_text(0, text.get_character_count()),
                       'what the clipboard holds')
            quoth.press('Add')
            quoth.toast('1 article added')
            quoth.wait_rows(3)
        tap.equal({quote['title'] for quote in library.listed(path)}, {'Lantern Bay to widen its quay'})


if __name__ == '__main__':
    sys.exit(tap.run([
        files_come_in_and_stay,
        the_report_names_what_failed,
        the_report_can_be_asked_for,
        the_own_library_is_the_default,
        pasted_text_comes_in,
    ]))

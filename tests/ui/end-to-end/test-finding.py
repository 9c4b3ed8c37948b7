"""Opens the sample and finds quotations in it by speaker, organisation and words."""
import os
import pathlib
import sys

import library
import tap
from driver import Program, wait_until

SPEAKER = 'Ottilie Marrack'
SHOWN = 80  # of long words, which the list cuts off
BODY = 'Coastal Freight Forum'


def the_sample_comes_in():
    """The sample comes in, and the list shows what the command line lists."""
    with Program('--sample') as quoth:
        n_files = len(list(library.SAMPLE.iterdir()))
        quoth.toast(f'{n_files} articles added')
        quotes = library.listed(pathlib.Path(os.environ['XDG_DATA_HOME']) / 'quoth' / 'sample.db')
        assert len(quotes) >= 60, len(quotes)
        quoth.wait('label', f'{len(quotes)} quotations')
        rows = quoth.wait_rows(len(quotes))
        for quote in quotes:
            words = quote['words'].replace('\n', ' ')[:SHOWN]
            assert any(words in row and (quote['speaker'] or '') in row for row in rows), quote


def label_of(box):
    return box.get_name().split(', ')[0]


def check(quoth, name):
    """Checks the filter called that; a person's box says its organisation too, after the name."""
    box = wait_until(lambda: next((box for box in quoth.find_all('check box', name) if name in label_of(box)), None),
                     f'a box of {name}')
    label = label_of(box)
    quoth.click(box)
    quoth.wait('push button', f'Remove filter: {label}')
    return label


def speakers_and_bodies_narrow_it_down():
    """A speaker, then an organisation as well; pills say so and take it back."""
    with library.sample_library() as path, Program('--library', path) as quoth:
        everything = library.listed(path)
        by_speaker = library.listed(path, '--speaker', SPEAKER)
        by_both = library.listed(path, '--speaker', SPEAKER, '--organisation', BODY)
        by_body = library.listed(path, '--organisation', BODY)
        assert 0 < len(by_both) < len(by_speaker) < len(everything)
        assert len(by_both) < len(by_body)
        quoth.wait_rows(len(everything))
        name = check(quoth, SPEAKER)
        for row in quoth.wait_rows(len(by_speaker)):
            assert SPEAKER in row, row
        quoth.wait('label', f'{len(by_speaker)} quotations')

        check(quoth, BODY)
        rows = quoth.wait_rows(len(by_both))
        for quote in by_both:
            assert any(quote['words'] in row for row in rows), quote
        for row in rows:
            assert SPEAKER in row and BODY in row, row
        tap.equal(sorted(quoth.pills()), sorted([f'Remove filter: {name}', f'Remove filter: {BODY}']))

        quoth.press(f'Remove filter: {name}')
        quoth.wait_rows(len(by_body))
        tap.equal(quoth.pills(), [f'Remove filter: {BODY}'])

        quoth.keys('ctrl+shift+l')
        quoth.wait_rows(len(everything))
        tap.equal(quoth.pills(), [])


def several_speakers_are_any_of_them():
    """Two speakers give what either said."""
    with library.library_of(quay=library.QUAY, pears=library.PEARS) as path, Program('--library', path) as quoth:
        quoth.wait_rows(4)
        check(quoth, 'Odile Farrant')
        quoth.wait_rows(2)
        check(quoth, 'Bram Tollett')
        rows = quoth.wait_rows(3)
        tap.equal(sum('Odile Farrant' in row for row in rows), 2)
        tap.equal(sum('Bram Tollett' in row for row in rows), 1)
        quoth.activate('win.clear-filters')
        quoth.wait_rows(4)


def typing_searches():
    """Typed words search quotations, names and titles; Escape gives all again."""
    with library.library_of(quay=library.QUAY, pears=library.PEARS) as path, Program('--library', path) as quoth:
        quoth.wait_rows(4)
        quoth.keys('ctrl+f')
        for words, n in [('trees', 1), ('farrant', 2), ('widen', 3), ('zeppelin', 0)]:
            quoth.keys('ctrl+a')
            quoth.keys(*words)
            quoth.wait('push button', f'Remove filter: “{words}”')
            if n > 0:
                quoth.wait_rows(n)
            else:
                quoth.wait('label', 'No quotation matches all the filters.')
                wait_until(lambda: not quoth.rows(), 'an empty list')
        quoth.keys('Escape')
        quoth.wait_rows(4)
        tap.equal(quoth.pills(), [])


if __name__ == '__main__':
    sys.exit(tap.run([
        the_sample_comes_in,
        speakers_and_bodies_narrow_it_down,
        several_speakers_are_any_of_them,
        typing_searches,
    ]))

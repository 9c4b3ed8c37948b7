"""Libraries and articles for the program to open, and what the command line says of them."""
import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

SAMPLE = pathlib.Path(os.environ['QUOTH_SAMPLE_DIR'])

QUAY = '''Lantern Bay to widen its quay

By Petra Vane

“The quay is too narrow for the new boats,” said Odile Farrant, the harbour master of Lantern Bay.

“We lost two ships to other ports last year,” Ms Farrant said.

“Nobody asked the fishermen,” said Bram Tollett, a skipper.
'''

PEARS = '''Orchard owners wait for rain

“The trees can stand another week,” said Idris Penhale, who grows pears above the bay.
'''


@contextlib.contextmanager
def folder(**articles):
    """A new folder with these articles as text files."""
    with tempfile.TemporaryDirectory() as path:
        for name, text in articles.items():
            (pathlib.Path(path) / f'{name}.txt').write_text(text, encoding='utf-8')
        yield pathlib.Path(path)


@contextlib.contextmanager
def library_of(**articles):
    """A new library's file with these articles in it."""
    with folder(**articles) as path:
        library = path / 'library.db'
        add(library, *sorted(path.glob('*.txt')))
        yield library


@contextlib.contextmanager
def sample_library():
    with folder() as path:
        add(path / 'library.db', SAMPLE)
        yield path / 'library.db'


def cli(*arguments):
    return subprocess.run([os.environ['QUOTH_CLI'], *map(str, arguments)], check=True, capture_output=True,
                          text=True).stdout


def add(library, *files):
    cli('import', '--library', library, *files)


def listed(library, *conditions):
    """The quotations that meet the conditions, as `quoth-cli list` has them."""
    output = cli('list', '--library', library, '--format', 'jsonl', *conditions)
    return [json.loads(line) for line in output.splitlines()]


def cited(library, quote, form, *options):
    return cli('cite', '--library', library, '--format', form, *options, quote['id']).rstrip('\n')

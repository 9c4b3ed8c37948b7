"""Opens addresses: a page becomes an article, a slow one is left, a bad address gets a message."""
import contextlib
import http.server
import subprocess
import sys
import threading

import library
import tap
from driver import Program, wait_until, xdotool

PAGE = '''<!doctype html><meta charset="utf-8"><title>Lamp is lit</title><meta property="og:site_name" content="Bay Online">
<article><h1>Lamp is lit</h1><p>“It shines as far as the island,” said Sable Orrick, who keeps the lamp.</p></article>'''


class Site(http.server.BaseHTTPRequestHandler):
    """One page, one that never comes, and none else"""

    def do_GET(self):
        if self.path == '/slow':
            self.server.asked.set()
            self.server.stopped.wait()
        elif self.path == '/lamp':
            body = PAGE.encode()
            self.send_response(200)
            self.send_header('Content-Type', 'text/html; charset=utf-8')
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            self.send_error(404)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def site():
    """A server on this machine; what it gives is the beginning of its addresses."""
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Site)
    server.daemon_threads = True
    server.asked, server.stopped = threading.Event(), threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server, f'http://127.0.0.1:{server.server_port}'
    finally:
        server.stopped.set()
        server.shutdown()
        server.server_close()


def open_dialog(quoth):
    """By keyboard; nothing on the clipboard is taken for an address."""
    subprocess.run(['xclip', '-i', '-selection', 'clipboard'], input='no address', text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    main = quoth.xids()[0]
    quoth.keys('ctrl+l')
    quoth.wait('label', 'Only this page is fetched')
    quoth.focus(other_than=main)


def enter(quoth, address):
    quoth.keys('ctrl+a')
    xdotool('type', address)
    quoth.keys('Return')


def a_page_becomes_an_article():
    """The page's quotation comes into the list, with the page's facts."""
    with library.folder() as folder, site() as (_, base), Program('--library', folder / 'library.db') as quoth:
        quoth.wait('label', 'Who Said What?')
        open_dialog(quoth)
        enter(quoth, f'{base}/lamp')
        quoth.wait_gone('label', 'Only this page is fetched')
        quoth.wait_rows(1)
        quoth.row('Sable Orrick')
        quote, = library.listed(folder / 'library.db')
        tap.equal((quote['title'], quote['publication']), ('Lamp is lit', 'Bay Online'))


def a_bad_address_gets_a_message():
    """The dialog stays with what was typed, says what is wrong, and takes another address."""
    with library.folder() as folder, site() as (_, base), Program('--library', folder / 'library.db') as quoth:
        quoth.wait('label', 'Who Said What?')
        open_dialog(quoth)
        for address, words in [('ftp://127.0.0.1/lamp', 'http'), (f'{base}/none', '404')]:
            enter(quoth, address)
            quoth.wait('alert', words)
            quoth.wait('label', 'Only this page is fetched')
        enter(quoth, f'{base}/lamp')
        quoth.wait_rows(1)


def a_slow_page_is_left():
    """Escape stops the fetching and closes the dialog; nothing has come in."""
    with library.folder(pears=library.PEARS) as folder, site() as (server, base):
        path = folder / 'library.db'
        library.add(path, folder / 'pears.txt')
        with Program('--library', path) as quoth:
            quoth.wait_rows(1)
            open_dialog(quoth)
            enter(quoth, f'{base}/slow')
            quoth.wait('label', 'Fetching the page')
            wait_until(server.asked.is_set, 'a request')
            quoth.keys('Escape')
            quoth.wait_gone('label', 'Only this page is fetched')
            quoth.focus()
            tap.equal(quoth.quit(), 0)
        tap.equal(len(library.listed(path)), 1)


if __name__ == '__main__':
    sys.exit(tap.run([a_page_becomes_an_article, a_bad_address_gets_a_message, a_slow_page_is_left]))

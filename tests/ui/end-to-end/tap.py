"""Runs the functions of a test one after the other, and says in TAP how each went."""
import traceback


class Skip(Exception):
    """Raised by a test with the reason for which it can't be run here."""


def run(tests):
    failed = 0
    print(f'1..{len(tests)}', flush=True)
    for number, test in enumerate(tests, 1):
        title = test.__doc__.strip().rstrip('.')
        try:
            test()
            print(f'ok {number} - {title}', flush=True)
        except Skip as reason:
            print(f'ok {number} - {title} # SKIP {reason}', flush=True)
        except Exception:
            failed += 1
            print(f'not ok {number} - {title}', flush=True)
            for line in traceback.format_exc().splitlines():
                print(f'# {line}', flush=True)
    return 1 if failed else 0


def equal(found, expected):
    assert found == expected, f'found {found!r}, expected {expected!r}'

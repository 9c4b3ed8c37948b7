"""usage: take.py FOLDER: opens the sample library, chooses a speaker and a quotation, and takes a picture of each scene."""
import os
import subprocess
import sys
import time

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SPEAKER = "Ottilie Marrack"
WORDS = "I knew we were being foolish"
FIRST_WORDS = "delighted and slightly alarmed"  # in view without a filter
MARGIN = 24
PATIENCE = 60

SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=0
gtk-cursor-blink=0
"""
WINDOW = """[io/github/quoth/Quoth]
window-width={width}
window-height={height}
"""

# Of each picture: what differs from the one that the README shows
SCENES = {
    "main": {},
    "dark": {"scheme": "prefer-dark"},
    "large-text": {"dpi": 144},
    "narrow": {"width": 360, "height": 720},
}


def walk(node):
    try:
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return
    for child in filter(None, children):
        yield child
        yield from walk(child)


def find_application():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and "quoth" in (application.get_name() or "").lower():
            return application
    return None


def find(condition):
    application = find_application()
    return next((node for node in walk(application) if condition(node)), None) if application else None


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            node = find(condition)
        except GLib.Error:  # a widget that went away while we looked
            node = None
        if node is not None:
            return node
        time.sleep(0.5)
    raise SystemExit(f"no {what} after {PATIENCE} seconds")


def named(words, role=None):
    return lambda node: words in (node.get_name() or "") and role in (None, node.get_role_name())


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def focus_window(program):
    window = run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid)).split()[0]
    run("xdotool", "windowactivate", "--sync", window)
    return window


def set_scene(scheme="default", dpi=96, width=1200, height=760):
    config = os.environ["XDG_CONFIG_HOME"]
    write(os.path.join(config, "gtk-4.0", "settings.ini"), SETTINGS)
    write(os.path.join(config, "glib-2.0", "settings", "keyfile"), WINDOW.format(width=width, height=height))
    os.environ["ADW_DEBUG_COLOR_SCHEME"] = scheme
    # as a desktop's large text does; a number of the same kind in settings.ini is not looked at
    run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", f"Xft.dpi:\t{dpi}\n")


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def import_sample():
    """Makes the sample library, so that no import and no notice of one is in the picture."""
    set_scene()
    program = subprocess.Popen([os.environ["QUOTH"], "--sample"])
    wait_for(named("articles added", "label"), "notice of the import")
    end(program)


def end(program):
    program.terminate()
    program.wait()
    limit = time.monotonic() + PATIENCE
    while find_application() is not None and time.monotonic() < limit:
        time.sleep(0.2)


def place_of(window):
    """Of the frame on the screen; the X window holds the frame's shadow too, a little more of it below than above."""
    frame = find(lambda node: node.get_role_name() == "frame").get_extents(Atspi.CoordType.WINDOW)
    outer = dict(line.split("=") for line in run("xdotool", "getwindowgeometry", "--shell", window).split())
    left = int(outer["X"]) + (int(outer["WIDTH"]) - frame.width) // 2
    top = int(outer["Y"]) + (int(outer["HEIGHT"]) - frame.height) // 2 - 6
    return left, top, frame.width, frame.height


def click(node, window):
    """By the mouse: check boxes and rows have no action."""
    left, top, _, _ = place_of(window)
    place = node.get_extents(Atspi.CoordType.WINDOW)
    run("xdotool", "mousemove", str(left + place.x + 10), str(top + place.y + place.height // 2))
    run("xdotool", "click", "1")
    run("xdotool", "mousemove", "1", "1")


def take(path, window):
    left, top, width, height = place_of(window)
    run("import", "-window", "root", "-crop", f"{width + 2 * MARGIN}x{height + 2 * MARGIN}"
        f"+{left - MARGIN}+{top - MARGIN}", "+repage", "-strip", "-define", "png:compression-level=9", path)


def show_quote(window, roomy):
    """Where there is room, the filters and the quotation are beside the list."""
    if roomy:
        click(wait_for(named(SPEAKER, "check box"), f"box of {SPEAKER}"), window)
        wait_for(named("Remove filter"), "pill of the filter")
    words = WORDS if roomy else FIRST_WORDS
    click(wait_for(named(words, "label"), f"row of “{words}”"), window)
    wait_for(named("In the Article"), "panel")


def take_scene(path, scene):
    set_scene(**scene)
    program = subprocess.Popen([os.environ["QUOTH"], "--sample"])
    try:
        wait_for(named(SPEAKER, "check box"), f"box of {SPEAKER}")
        window = focus_window(program)
        time.sleep(3)
        show_quote(window, roomy=not {"width", "dpi"} & scene.keys())
        time.sleep(1)
        take(path, window)
    finally:
        end(program)


def main(folder):
    import_sample()
    for name, scene in SCENES.items():
        take_scene(os.path.join(folder, f"{name}.png"), scene)


if __name__ == "__main__":
    main(sys.argv[1])

"""A terminal and an input method for test_input_method.py: xterm, and fcitx5 with pinyin, on a display of their own.

Everything is private: the display, the session bus, the home and the settings of the input method. What is started
here is ended here, each by its own process. What can be seen is what a writer sees: the cells xterm prints of itself,
the pixels of the screen, the place of the candidate window. What is in a draft is the test's business.
"""

import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import NamedTuple

PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "fcitx5": "fcitx5",
    "fcitx5-remote": "fcitx5",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "xterm": "xterm",
    "xwininfo": "x11-utils",
}

# The caret's colour: nothing else on the screen has it, so its cell can be read off the pixels.
CARET = "#ff0040"
WIDTH, HEIGHT = 1280, 720
# Between two keys, in milliseconds, and between two strokes of the hand, in seconds: faster than people, but not as
# one burst.
PACE = 12
HAND = 0.04
# Signs by their X names.
NAMES = {" ": "space", "\n": "Return", ",": "comma", ".": "period"}

BUS = """<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""
PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
[Groups/0/Items/1]
Name=pinyin
[GroupOrder]
0=Default
"""
# The small window that names the input method would be taken for the candidates. Shift pressed and let go turns pinyin
# off; on a busy machine the key between may slip past the input method, so that Shift+Tab would be taken for that.
SETTINGS = """[Hotkey]
AltTriggerKeys=
[Behavior]
ActiveByDefault=True
ShowInputMethodInformation=False
"""


class Failed(Exception):
    """What was wanted did not come."""


def missing():
    """The programs that are not here, with their packages."""
    return [f"{it} (package {package})" for it, package in PROGRAMS.items() if shutil.which(it) is None]


def wait(what, condition, seconds=20, tell=None):
    """Asks until the answer is true, and returns it."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failed(f"waited {seconds} s in vain for {what}" + (f"; {tell()}" if tell else ""))
        time.sleep(0.03)


class Rect(NamedTuple):
    """A rectangle of pixels, from the upper left corner of the screen."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self):
        return self.x + self.width

    @property
    def bottom(self):
        return self.y + self.height


class Desk:
    """An X server, a session bus and the input method. Leaving the `with` ends all of them."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.started, self.n_terminals = [], 0

    def __enter__(self):
        try:
            self.set_up()
        except BaseException:
            self.end_all()
            raise
        return self

    def __exit__(self, *_):
        self.end_all()

    def set_up(self):
        home, pixels = self.folder / "home", self.folder / "pixels"
        (home / ".config/fcitx5").mkdir(parents=True)
        (home / ".config/fcitx5/profile").write_text(PROFILE)
        (home / ".config/fcitx5/config").write_text(SETTINGS)
        pixels.mkdir()
        self.pixels = pixels / "Xvfb_screen0"
        self.env = {
            # The guide for newcomers would stand before the first screen.
            "POUXI_NO_GUIDE": "1",
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "LC_ALL": "C.UTF-8",
            "TZ": "Asia/Shanghai",
            "XMODIFIERS": "@im=fcitx",
        }

        number, told = os.pipe()
        options = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(pixels), "-nolisten", "tcp"]
        # Without -noreset the server begins anew whenever its last client has left: as xprop does below.
        self.start("Xvfb", *options, "-noreset", "-displayfd", str(told), pass_fds=(told,))
        os.close(told)
        with os.fdopen(number) as answer:
            display = answer.readline().strip()
        if not display:
            raise Failed(f"no X server: {self.log('Xvfb')}")
        self.env["DISPLAY"] = f":{display}"

        socket = self.folder / "bus"
        (self.folder / "bus.conf").write_text(BUS.format(socket=socket))
        self.start("dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--nopidfile")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
        wait("the session bus", socket.exists)

        self.start("fcitx5", "--disable=wayland,waylandim,kimpanel,notifications,cloudpinyin")
        wait("the input method", self.has_input_method, tell=lambda: self.log("fcitx5"))

    def has_input_method(self):
        # It offers itself before it listens: who comes between is not answered, and xterm waits for ever. It answers
        # the bus only when it listens.
        return "fcitx" in self.ask("xprop", "-root", "XIM_SERVERS") and self.ask("fcitx5-remote") != ""

    def start(self, program, *words, **more):
        with open(self.folder / f"{program}.log", "ab") as log:
            it = subprocess.Popen(
                [program, *words], env=self.env, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **more
            )
        self.started.append(it)
        return it

    def end_all(self):
        while self.started:
            end(self.started.pop())

    def log(self, program):
        return (self.folder / f"{program}.log").read_text(errors="replace").strip()[-2000:]

    def ask(self, *words):
        """What a program answers; nothing where it fails, or where nobody answers it."""
        quiet = {"env": self.env, "capture_output": True, "text": True, "stdin": subprocess.DEVNULL}
        try:
            it = subprocess.run(words, timeout=5, **quiet)
        except subprocess.TimeoutExpired:
            return ""
        return it.stdout.strip() if it.returncode == 0 else ""

    def tell(self, *words):
        """Has a program do something."""
        it = subprocess.run(words, env=self.env, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if it.returncode != 0:
            raise Failed(f"{' '.join(words)}: exit {it.returncode}: {it.stderr.strip()}")

    def versions(self):
        """What is tested with, in one line."""
        fcitx = self.ask("fcitx5", "--version") or "?"
        return f"fcitx5 {fcitx}, {self.ask('xterm', '-version')}, {self.ask('xdotool', 'version')}"

    def turn(self, on):
        """Switches pinyin on or off for the window that has the focus."""
        self.tell("fcitx5-remote", "-o" if on else "-c")
        self.wait_turned(on)

    def wait_turned(self, on):
        wanted = "2" if on else "1"
        wait(f"pinyin turned {'on' if on else 'off'}", lambda: self.ask("fcitx5-remote") == wanted)
        if on and self.ask("fcitx5-remote", "-n") != "pinyin":
            raise Failed(f"the input method has no pinyin (package fcitx5-pinyin): {self.log('fcitx5')}")

    def candidates(self):
        """Where the candidate window is; none while nothing is composed."""
        search = ["xdotool", "search", "--onlyvisible", "--classname", "^fcitx$", "getwindowgeometry", "--shell"]
        found = dict(it.split("=", 1) for it in self.ask(*search).splitlines() if "=" in it)
        if "HEIGHT" not in found or int(found["WIDTH"]) < 20:
            return None
        return Rect(*(int(found[it]) for it in ("X", "Y", "WIDTH", "HEIGHT")))

    def image(self, area):
        """The pixels of an area: rows of bytes, blue, green, red and nothing for each."""
        with open(self.pixels, "rb") as file:
            head = struct.unpack(">25I", file.read(100))
            start, stride = head[0] + 12 * head[19], head[12]
            rows = []
            for y in range(area.y, area.bottom):
                file.seek(start + y * stride + 4 * area.x)
                rows.append(file.read(4 * area.width))
        return rows


def end(process):
    """Ends one process of ours, by itself."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
    process.wait()


class Screen:
    """What xterm shows: one string a row, one character a cell; the second cell of a wide one is `HIDDEN`."""

    HIDDEN = "\uffff"

    def __init__(self, rows, caret):
        self.rows, self.caret = rows, caret

    def text(self):
        return "\n".join(it.replace(self.HIDDEN, "").rstrip() for it in self.rows)

    def around_caret(self):
        """The caret's row, with `▏` where the caret is."""
        column, row = self.caret
        cells = self.rows[row].ljust(column)
        return f"{cells[:column]}▏{cells[column:]}".replace(self.HIDDEN, "").strip()

    def __str__(self):
        return f"{self.text()}\n(caret at {self.caret})"


class Terminal:
    """One xterm with one program in it, focused, with pinyin on. Leaving the `with` ends it."""

    BORDER = 2

    def __init__(self, desk, command, size=(80, 24), at=(10, 10)):
        self.desk, self.columns, self.rows = desk, *size
        desk.n_terminals += 1
        name = f"terminal-{desk.n_terminals}"
        self.folder = desk.folder / name
        self.folder.mkdir()
        options = ["-name", name, "-geometry", f"{size[0]}x{size[1]}+{at[0]}+{at[1]}"]
        options += ["-b", str(self.BORDER), "-bw", "0", "+sb", "-sl", "0"]
        options += ["-fa", "DejaVu Sans Mono", "-fd", "Noto Sans CJK SC", "-fs", "12", "-cr", CARET]
        # By the mouse: a key would pass through the input method.
        options += ["-xrm", "*VT100.translations: #override <Btn3Down>: print-immediate()"]
        self.process = desk.start("xterm", *options, "-e", *command, cwd=self.folder)
        search = ["xdotool", "search", "--onlyvisible", "--classname", f"^{name}$"]
        self.window = wait("the window of xterm", lambda: desk.ask(*search), tell=lambda: desk.log("xterm"))
        hints = desk.ask("xprop", "-id", self.window, "WM_NORMAL_HINTS")
        self.cell = tuple(int(it) for it in re.search(r"resize increment: (\d+) by (\d+)", hints).groups())
        desk.tell("xdotool", "windowfocus", self.window)
        wait("the focus", lambda: desk.ask("xdotool", "getwindowfocus") == self.window)
        desk.tell("xdotool", "mousemove", str(at[0] + 1), str(at[1] + 1))
        desk.wait_turned(True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        end(self.process)
        self.desk.started.remove(self.process)

    def keys(self, *names):
        """Presses keys by their X names."""
        self.desk.tell("xdotool", "key", "--delay", str(PACE), *names)
        time.sleep(HAND)

    def type(self, letters):
        """Types letters, signs and line ends on the keyboard: through the input method."""
        # Not `xdotool type`: it changes the keyboard's table for a line end, in the middle of the typing.
        self.keys(*(NAMES.get(it, it) for it in letters))

    def area(self):
        """The cells of the window, without its borders."""
        told = self.desk.ask("xwininfo", "-id", self.window)
        names = ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")
        found = [re.search(rf"^ *{it}: +(\d+)", told, re.MULTILINE) for it in names]
        if not all(found):
            raise Failed(f"the window of xterm is gone: {self.desk.log('xterm')}")
        x, y, width, height = (int(it[1]) for it in found)
        return Rect(x + self.BORDER, y + self.BORDER, width - 2 * self.BORDER, height - 2 * self.BORDER)

    def caret(self):
        """The pixels of the caret's cell, read off the picture of the screen; none if there is no caret."""
        area = self.area()
        red, green, blue = (int(CARET[n : n + 2], 16) for n in (1, 3, 5))
        colour = bytes((blue, green, red))
        found = []
        for y, row in enumerate(self.desk.image(area)):
            at = row.find(colour)
            while at >= 0 and at % 4:
                at = row.find(colour, at + 1)
            if at >= 0:
                found.append((at // 4, y))
        if not found:
            return None
        column, row = min(x for x, _ in found) // self.cell[0], min(y for _, y in found) // self.cell[1]
        return Rect(area.x + column * self.cell[0], area.y + row * self.cell[1], *self.cell)

    def screen(self):
        """What is on the screen and where the caret is, both at one moment."""
        while True:
            before = self.caret()
            rows = self.print()
            if self.caret() == before:
                break
        area = self.area()
        cell = before and ((before.x - area.x) // self.cell[0], (before.y - area.y) // self.cell[1])
        return Screen(rows, cell)

    def print(self):
        """Has xterm print its cells into a file."""
        for old in self.folder.glob("XTerm*"):
            old.unlink()
        self.desk.tell("xdotool", "click", "3")

        def printed():
            for file in self.folder.glob("XTerm*"):
                text = file.read_text(errors="replace")
                if text.count("\n") == self.rows:
                    return text.split("\n")[:-1]
            return None

        return wait("xterm's print of its screen", printed, 5)

    def wait_for(self, text):
        """Waits until a text is on the screen."""
        last = []

        def shown():
            last[:] = [self.screen()]
            return text in last[0].text()

        wait(f"'{text}' on the screen", shown, tell=lambda: f"there is:\n{last[0]}")
        return last[0]

    def wait_for_caret(self, row):
        """Waits until this is the caret's row, with `▏` where the caret is."""
        return self.wait_for_row(repr(row), lambda it: it == row)

    def wait_for_caret_in(self, piece):
        """Waits until this is a piece of the caret's row, with `▏` where the caret is."""
        return self.wait_for_row(f"one with {piece!r}", lambda it: piece in it)

    def wait_for_row(self, what, fits):
        last = []

        def stands():
            last[:] = [self.screen()]
            return last[0].caret and fits(last[0].around_caret())

        wait(f"the caret's row to be {what}", stands, tell=lambda: f"there is:\n{last[0]}")
        return last[0]

    def compose(self, letters):
        """Types letters and waits until the candidates stand beside the caret. Returns both places."""
        self.type(letters)
        return self.wait_beside()

    def wait_beside(self):
        """Waits until the candidate window stands beside the caret's cell, and returns both."""
        last = []

        def beside():
            last[:] = [self.caret(), self.desk.candidates()]
            return all(last) and self.is_beside(*last)

        wait("the candidates beside the caret", beside, tell=lambda: f"caret {last[0]}, candidates {last[1]}")
        return last

    def is_beside(self, caret, candidates):
        """Whether the window begins at the caret's column or as near as the screen's edge lets it, at most two rows
        above or below, and leaves the caret's cell free."""
        width, height = self.cell
        below, above = candidates.y - caret.bottom, caret.y - candidates.bottom
        is_near = 0 <= below <= 2 * height or 0 <= above <= 2 * height
        at_edge = candidates.right >= WIDTH - 1 and candidates.x <= caret.x
        return is_near and (abs(candidates.x - caret.x) <= width or at_edge)

    def composed(self):
        """Waits until nothing is composed any more."""
        wait("the end of composing", lambda: self.desk.candidates() is None)

    def resize(self, columns, rows):
        width, height = (2 * self.BORDER + n * by for n, by in zip((columns, rows), self.cell))
        self.columns, self.rows = columns, rows
        self.desk.tell("xdotool", "windowsize", self.window, str(width), str(height))

        def resized():
            area = self.area()
            return (area.width, area.height) == (columns * self.cell[0], rows * self.cell[1])

        wait(f"the window at {columns}x{rows}", resized)


def save_png(path, rows):
    """Writes pixels as a PNG, with a palette where 256 colours are enough."""
    width, height = len(rows[0]) // 4, len(rows)
    palette = {}
    body = bytearray()
    for row in rows:
        body.append(0)
        for at in range(0, len(row), 4):
            body.append(palette.setdefault(row[at : at + 3], len(palette)) & 255)
    if len(palette) > 256:
        body = b"".join(b"\0" + bytes(b for at in range(0, len(it), 4) for b in it[at + 2 :: -1][:3]) for it in rows)
    kind = 3 if len(palette) <= 256 else 2
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))]
    if kind == 3:
        chunks.append((b"PLTE", b"".join(it[::-1] for it in palette)))
    chunks += [(b"IDAT", zlib.compress(bytes(body), 9)), (b"IEND", b"")]
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for name, data in chunks:
            file.write(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)))


def stop_tidily():
    """Makes a signal that ends the test an exception, so that everything started is ended too."""
    for it in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(it, lambda number, _: sys.exit(128 + number))

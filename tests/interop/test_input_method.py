"""Pinyin typed into the wizard through a real input method arrives whole, where the caret is, and nothing else is lost.

fcitx5 with pinyin at an xterm, driven key by key; see input_method.py. Held against each other at every place: the
cells xterm prints of itself, the caret read off the pixels, the place of the candidate window, and the draft as
`pouxi show` reads it from the disk. Pictures of the candidates beside the caret go to the folder named in PICTURES
(docs/input-methods.md shows them), else to the test's own.

The keyboard is faster than a writer. Behind a key that the input method passes on (Enter, arrows, digits) the test
waits for what it does: letters that follow within milliseconds slip past the input method in the X libraries.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from input_method import HEIGHT, WIDTH, Desk, Failed, Rect, Terminal, missing, save_png, stop_tidily, wait

ROOT = Path(__file__).resolve().parent.parent.parent
POUXI = os.environ.get("POUXI") or str(ROOT / "target/debug/pouxi")
# Longer than the pause by which the wizard tells a wanted Enter from a held one.
DELIBERATE = 0.25
# Keeps the bytes of the keys as they come.
READER = """import os, sys, tty
tty.setraw(0)
print("ready", end="", flush=True)
with open(sys.argv[1], "ab", buffering=0) as kept:
    while True:
        kept.write(os.read(0, 4096))
"""
# What README calls the keys, by their X names.
KEYS = {
    "Enter": "Return", "Esc": "Escape", "PgUp": "Prior", "PgDn": "Next", "Backspace": "BackSpace",
    "←": "Left", "→": "Right", "↑": "Up", "↓": "Down", "_": "underscore",
}  # fmt: skip


def expect(what, wanted, found):
    if wanted != found:
        raise Failed(f"{what}: wanted {wanted!r}, found {found!r}")


class Writer:
    """Someone who writes a report at a terminal; `text` is what they know to have written in the opening."""

    def __init__(self, desk, folder):
        self.desk, self.folder, self.home = desk, folder, folder / "drafts"
        self.pictures = Path(os.environ.get("PICTURES") or folder)
        self.text = ""

    def wizard(self, *words):
        return [POUXI, "--home", str(self.home), "--lang", "zh", *words]

    def sit_down(self, command, **where):
        self.terminal = Terminal(self.desk, command, **where)
        return self.terminal

    def draft(self):
        """The draft as it stands on the disk."""
        it = subprocess.run(self.wizard("show", "last", "--json"), capture_output=True, stdin=subprocess.DEVNULL)
        if it.returncode != 0:
            raise Failed(f"pouxi show: exit {it.returncode}: {it.stderr.decode()}")
        return json.loads(it.stdout)["draft"]

    def problem(self):
        return self.draft()["dimensions"][0]["problems"][0]

    def detail(self):
        return self.problem()["body"][0]["text"]

    def wait_stored(self):
        """Waits until the opening of the stored draft is what was written."""
        last = []

        def holds():
            last[:] = [self.draft()["sections"][0]["text"]]
            return last[0] == self.text

        wait("the words in the draft", holds, tell=lambda: f"wanted {self.text!r}, stored is {last[0]!r}")

    def journal(self):
        """What the journal has recorded."""
        files = sorted(self.home.glob("drafts/*/journal-*.jsonl"))
        lines = [line for it in files for line in it.read_bytes().splitlines()]
        return [json.loads(it.split(b" ", 1)[1]) for it in lines]

    def commit(self, pinyin, picture=None):
        """Composes a word, sees the candidates beside the caret and takes the first one by a blank."""
        self.terminal.compose(pinyin)
        if picture:
            self.take(picture)
        self.terminal.keys("space")
        self.terminal.composed()

    def write(self, pinyin, row, picture=None):
        """Commits a word and finds the caret behind it, as `▏` in its row."""
        self.commit(pinyin, picture)
        return self.terminal.wait_for_caret(row)

    def enter(self):
        """Presses Enter as a writer does: not in the same breath as the word before."""
        time.sleep(DELIBERATE)
        self.terminal.keys("Return")

    def take(self, name):
        """A picture of the caret and the candidates: some rows, as wide as the terminal."""
        area, height = self.terminal.area(), self.terminal.cell[1]
        self.still(Rect(0, 0, WIDTH, HEIGHT))
        caret, candidates = self.terminal.wait_beside()
        top = max(min(caret.y, candidates.y) - 2 * height, 0)
        bottom = min(area.y + -(-(max(caret.bottom, candidates.bottom) - area.y) // height) * height, HEIGHT)
        right = max(area.right, candidates.right)
        view = Rect(area.x, top, right - area.x, bottom - top)
        save_png(self.pictures / f"input-method-{name}.png", self.desk.image(view))

    def still(self, area):
        """Waits until an area of the screen has stopped changing."""
        since, before = time.monotonic(), None
        while time.monotonic() - since < 0.2:
            now = self.desk.image(area)
            if now != before:
                since, before = time.monotonic(), now
            time.sleep(0.03)


# ---- What is tried, in the order of writing a report.


def choosing(writer):
    """Digits, Tab, arrows, Enter and Esc work in lists; a word composed there goes nowhere; one for the name stays."""
    terminal = writer.terminal
    terminal.wait_for("> 1 新写一份")
    for key, line in (("Down", 2), ("Up", 1), ("Tab", 2), ("shift+Tab", 1), ("End", 5), ("Home", 1)):
        terminal.keys(key)
        terminal.wait_for(f"> {line} ")
    terminal.keys("1")
    terminal.wait_for("> 1 2025年度民主生活会")
    terminal.keys("Escape")
    terminal.wait_for("> 1 新写一份")
    terminal.keys("Return")
    terminal.wait_for("> 1 2025年度民主生活会")

    terminal.type("xuexi")
    wait("candidates over a list", writer.desk.candidates)
    terminal.keys("space")
    terminal.composed()
    terminal.wait_for("请用上下键")
    terminal.keys("1")
    terminal.wait_for("哪一年")
    terminal.keys("Return")
    terminal.wait_for("单位、职务和姓名")
    writer.write("dangyuan", "党员▏")
    terminal.keys("Return")
    terminal.wait_for("> 开头")
    terminal.wait_for_caret("▏")
    expect("the line under the title", "党员", writer.draft()["bylines"][0]["text"])


def first_words(writer):
    """A commit is one change; a digit takes another candidate; signs come in Chinese; digits come as digits."""
    terminal = writer.terminal
    before = len(writer.journal())
    writer.write("lilunxuexi", "理论学习▏")
    changes = [it["change"]["edits"] for it in writer.journal()[before:] if "change" in it]
    expect("changes of one commit", [["理论学习"]], [[it["inserted"] for it in edits] for edits in changes])

    terminal.keys("comma")
    terminal.wait_for_caret("理论学习，▏")
    # A word that is not used again: the input method learns from what was taken.
    terminal.compose("sixiang")
    terminal.keys("2")
    terminal.composed()
    row = terminal.wait_for_row("longer by two", lambda it: len(it) == len("理论学习，思想▏")).around_caret()
    if not re.fullmatch("理论学习，[\u4e00-\u9fff]{2}▏", row) or "思想" in row:
        raise Failed(f"the second candidate of sixiang: {row}")
    text = row.removesuffix("▏")
    for digit in "2025":
        text += digit
        terminal.keys(digit)
        terminal.wait_for_caret(f"{text}▏")
    terminal.keys("apostrophe")
    terminal.wait_for_caret(f"{text}‘▏")
    writer.write("wenti", f"{text}‘问题▏")
    terminal.keys("apostrophe")
    terminal.wait_for_caret(f"{text}‘问题’▏")
    writer.text = f"{text}‘问题’"
    writer.wait_stored()


def in_the_middle(writer):
    """In the middle of a text the word goes in at the caret."""
    terminal, rest = writer.terminal, writer.text.removeprefix("理论")
    terminal.keys("Home")
    terminal.wait_for_caret(f"▏理论{rest}")
    terminal.keys("Right", "Right")
    terminal.wait_for_caret(f"理论▏{rest}")
    writer.write("zhengzhi", f"理论政治▏{rest}", "middle")
    writer.text = f"理论政治{rest}"
    writer.wait_stored()


def a_pause(writer):
    """A pause with half a word composed: the journal goes to the disk, and not a byte to the terminal."""
    terminal = writer.terminal
    row = terminal.screen().around_caret()

    def sent():
        """Bytes written by the program, but for those in the journal."""
        kept = sum(it.stat().st_size for it in writer.home.glob("drafts/*/journal-*.jsonl"))
        return int(re.search(r"wchar: (\d+)", Path(f"/proc/{program}/io").read_text())[1]) - kept

    program = Path(f"/proc/{terminal.process.pid}/task/{terminal.process.pid}/children").read_text().split()[0]
    for _ in range(10):
        caret = terminal.compose("wenti")[0]
        # Takes the word and begins the next one.
        terminal.type(" xuexi")
        wait("the caret behind the word", lambda: terminal.caret() not in (None, caret))
        before = sent()
        was_in_time = "change" in writer.journal()[-1]
        terminal.wait_beside()
        wait("the note of the caret behind a pause", lambda: "change" not in writer.journal()[-1])
        # What does not come cannot be waited for.
        time.sleep(0.3)
        found = sent() - before
        terminal.keys("Escape")
        terminal.composed()
        terminal.wait_for_caret(row.replace("▏", "问题▏"))
        terminal.keys("BackSpace", "BackSpace")
        terminal.wait_for_caret(row)
        if was_in_time:
            expect("bytes to the terminal in a pause", 0, found)
            return
    print("a_pause: the machine is too slow to look before the pause is over")


def keys_while_composing(writer):
    """While a word is composed its keys are the input method's: none reaches text, caret or menu."""
    terminal = writer.terminal
    before = str(terminal.screen())
    for key in ("Tab", "shift+Tab", "Left", "Right", "Up", "Down", "Home", "End", "Prior", "Next", "BackSpace", "Delete", "Escape"):
        terminal.compose("lilun")
        terminal.keys(key)
        if key != "Escape":
            terminal.keys("Escape")
        terminal.composed()
        expect(f"the screen after {key} into a half word", before, str(terminal.screen()))
    # Enter leaves the letters as they are, and makes no line.
    row = terminal.screen().around_caret()
    terminal.compose("lilun")
    terminal.keys("Return")
    terminal.composed()
    terminal.wait_for_caret(row.replace("▏", "lilun▏"))
    for _ in "lilun":
        terminal.keys("BackSpace")
    terminal.wait_for_caret(row)
    writer.wait_stored()


def at_a_rows_end(writer):
    """The candidates stand at the row's last cells; the word goes on in the next row."""
    terminal = writer.terminal
    terminal.keys("ctrl+End")
    terminal.wait_for_caret(f"{writer.text}▏")
    writer.enter()
    terminal.wait_for_caret("▏")
    # Only words: nothing here is passed on by the input method, so they may follow each other at once.
    terminal.type("lilunxuexi " * 9)
    terminal.wait_for_caret("理论学习" * 9 + "▏")
    before = writer.write("xue", "理论学习" * 9 + "学▏").caret
    expect("the caret at the row's end", 3 + 2 * 37, before[0])
    writer.commit("gongzuo", "row-end")
    writer.text += "\n" + "理论学习" * 9 + "学工作"
    writer.wait_stored()
    screen = terminal.wait_for_row("the next", lambda it: it.endswith("工作▏") and len(it) < 10)
    expect("the caret's row", before[1] + 1, screen.caret[1])
    last = writer.text.split("\n")[-1]
    if last not in screen.text().replace("\n   ", ""):
        raise Failed(f"the paragraph is not on the screen: {screen}")


def on_the_last_row(writer):
    """On the last row the open text has on the screen, and where it scrolls."""
    terminal = writer.terminal
    rows = []
    while len(rows) < 3 or rows[-1] != rows[-3]:
        writer.enter()
        rows.append(terminal.wait_for_caret("▏").caret[1])
        rows.append(writer.write("wenti", "问题▏").caret[1])
        writer.text += "\n问题"
        if len(rows) > 40:
            raise Failed(f"the open text never scrolls: {rows}")
    writer.write("gongzuo", "问题工作▏", "last-row")
    writer.text += "工作"
    writer.wait_stored()


def while_the_window_changes(writer):
    """A word begun before the window changed is committed after it; the caret is right at every size."""
    terminal = writer.terminal
    before = terminal.compose("lilunxuexi")[0]
    terminal.resize(60, 20)
    wait("the caret on a higher row", lambda: (terminal.caret() or before).y < before.y)
    terminal.wait_beside()
    writer.take("resize")
    terminal.keys("space")
    terminal.wait_for_caret("问题工作理论学习▏")
    writer.text += "理论学习"
    row = "问题工作理论学习"
    for size in ((40, 12), (30, 4), (120, 30), (80, 24)):
        terminal.resize(*size)
        terminal.wait_for_caret_in(f"{row}▏")
        writer.commit("wenti")
        row += "问题"
        # In the narrow window the row breaks: then the caret is behind the end of it.
        terminal.wait_for_row("behind the word", lambda it: it.endswith("问题▏") or it.endswith("题▏"))
        writer.text += "问题"
        writer.wait_stored()


def a_headline(writer):
    """A one-line text; Enter goes on, Shift+Tab and Tab go back and forth, and each caret is where it was."""
    terminal = writer.terminal
    terminal.keys("Escape")
    terminal.wait_for("> 1 继续写")
    terminal.keys("2")
    terminal.wait_for("> 2 开头")
    terminal.keys("Down")
    terminal.wait_for("> 3 一、")
    terminal.keys("4")
    terminal.wait_for("> 问题 ")
    terminal.wait_for_caret("▏")
    writer.write("lilunxuexi", "理论学习▏")
    writer.write("wenti", "理论学习问题▏")
    terminal.keys("Left", "Left")
    terminal.wait_for_caret("理论学习▏问题")
    writer.enter()
    terminal.wait_for("> 表现 ")
    terminal.wait_for_caret("▏")
    writer.write("gongzuo", "工作▏")
    terminal.keys("shift+Tab")
    terminal.wait_for("> 问题 ")
    terminal.wait_for_caret("理论学习▏问题")
    writer.write("zhengzhi", "理论学习政治▏问题")
    terminal.keys("Tab")
    terminal.wait_for("> 表现 ")
    terminal.wait_for_caret("工作▏")
    terminal.keys("ctrl+z")
    terminal.wait_for_caret("理论学习▏问题")
    terminal.keys("ctrl+y")
    terminal.wait_for_caret("理论学习政治▏问题")
    terminal.keys("Tab")
    terminal.wait_for_caret("工作▏")


def leaving(writer):
    """By menu and digit; what was written is in the draft."""
    terminal = writer.terminal
    terminal.keys("Escape")
    terminal.wait_for("> 1 继续写")
    terminal.keys("9")
    wait("the end of the wizard", lambda: terminal.process.poll() is not None)
    expect("the headline", "理论学习政治问题", writer.problem()["headline"])
    expect("the detail", "工作", writer.detail())
    writer.wait_stored()


def at_the_screens_bottom(writer):
    """On the last row of a window at the bottom edge of the screen: there is no room below, so they stand above."""
    # In a window of two rows the program would begin line by line: it gets so small behind the start.
    size = (60, 6)
    with writer.sit_down(writer.wizard("resume", "last"), size=size, at=(10, HEIGHT - 2 * 20 - 2 * Terminal.BORDER)):
        terminal = writer.terminal
        terminal.wait_for("工作")
        terminal.resize(60, 2)
        terminal.wait_for_caret("工作▏")
        writer.write("lilunxuexi", "工作理论学习▏")
        expect("the caret's row", 0, terminal.screen().caret[1])
        writer.enter()
        terminal.wait_for_caret("▏")
        screen = writer.write("wenti", "问题▏", "bottom")
        expect("the caret's row", 1, screen.caret[1])
        expect("the detail", "工作理论学习\n问题", writer.detail())


def inside_tmux(writer):
    """The same in tmux, which draws the screen once more and places the caret by itself."""
    writer.desk.env["TMUX_TMPDIR"] = str(writer.folder)
    tmux = ["tmux", "-L", "input-method", "-f", "/dev/null", "-u"]
    try:
        with writer.sit_down([*tmux, "new-session", *writer.wizard("resume", "last")]):
            terminal = writer.terminal
            terminal.wait_for_caret("问题▏")
            writer.write("lilunxuexi", "问题理论学习▏")
            terminal.keys("Left", "Left")
            terminal.wait_for_caret("问题理论▏学习")
            writer.write("zhengzhi", "问题理论政治▏学习")
            expect("the detail", "工作理论学习\n问题理论政治学习", writer.detail())
            terminal.keys("Escape")
            terminal.wait_for("> 1 继续写")
            terminal.keys("9")
            wait("the end of tmux", lambda: terminal.process.poll() is not None)
    finally:
        writer.desk.ask(*tmux, "kill-server")


def every_key(writer):
    """With pinyin on and nothing composed, every key of README's table sends what it sends with pinyin off."""
    table = (ROOT / "README.md").read_text().split("## 按键")[1].split("\n## ")[0]
    names = [it for it in re.findall(r"^\| (\S+) \|", table, re.MULTILINE) if it != "---"]
    if len(names) < 20:
        raise Failed(f"README's table of keys is not where it was: {names}")
    keys = []
    for name in [*names, *"123456789"]:
        *held, key = name.split("+")
        key = KEYS.get(key) or (key.lower() if held and len(key) == 1 else key)
        keys.append("+".join([*(it.lower() for it in held), key]))

    kept = writer.folder / "keys"

    def bytes_of(key):
        kept.write_bytes(b"")
        terminal.keys(key)
        try:
            return wait(key, kept.read_bytes, 3)
        except Failed:
            return b""

    with writer.sit_down([sys.executable, "-c", READER, str(kept)]) as terminal:
        terminal.wait_for("ready")
        on = {it: bytes_of(it) for it in keys}
        writer.desk.turn(False)
        off = {it: bytes_of(it) for it in keys}
    changed = [f"{it}: {on[it]!r} with pinyin on, {off[it]!r} off" for it in keys if on[it] != off[it] or not on[it]]
    if changed:
        raise Failed(f"keys that do not arrive as they are: {'; '.join(changed)}")


def main():
    absent = missing()
    if absent:
        sys.exit(f"missing: {', '.join(absent)}; tests/interop/install installs them")
    if not os.access(POUXI, os.X_OK):
        sys.exit(f"there is no program at {POUXI}: build it, or name it in POUXI")
    stop_tidily()
    with tempfile.TemporaryDirectory(dir=os.environ.get("INTEROP_DIR")) as name, Desk(Path(name)) as desk:
        print(desk.versions())
        writer = Writer(desk, Path(name))

        def go(*stages):
            for it in stages:
                started = time.monotonic()
                try:
                    it(writer)
                except Failed:
                    print(f"in {it.__name__}: {it.__doc__}", flush=True)
                    raise
                print(f"{it.__name__:24} {time.monotonic() - started:5.1f} s", flush=True)

        with writer.sit_down(writer.wizard()):
            go(choosing, first_words, in_the_middle, a_pause, keys_while_composing)
            go(at_a_rows_end, on_the_last_row, while_the_window_changes, a_headline, leaving)
        go(at_the_screens_bottom, inside_tmux, every_key)


if __name__ == "__main__":
    try:
        main()
    except Failed as it:
        sys.exit(f"failed: {it}")

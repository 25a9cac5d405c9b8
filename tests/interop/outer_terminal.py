"""Stands for the terminal around tmux: attaches a client in a pty and keeps every byte tmux sends out.

    outer_terminal.py SOCKET TERM FILE

Runs until it is ended or tmux goes away. It answers nothing: what a terminal is told, not what it says, is of
interest here.
"""

import fcntl
import os
import pty
import struct
import sys
import termios

socket, term, out = sys.argv[1:4]
child, master = pty.fork()
if child == 0:
    os.environ["TERM"] = term
    os.environ.pop("TMUX", None)
    os.execvp("tmux", ["tmux", "-L", socket, "-f", "/dev/null", "-u", "attach"])
fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
with open(out, "wb", buffering=0) as kept:
    while True:
        try:
            some = os.read(master, 65536)
        except OSError:
            break
        if not some:
            break
        kept.write(some)

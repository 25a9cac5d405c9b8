#!/usr/bin/env python3
"""Measure terminal programs in a pty, alternating between them so that noise is shared.

  ptybench.py start  -p vim -p nano -n 20                cold start to first frame
  ptybench.py keys   -p vim -p nano -n 200 --fill 0,5000 key latency, CPU, bytes, idle, memory
  ptybench.py paste  -p vim -p nano -n 5 --chars 20000   time until a paste is shown
  ptybench.py hangup -p vim -p nano                      what is left when the terminal is closed
  ptybench.py show   -p vim                              the screen after set-up (check a recipe)

A program is a recipe of peers.toml (-p NAME), or given whole:
  --cmd 'NAME=prog {file}' with --setup 'NAME=keys' and --ready 'NAME=regex'.
The first program given is what the ratios compare with.  --json FILE keeps every sample.

Times are from write() on the terminal's side (or from just before execve) to read():
  first   first byte that came back          echo   the typed character is in the stream
  shown   it is on the screen                last   last byte before the output went quiet
CPU us/key is the processor time that one key cost: other work on the machine, which
spoils p95 and p99 of the times, hardly touches it.  Ratios are of medians.  Rows of `cat` are the floor: the kernel's pty and this bench.
"""
import argparse
import gc
import json
import os
import random
import shlex
import signal
import statistics
import sys
import tempfile
import time

import zhgen
from ptydrive import Peer, load_peers, raise_priority

HERE = os.path.dirname(os.path.abspath(__file__))
CJK_KEYS = "我你她春夏秋冬梅兰竹菊龙虎豹鲸鹰麦稻粟茶"
ASCII_KEYS = "qzxjkvbwQZXJKVBW"
PASTE_END = "粘贴完毕"
WORK = tempfile.TemporaryDirectory(prefix="ptybench-")


def pct(values, p):
    values = sorted(values)
    if not values:
        return float("nan")
    return values[min(len(values) - 1, max(0, round(p / 100 * len(values) + 0.5) - 1))]


def table(head, rows):
    cells = [head] + [[c if isinstance(c, str) else f"{c:.4g}" for c in r] for r in rows]
    print("| " + " | ".join(cells[0]) + " |")
    print("|" + "|".join(["---"] + ["---:"] * (len(head) - 1)) + "|")
    for row in cells[1:]:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


def make_file(peer, chars, one_line=False, seed=1):
    """A document of so many chars in the form that the program reads."""
    text = zhgen.prose(chars, seed)
    if one_line:
        text = text.replace("\n", "。")
    if "doc" in peer.recipe:
        text = peer.recipe["doc"].replace("{json}", json.dumps(text, ensure_ascii=False))
    fd, path = tempfile.mkstemp(suffix=".txt", prefix="ptydoc-", dir=WORK.name)
    with os.fdopen(fd, "w", encoding="utf-8") as f:
        f.write(text)
    return path


def ratio_column(rows, column, ref):
    base = next(r[column] for r in rows if r[0] == ref)
    return [row + [row[column] / base if base else float("nan")] for row in rows]


def open_ready(peer, fill, a, **more):
    home = tempfile.mkdtemp(prefix="home-", dir=WORK.name)
    sess = peer.spawn(make_file(peer, fill, a.one_line), a.cols, a.rows, home, **more)
    frame = sess.first_frame(peer.recipe.get("ready"), limit_s=a.limit)
    return sess, frame


def bench_start(peers, a):
    samples = {p.name: [] for p in peers}
    for rep in range(a.n + 1):                 # the first round warms the page cache
        for peer in random.sample(peers, len(peers)):
            sess, frame = open_ready(peer, a.fills[0], a)
            frame["peak_kib"] = sess.usage()["peak_kib"]
            sess.close()
            if rep:
                samples[peer.name].append(frame)
    rows = []
    for peer in peers:
        good = [s for s in samples[peer.name] if s["ok"]]
        ms = {k: [s[k] / 1e6 for s in good] for k in ("first", "ready", "last")}
        if not good:
            rows.append([peer.name] + [float("nan")] * 8)
            continue
        med = statistics.median
        rows.append([peer.name, med(ms["first"]), med(ms["ready"]), pct(ms["ready"], 95),
                     med(ms["last"]), med([s["term"] / 1e6 for s in good]),
                     med([s["bytes"] for s in good]), med([s["peak_kib"] / 1024 for s in good]),
                     f"{len(good)}/{len(samples[peer.name])}"])
    print(f"start, document of {a.fills[0]} chars, {a.n} starts each, {a.cols}x{a.rows}; ms from exec")
    table(["program", "first byte p50", "ready p50", "ready p95", "last byte p50",
           "of it spent answering", "bytes", "peak MiB", "ok", "ready ratio"],
          ratio_column(rows, 2, peers[0].name))
    return samples


def bench_keys(peers, a):
    everything = {}
    for fill in a.fills:
        rng = random.Random(7)
        live, samples, usage, idle = {}, {}, {}, {}
        for peer in peers:
            if peer.recipe.get("fill") == "no" and fill:
                continue
            sess, frame = open_ready(peer, fill, a)
            if not frame["ok"]:
                print(f"{peer.name}: no first frame", file=sys.stderr)
                sess.close()
                continue
            peer.setup(sess, a.at)
            live[peer], samples[peer.name] = sess, []
        time.sleep(1)
        for i in range(-5, a.n):               # five keys to warm up
            if i == 0:
                for peer, sess in live.items():
                    usage[peer.name] = sess.usage()
            ch = rng.choice(ASCII_KEYS if a.keys == "ascii" or (a.keys == "mixed" and i % 2)
                            else CJK_KEYS)
            for peer in random.sample(list(live), len(live)):
                time.sleep(random.uniform(0, 0.02))     # never in step with a program's timer
                cpu = live[peer].cpu_ns()
                got = live[peer].key(ch.encode(), ch, a.quiet, a.limit)
                got.update(key=ch, cpu=live[peer].cpu_ns() - cpu)
                if i >= 0:
                    samples[peer.name].append(got)
                if i % a.every_line == a.every_line - 1:
                    stay = a.one_line or peer.recipe.get("form")   # Enter would send a form off
                    live[peer].send(b"\x7f" * a.every_line if stay else b"\r")
                    live[peer].collect(a.quiet, 1)
                if live[peer].eof or not any(s["ok"] for s in samples[peer.name][-6:] or [got]):
                    print(f"{peer.name}: ended or shows no keys, dropped at key {i}", file=sys.stderr)
                    print(live[peer].screen.text(), file=sys.stderr)
                    live.pop(peer).close()
        for peer, sess in live.items():
            new, old = sess.usage(), usage[peer.name]
            usage[peer.name] = {"cpu_us": (new["cpu_ns"] - old["cpu_ns"]) / 1e3 / a.n,
                                "peak": new["peak_kib"] / 1024, "rss": new["rss_kib"] / 1024}
        time.sleep(a.settle)
        for peer, sess in live.items():
            sess.mark()
            idle[peer.name] = (sess.usage(), sess.bytes_out)
        t_end = time.monotonic() + a.idle
        while time.monotonic() < t_end:
            for sess in live.values():
                sess.pump(0.05 / len(live))
        rows = []
        for peer, sess in live.items():
            old, old_bytes = idle[peer.name]
            new = sess.usage()
            usage[peer.name].update(
                idle_cpu=(new["cpu_ns"] - old["cpu_ns"]) / 1e9 / a.idle * 100,
                idle_switches=(new["switches"] - old["switches"]) / a.idle,
                idle_bytes=(sess.bytes_out - old_bytes) / a.idle)
            sess.close()
            good = [s for s in samples[peer.name] if s["ok"] and "echo" in s]
            u = usage[peer.name]
            echo = [s["echo"] / 1e6 for s in good]
            last = [s["last"] / 1e6 for s in good]
            cpu = [s["cpu"] / 1e3 for s in good]
            shown = [s["shown"] / 1e6 for s in good if s.get("shown") is not None]
            rows.append([peer.name, pct(echo, 50), pct(echo, 95), pct(echo, 99), pct(echo, 100),
                         pct(shown, 50), pct(last, 50), pct(last, 99),
                         statistics.median(s["bytes"] for s in samples[peer.name]),
                         pct(cpu, 50), pct(cpu, 99), u["peak"], u["idle_cpu"], u["idle_switches"],
                         u["idle_bytes"], f"{len(good)}/{len(shown)}/{len(samples[peer.name])}"])
        shape = " in one line" if a.one_line else ""
        print(f"keys at the {a.at} of a document of {fill} chars{shape}, {a.n} {a.keys} keys each, "
              f"{a.cols}x{a.rows}; ms from write")
        table(["program", "echo p50", "p95", "p99", "max", "shown p50", "last p50", "last p99",
               "bytes/key", "CPU us/key p50", "CPU us/key p99", "peak MiB", "idle CPU %", "idle switches/s",
               "idle bytes/s", "echoed/shown/typed", "echo ratio"],
              ratio_column(rows, 1, rows[0][0]))
        everything[fill] = {"samples": samples, "usage": usage}
    return everything


def bench_paste(peers, a):
    samples = {p.name: [] for p in peers}
    text = zhgen.prose(a.chars - len(PASTE_END), 3) + PASTE_END
    for _ in range(a.n):
        for peer in random.sample(peers, len(peers)):
            how = peer.recipe.get("paste", "bracketed")
            if how == "no":
                continue
            body = text.replace("\n", "") if peer.recipe.get("fill") == "no" else text
            sess, frame = open_ready(peer, 0, a)
            if frame["ok"]:
                peer.setup(sess)
                bracketed = how == "bracketed" and "2004" in sess.screen.modes
                got = sess.paste(body, PASTE_END, bracketed, limit_s=a.limit)
                got["bracketed"] = bracketed
                samples[peer.name].append(got)
            sess.close()
    rows = []
    for peer in peers:
        good = [s for s in samples[peer.name] if s["ok"]]
        if samples[peer.name]:
            shown = [s["shown"] / 1e6 for s in good]
            rows.append([peer.name, pct(shown, 50), pct(shown, 100),
                         pct([s["last"] / 1e6 for s in good], 50),
                         pct([s["bytes"] for s in good], 50),
                         "yes" if any(s["bracketed"] for s in samples[peer.name]) else "no",
                         f"{len(good)}/{len(samples[peer.name])}"])
    print(f"paste of {a.chars} chars, {a.n} times each; ms from write until its end is drawn")
    rows = [r[:5] + [r[1] / rows[0][1]] + r[5:] for r in rows]
    table(["program", "shown p50", "shown max", "last byte p50", "bytes drawn", "shown ratio",
           "bracketed", "ok"], rows)
    return samples


def bench_hangup(peers, a):
    """The terminal goes away: does the program end, or does it spin with nobody to see it?"""
    rows, result = [], {}
    for peer in peers:
        row = [peer.name]
        for ignore in (False, True):
            sess, _ = open_ready(peer, a.fills[0], a, ignore_hup=ignore)
            peer.setup(sess)
            pids = sess.kill(signal.SIGHUP)
            t0, ended = time.monotonic(), None
            while time.monotonic() - t0 < 1.5 and ended is None:
                if not sess.alive():
                    ended = (time.monotonic() - t0) * 1e3
                time.sleep(0.005)
            left = [p for p in pids if os.path.exists(f"/proc/{p}/exe")]
            sess.pids = left
            cpu = sess.cpu_ns() if left else 0
            time.sleep(2)
            busy = ((sess.cpu_ns() - cpu) / 2e7) if left else 0.0
            row += [f"{ended:.0f} ms" if ended is not None else "no", busy]
            for pid in left:
                try:
                    os.kill(pid, signal.SIGKILL)
                except OSError:
                    pass
            sess.close()
        rows.append(row)
        result[peer.name] = row
    print("terminal closed; with SIGHUP left as it is, and ignored (as under nohup)")
    table(["program", "ended", "CPU % after 1.5 s", "HUP ignored: ended", "HUP ignored: CPU %"], rows)
    return result


def show(peers, a):
    for peer in peers:
        sess, frame = open_ready(peer, a.fills[0], a)
        peer.setup(sess, a.at)
        print(f"== {peer.name}: {frame}")
        print(sess.screen.text())
        print(f"-- cursor {sess.screen.x},{sess.screen.y}, modes {sorted(sess.screen.modes)}, "
              f"kitty {sess.screen.kitty_flags}, alive {sess.alive()}")
        for ch in "我q春":
            got = sess.key(ch.encode(), ch, a.quiet, a.limit)
            print(ch, {k: v / 1e6 if k in ("first", "echo", "shown", "last") and v else v
                       for k, v in got.items()})
        sess.close()


def main():
    ap = argparse.ArgumentParser(description=__doc__,
                                 formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["start", "keys", "paste", "hangup", "show"])
    ap.add_argument("-p", "--peer", action="append", default=[])
    ap.add_argument("--peers", default=os.path.join(HERE, "peers.toml"))
    for opt in ("cmd", "setup", "ready"):
        ap.add_argument("--" + opt, action="append", default=[], metavar="NAME=VALUE")
    ap.add_argument("-n", type=int, default=20)
    ap.add_argument("--fill", default="0", help="document sizes in chars: 0,5000,50000")
    ap.add_argument("--chars", type=int, default=20000)
    ap.add_argument("--keys", choices=["mixed", "cjk", "ascii"], default="mixed")
    ap.add_argument("--at", choices=["end", "top"], default="end", help="where the keys are typed")
    ap.add_argument("--one-line", action="store_true", help="the document is one paragraph")
    ap.add_argument("--every-line", type=int, default=30, help="Enter (in forms: delete) after this many keys")
    ap.add_argument("--cols", type=int, default=100)
    ap.add_argument("--rows", type=int, default=30)
    ap.add_argument("--quiet", type=float, default=0.03, help="seconds without output: done")
    ap.add_argument("--limit", type=float, default=20, help="seconds to wait at most")
    ap.add_argument("--settle", type=float, default=6, help="pause before the idle measure")
    ap.add_argument("--idle", type=float, default=5)
    ap.add_argument("--rt", action="store_true",
                    help="run bench and programs in the real-time class: a busy machine counts less")
    ap.add_argument("--json")
    a = ap.parse_args()
    a.fills = [int(f) for f in a.fill.split(",")]

    recipes = load_peers(a.peers)
    names = list(a.peer)
    for item in a.cmd:
        name, cmd = item.split("=", 1)
        recipes[name] = dict(recipes.get(name, {}), cmd=shlex.split(cmd))
        names += [name] if name not in names else []
    for items, key in ((a.setup, "setup"), (a.ready, "ready")):
        for item in items:
            name, val = item.split("=", 1)
            recipes[name][key] = [val.encode().decode("unicode_escape")] if key == "setup" else val
    peers = []
    for name in names:
        peer = Peer(name, recipes[name], os.path.dirname(os.path.abspath(a.peers)))
        if peer.available():
            peers.append(peer)
        else:
            print(f"{name}: not installed, left out", file=sys.stderr)
    raise_priority(a.rt)
    gc.collect()
    gc.disable()
    load = os.getloadavg()
    result = {"start": bench_start, "keys": bench_keys, "paste": bench_paste,
              "hangup": bench_hangup, "show": show}[a.what](peers, a)
    print(f"load average {load[0]:.2f} before, {os.getloadavg()[0]:.2f} after\n", flush=True)
    if a.json:
        with open(a.json, "w") as f:
            json.dump(result, f)


if __name__ == "__main__":
    main()

# shellcheck shell=bash
# Walks a guide of docs/ as a reader does: sourced behind lib.sh by tests/interop/test_guide.sh and docs/pictures/make.
#
# Between `<!-- walk -->` and `<!-- end of walk -->` a guide is a script: the commands in its ```sh blocks are typed into
# the shell; in its numbered steps, from left to right, <kbd>a key</kbd> is pressed, `words` are typed, **words** must be on
# the screen, and ![a picture](pictures/NAME.svg) is what the screen shows then. What stands outside the steps is only read.

# script_of GUIDE: what is done, a line each: run, key, type, see, picture; and what with.
script_of() {
    python3 - "$1" <<'END'
import re
import sys

KEYS = {"回车": "Enter", "Esc": "Escape", "Ctrl+U": "C-u"}
TOKEN = re.compile(r"<kbd>(.+?)</kbd>|`([^`]+)`|\*\*(.+?)\*\*|!\[[^\]]*\]\(pictures/([\w-]+)\.svg\)")

text = open(sys.argv[1], encoding="utf-8").read()
walk = text.split("<!-- walk -->")[1].split("<!-- end of walk -->")[0]
is_code = is_step = False
steps = [""]
for line in walk.splitlines():
    if line.startswith("```"):
        is_code = line == "```sh"
    elif is_code:
        steps += ["run\t" + line, ""]
    elif re.match(r"\d+\. ", line):
        steps.append(line)
        is_step = True
    elif is_step and (line.startswith("   ") or not line):
        steps[-1] += " " + line.strip()
    else:
        is_step = False
for step in steps:
    if step.startswith("run\t"):
        print(step)
        continue
    for key, typed, seen, picture in TOKEN.findall(step):
        if key:
            print("key", KEYS.get(key, key), sep="\t")
        elif typed and typed != "pouxi":
            print("type", typed, sep="\t")
        elif seen:
            print("see", seen, sep="\t")
        elif picture:
            print("picture", picture, sep="\t")
END
}

# settle: waits until the screen stands still, and so long that the next key is one of its own and no part of a paste.
settle() {
    local last now=
    until [[ $now == "${last-none}" ]]; do
        last=$now
        sleep 0.25
        now=$(screen; cursor)
    done
}

# walk GUIDE ON_PICTURE: takes every step, and calls the function with the name of each picture where it belongs.
walk() {
    local what with
    while IFS=$'\t' read -r what with <&3; do
        case $what in
            run) type_text "$with"; keys Enter ;;
            key) keys "$with"; settle ;;
            type) type_text "$with"; settle ;;
            see) wait_for "$with" ;;
            picture) settle; "$2" "$with" ;;
        esac
    done 3< <(script_of "$1")
}

# begin_walk FOLDER LANG: an empty shell of a newcomer in an empty folder.
begin_walk() {
    unset POUXI_NO_GUIDE
    rm -rf "$POUXI_HOME"
    mkdir -p "$1"
    POUXI_LANG=$2 start 80x24
    run_line cd "$1"
    run_line clear
    wait_for_line '^\$ *$'
}

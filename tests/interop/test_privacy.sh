#!/usr/bin/env bash
# Nobody else gets the writer's words: a whole sitting and every command under strace, with a umask of 0.
#
# Writes marked words, gives them to an editor, exports, copies through tmux, kills and recovers. Then looks at every call
# of every thread and child: no word in an argument, a variable, a path or a window title; no file outside the data folder
# and the folder the report was asked for; no socket but those of the clipboard's own program; nothing in the data folder
# for others to read.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

word=zqxmarkzqx
work=$INTEROP_DIR/work
trace=$INTEROP_DIR/trace
mkdir -p "$work" "$trace"

# An editor that appends a marked line and leaves a backup, as editors do.
cat >"$INTEROP_DIR/bin/scribe" <<SCRIBE
#!/bin/sh
cp "\$1" "\$1~"
printf '%s editor\n' $word >>"\$1"
SCRIBE
chmod +x "$INTEROP_DIR/bin/scribe"

# -ff: a file a thread, so that what belongs to a child can be told apart. -v: the variables in full.
traced() {
    strace -ff -v -qq -s 4096 -o "$trace/$1" -e trace=%network,%file,execve,execveat "${@:2}"
}

# choose WORDS: the line of a list with these words, by its digit.
choose() {
    wait_for "$1"
    local digit
    digit=$(screen | sed -n "s/^ *>\{0,1\} *\([1-9]\) .*$1.*/\1/p" | head -n 1)
    [[ -n $digit ]] || fail "no line with $1"
    keys "$digit"
}

cat >"$INTEROP_DIR/answers.json" <<ANSWERS
{"template": "self-review-zh", "title": "report", "opening": "$word 开头"}
ANSWERS
umask 0
cd "$work"
id=$(traced new pouxi new --no-ui --answers - <"$INTEROP_DIR/answers.json")

# The sitting: the trace of strace's own start of the shell is not of the program.
start 80x24
run_line cd "$work"
run_line umask 0
run_line export VISUAL="$INTEROP_DIR/bin/scribe"
wait_for_line '^\$ *$'
run_line strace -ff -v -qq -s 4096 -o "$trace/sitting" -e trace=%network,%file,execve,execveat pouxi --lang zh resume last
wait_for 开头
keys C-End
type_text " $word 写的"
wait_for 写的
keys C-g
wait_for editor 30
keys Escape
choose '成文'
choose '存成纯文本文件'
# Most of the report is empty: it is asked once.
choose '照样导出'
wait_until "the file" 20 test -s "$work/report.txt"
choose '复制全文（纯文本'
wait_for 复制 20
keys Escape
keys Escape
choose '设置'
choose '字数'
wait_until "the settings file" 20 test -s "$POUXI_HOME/settings.toml"
keys Escape
wait_for "$word"
type_text "$word 杀"
wait_for 杀
# The end that nobody chooses, and what is recovered.
pid=$(pgrep -f -n 'pouxi --lang zh resume last')
kill -KILL "$pid"
wait_for Killed 20
run_line clear
wait_for_shell 20
traced recover pouxi show last >"$INTEROP_DIR/shown"
for words in "list --json" "show last --json" "export last --force" "copy last --via tmux" "duplicate last" \
    "rename last renamed" "template list" "template show self-review-zh" "path --json" "trash"; do
    # shellcheck disable=SC2086 # words of a command line
    traced "${words%% *}" pouxi $words >>"$INTEROP_DIR/shown" 2>&1 || true
done
traced delete pouxi delete "$id" --yes >>"$INTEROP_DIR/shown" 2>&1

n_calls=$(cat "$trace"/* | wc -l)
((n_calls > 500)) || fail "only $n_calls calls were traced"
grep --quiet --fixed-strings "$word" "$work/report.txt" || fail "the report has not the words looked for"

# No word in an argument, a variable or a path; what goes through sockets is looked at next.
if grep --fixed-strings "$word" "$trace"/* | grep --invert-match --extended-regexp '^[^:]*:(sendmsg|sendto|recvmsg|recvfrom)\('; then
    fail "a word of the draft left the program in a call"
fi

# Sockets: only of the threads that became a program of the clipboard.
for file in "$trace"/*; do
    # What catches signals asks once whether its pipe is a socket (ENOTSOCK: it is none).
    if grep --invert-match ENOTSOCK "$file" |
        grep --quiet --extended-regexp '^(socket|socketpair|connect|bind|sendto|sendmsg)\('; then
        grep --quiet --extended-regexp '^execve\("[^"]*/(tmux|xclip|xsel|wl-copy)", .* = 0$' "$file" ||
            fail "a socket that is not the clipboard's: $(grep --extended-regexp --max-count=1 '^(socket|connect|bind|send)' "$file") in $file"
    fi
done

# What was opened for writing, made or moved, lies in the data folder, in the folder the report was asked for, or is a
# device. What the editor and tmux do is theirs.
for file in "$trace"/*; do
    if grep --quiet --extended-regexp '^execve\("[^"]*/(tmux|scribe|cp)", .* = 0$' "$file"; then
        continue
    fi
    written=$(grep --extended-regexp \
        '^(open|openat|creat|mkdir|mkdirat|rename|renameat2?|link|linkat|symlink|symlinkat)\(' "$file" |
        grep --invert-match --extended-regexp '^open(at)?\(.*O_RDONLY|^open(at)?\(.*O_PATH| = -1 ' |
        grep --invert-match --fixed-strings --regexp="\"$POUXI_HOME" --regexp="\"$work" --regexp='"/dev/' \
            --regexp='"./' --regexp='"report' || true)
    [[ -z $written ]] || fail "written elsewhere: $written"
done

# Everything in the data folder is for its owner alone.
n_files=$(find "$POUXI_HOME" | wc -l)
((n_files > 10)) || fail "the data folder holds only $n_files files"
open=$(find "$POUXI_HOME" -type f ! -perm 0600 -o -type d ! -perm 0700)
[[ -z $open ]] || fail "others may look into: $open"

# The words are in the data folder, the report and what this test made itself, and nowhere else.
stray=$(grep --recursive --files-with-matches --fixed-strings "$word" "$INTEROP_DIR" /tmp/pouxi* 2>/dev/null |
    grep --invert-match --extended-regexp "^($POUXI_HOME|$work|$INTEROP_DIR/(shown|answers.json|bin/scribe|trace/))" || true)
[[ -z $stray ]] || fail "words of the draft in $stray"

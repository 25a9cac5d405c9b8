#!/usr/bin/env bash
# The line mode in a terminal that can do nothing: no sequence reaches it, what is written is kept, and the terminal is
# given back as it was, by leaving and by a signal.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

start 80x24
run_line export TERM=dumb
tty=$(terminal '#{pane_tty}')
modes=$(stty --all --file "$tty")
on_tmux pipe-pane -o "cat > '$INTEROP_DIR/bytes'"

# Chosen by itself: TERM says that no cursor moves.
run_line pouxi --lang zh
wait_for '选几？'
expect "the alternate screen is not in use" 0 "$(terminal '#{alternate_on}')"
for line in 1 '' '' '单位 张三' '会前我学习了文件，谈了三个人。' '第二段。'; do
    type_text "$line"
    keys Enter
done
wait_for '第二段。'
type_text '。'
keys Enter
wait_for '已保存'
type_text '：退出'
keys Enter
wait_for_shell 10
expect "exit status" 0 "$(status)"
expect "modes of the line" "$modes" "$(stty --all --file "$tty")"

# Between its first and its last line the program wrote nothing but text.
sed -n '/剖析，帮/,/已保存：/p' "$INTEROP_DIR/bytes" >"$INTEROP_DIR/said"
[[ -s $INTEROP_DIR/said ]] || fail "nothing was recorded"
if grep --quiet $'\033' "$INTEROP_DIR/said"; then
    fail "a sequence in $(cat --show-nonprinting "$INTEROP_DIR/said")"
fi

# Half a line is kept when the program is told to end.
run_line pouxi --lang zh resume last
wait_for '选几？'
type_text '：目录'
keys Enter
wait_for '2 开头'
type_text 2
keys Enter
wait_for '接着写'
type_text 1
keys Enter
type_text '写了一半'
wait_for '> 写了一半'
pkill --terminal "${tty#/dev/}" --signal TERM --exact pouxi
wait_for_shell 10
expect "exit status" 143 "$(status)"
expect "modes of the line" "$modes" "$(stty --all --file "$tty")"
pouxi export last --format txt -o - | grep --quiet '写了一半' || fail "half a line was lost"

# A pipe is answered too.
printf '：读全文\n：退出\n' | pouxi resume last --plain --lang zh >"$INTEROP_DIR/heard"
grep --quiet '第二段。' "$INTEROP_DIR/heard" || fail "the pipe heard nothing"
# Whoever reads may have heard enough: that is no fault.
printf '：读全文\n：退出\n' | pouxi resume last --plain --lang zh 2>"$INTEROP_DIR/complaint" | head -n 1 >/dev/null || true
[[ ! -s $INTEROP_DIR/complaint ]] || fail "it complains: $(cat "$INTEROP_DIR/complaint")"

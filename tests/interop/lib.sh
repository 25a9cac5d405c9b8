# shellcheck shell=bash
# Drives the program in a real terminal (tmux) for the tests of this folder and for docs/pictures/make.
#
# A test sources this file, starts the program, types, and looks at the screen:
#
#     source "$(dirname "$0")/lib.sh"
#     start 80x24 pouxi --lang zh
#     wait_for 剖析
#     keys End Enter
#     expect "exit status" 0 "$(status)"
#
# The terminal is a shell in a tmux of our own: a private socket, no configuration, killed at the end, and
# nobody else's. Every test has its own home, so no test sees the drafts of another or of the user.

set -euo pipefail

interop=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
socket=pouxi-test-$$

: "${POUXI:=$interop/../../target/debug/pouxi}"
if [[ ! -x $POUXI ]]; then
    echo "there is no program at $POUXI: build it, or name it in POUXI" >&2
    exit 1
fi
# tests/interop/run says where; a test started by hand makes its own place and takes it away again.
if [[ -z ${INTEROP_DIR:-} ]]; then
    INTEROP_DIR=$(mktemp -d)
    own_dir=$INTEROP_DIR
fi
mkdir -p "$INTEROP_DIR/home" "$INTEROP_DIR/bin" "$INTEROP_DIR/tmux"
ln -sf "$(realpath "$POUXI")" "$INTEROP_DIR/bin/pouxi"

# The environment of the program: the same on every machine, whatever the caller has set.
export POUXI_HOME=$INTEROP_DIR/drafts
export XDG_CONFIG_HOME=$INTEROP_DIR/home/config XDG_DATA_HOME=$INTEROP_DIR/home/data
export XDG_STATE_HOME=$INTEROP_DIR/home/state XDG_CACHE_HOME=$INTEROP_DIR/home/cache
export PATH=$INTEROP_DIR/bin:$PATH
export TMUX_TMPDIR=$INTEROP_DIR/tmux
export LC_ALL=C.UTF-8 TZ=Asia/Shanghai
export POUXI_NO_GUIDE=1
unset TMUX TMUX_PANE LANGUAGE NO_COLOR COLORTERM DISPLAY WAYLAND_DISPLAY VISUAL EDITOR

on_tmux() {
    tmux -L "$socket" -f /dev/null -u "$@"
}

# finish: takes the terminal down. Runs by itself at the end of a test.
finish() {
    on_tmux kill-server 2>/dev/null || true
    if [[ -n ${own_dir:-} ]]; then
        rm -rf "$own_dir"
        own_dir=
    fi
}
trap finish EXIT

# fail MESSAGE…: ends the test and shows what was on the screen.
fail() {
    {
        echo "failed: $*"
        if on_tmux has-session 2>/dev/null; then
            echo "---- screen, cursor at $(cursor)"
            screen
            echo "----"
        fi
    } >&2
    exit 1
}

# expect WHAT WANTED FOUND: fails unless the two are the same.
expect() {
    [[ $2 == "$3" ]] || fail "$1: wanted '$2', found '$3'"
}

no_server() {
    ! on_tmux has-session 2>/dev/null
}

# start WIDTHxHEIGHT [COMMAND…]: opens the terminal and types the command into its shell.
# A second start takes the place of the first.
start() {
    local size=$1
    shift
    if on_tmux kill-server 2>/dev/null; then
        # The old server may still be on its way out; a new one would find its socket.
        wait_until "the end of the old terminal" 10 no_server
    fi
    on_tmux new-session -d -x "${size%x*}" -y "${size#*x}" \
        env HOME="$INTEROP_DIR/home" PS1='$ ' HISTFILE= bash --noprofile --norc
    on_tmux set-option -g status off
    # Long enough that no test sees a pane vanish before it has read its last words.
    on_tmux set-option -g remain-on-exit on
    on_tmux resize-window -x "${size%x*}" -y "${size#*x}"
    wait_for_line '^\$'
    if (($#)); then
        run_line "$@"
    fi
}

# run_line COMMAND…: types a command into the shell of the terminal.
run_line() {
    local line
    line=$(printf '%q ' "$@")
    type_text "${line% }"
    keys Enter
}

# keys KEY…: presses keys by their tmux names (Enter, Tab, BTab, Escape, Up, C-z, M-BSpace, F1).
keys() {
    on_tmux send-keys "$@"
}

# type_text TEXT: types a text as it is, as an input method would commit it.
type_text() {
    on_tmux send-keys -l -- "$1"
}

# paste TEXT: pastes a text, in brackets if the program has asked for them.
paste() {
    printf '%s' "$1" | on_tmux load-buffer -b interop -
    on_tmux paste-buffer -p -d -b interop
}

# resize WIDTHxHEIGHT
resize() {
    on_tmux resize-window -x "${1%x*}" -y "${1#*x}"
}

# screen: what is on the screen, a row a line, without the blanks at the ends.
screen() {
    on_tmux capture-pane -p
}

# cursor: where the cursor is, as column,row from 0,0.
cursor() {
    on_tmux display-message -p '#{cursor_x},#{cursor_y}'
}

# terminal FORMAT: anything tmux knows of the terminal: terminal '#{alternate_on}'.
terminal() {
    on_tmux display-message -p "$1"
}

# wait_until WHAT SECONDS COMMAND…: runs the command until it succeeds; fails when the time is over.
wait_until() {
    local what=$1 end=$((SECONDS + $2))
    shift 2
    until "$@"; do
        ((SECONDS <= end)) || fail "waited in vain for $what"
        sleep 0.05
    done
}

screen_has() {
    grep --quiet --fixed-strings -- "$1" <<<"$(screen)"
}

screen_matches() {
    grep --quiet --extended-regexp -- "$1" <<<"$(screen)"
}

terminal_is() {
    [[ $(terminal "$1") == "$2" ]]
}

# wait_for TEXT [SECONDS]: waits until the text is on the screen.
wait_for() {
    wait_until "'$1' on the screen" "${2:-10}" screen_has "$1"
}

# wait_for_line REGEX [SECONDS]: waits until a row of the screen matches.
wait_for_line() {
    wait_until "a row like '$1'" "${2:-10}" screen_matches "$1"
}

# wait_for_cursor COLUMN,ROW [SECONDS]
wait_for_cursor() {
    wait_until "the cursor at $1" "${2:-10}" terminal_is '#{cursor_x},#{cursor_y}' "$1"
}

# wait_for_shell [SECONDS]: waits until the program in the terminal is gone and the shell reads again.
wait_for_shell() {
    wait_until "the end of the program" "${1:-10}" shell_reads
}

shell_reads() {
    [[ $(terminal '#{pane_current_command}') == bash ]] &&
        [[ $(screen | grep --invert-match '^ *$' | tail -n 1) == '$' ]]
}

# status: the exit status of the last command in the terminal.
status() {
    # The quotes keep the typed line from being taken for its answer.
    # shellcheck disable=SC2016 # it is the shell in the terminal that expands $?
    type_text 'echo "exit"=$?'
    keys Enter
    wait_for_line '^exit=[0-9]+ *$'
    screen | sed -n 's/^exit=\([0-9]*\) *$/\1/p' | tail -n 1
}

# take FILE.svg|FILE.png [TITLE]: a picture of the terminal.
take() {
    local visible at=none
    visible=$(terminal '#{cursor_flag}')
    if [[ $visible == 1 ]]; then
        at=$(cursor)
    fi
    # -N keeps the blanks at the ends: a band of colour reaches to the edge.
    on_tmux capture-pane -p -e -N |
        "$interop/picture" "$1" --columns "$(terminal '#{pane_width}')" --rows "$(terminal '#{pane_height}')" \
            --cursor "$at" --title "${2:-}"
}

#!/usr/bin/env bash
# Copying from inside the wizard in tmux: its buffer holds the whole report under set-clipboard off, external and
# on; the terminal around tmux is sent the same where the setting lets it; and the sentence on the screen says
# which of the two it was.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

answers=$interop/../fixtures/seed.answers.json
"$INTEROP_DIR/bin/pouxi" new --answers "$answers" --no-ui >/dev/null
"$INTEROP_DIR/bin/pouxi" export last --format md -o "$INTEROP_DIR/wanted.md"

# sent FILE: the text in the last OSC 52 among the bytes of the outer terminal; nothing if there is none.
sent() {
    python3 - "$1" <<'PY'
import base64, re, sys
found = re.findall(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", open(sys.argv[1], "rb").read())
sys.stdout.buffer.write(base64.b64decode(found[-1]) if found else b"")
PY
}

in_tmux_buffer() {
    on_tmux show-buffer 2>/dev/null | cmp --silent - "$INTEROP_DIR/wanted.md"
}

has_client() {
    [[ -n $(on_tmux list-clients) ]]
}

arrived_outside() {
    sent "$1" | cmp --silent - "$INTEROP_DIR/wanted.md"
}

for setting in off external on; do
    outside=$INTEROP_DIR/outside-$setting
    start 80x24
    on_tmux set-option -s set-clipboard "$setting"
    python3 "$interop/outer_terminal.py" "$socket" xterm-256color "$outside" &
    wait_until "a client" 10 has_client

    run_line pouxi --lang zh resume last
    wait_for 自动保存
    keys Escape
    wait_for 成文
    keys 4
    wait_for Markdown
    keys 6
    # The seed has findings that must be looked at: it is asked once.
    wait_for 照样
    keys 2
    wait_until "the report in tmux's buffer ($setting)" 10 in_tmux_buffer
    case $setting in
        off)
            wait_for 只复制到了tmux里
            wait_for set-clipboard是off
            # Everything after the copy has come through by now: the sentence was drawn behind it.
            expect "sent to the terminal around tmux ($setting)" "" "$(sent "$outside")"
            ;;
        external | on)
            wait_for 已发送到终端，未确认
            wait_until "the report at the terminal around tmux ($setting)" 10 arrived_outside "$outside"
            ;;
    esac
    file=$(find "$POUXI_HOME/exports" -name '*.md')
    cmp "$file" "$INTEROP_DIR/wanted.md" || fail "the file beside the copy is another"
    finish
    wait
done

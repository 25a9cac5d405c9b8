#!/usr/bin/env bash
# A picture of a screen has every character in its own cell, the colours, and the cursor.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

start 20x4
# shellcheck disable=SC2016 # the shell in the terminal expands it
run_line eval 'printf "\033[2J\033[Ha文b\033[1m粗\033[0m\033[44m蓝 \033[0m\033[7m反\033[0m\033[2;2H"; read -r'
wait_for_cursor 1,1

svg=$INTEROP_DIR/screen.svg
take "$svg" "<标题>"
# Cells are 9 wide: a letter stands at the half of one, a wide character where its two meet.
for glyph in 'x="4.5"[^>]*>a<' 'x="18"[^>]*class="w">文<' 'x="31.5"[^>]*>b<' 'x="45"[^>]*class="w b">粗<' \
    'x="63"[^>]*class="w">蓝<' 'x="90"[^>]*class="w">反<' '>&lt;标题&gt;<'; do
    grep --quiet "$glyph" "$svg" || fail "the picture lacks $glyph: $(cat "$svg")"
done
# The blue ground covers 蓝 and the blank behind it; the cursor covers the second cell of the second row.
for ground in 'x="54" y="0" width="27"' 'x="81" y="0" width="18"' 'x="9" y="21" width="9"'; do
    grep --quiet "<rect $ground" "$svg" || fail "the picture lacks a ground at $ground: $(cat "$svg")"
done
python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$svg"

take "$INTEROP_DIR/screen.png"
expect "first bytes of the PNG" 89504e470d0a1a0a "$(head -c 8 "$INTEROP_DIR/screen.png" | od -An -tx1 | tr -d ' ')"

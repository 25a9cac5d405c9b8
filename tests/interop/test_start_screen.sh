#!/usr/bin/env bash
# The start screen comes up in Chinese, and leaving by its last line gives the terminal back as it was.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

start 80x24
run_line echo 'before the program'
wait_for_line '^before the program'
tty=$(terminal '#{pane_tty}')
modes=$(stty --all --file "$tty")

run_line pouxi --lang zh
wait_for 剖析
expect "the alternate screen is in use" 1 "$(terminal '#{alternate_on}')"

keys End
wait_for_line '^ *> .*退出'
keys Enter
wait_for_shell 10
expect "exit status" 0 "$(status)"

screen_has 'before the program' || fail "the main screen was not restored"
expect "alternate screen" 0 "$(terminal '#{alternate_on}')"
expect "cursor visible" 1 "$(terminal '#{cursor_flag}')"
expect "mouse reporting" 0 "$(terminal '#{mouse_any_flag}')"
expect "keypad and cursor key modes" 00 "$(terminal '#{keypad_flag}#{keypad_cursor_flag}')"
expect "modes of the line" "$modes" "$(stty --all --file "$tty")"

#!/usr/bin/env bash
# Disk and folder trouble, with the real program: a disk that is really full, permissions that are really taken away
# (so the program runs as nobody), a folder deleted, a file replaced by another program. Each time the writer is told in
# one sentence, goes on typing, and nothing is lost or overwritten. Needs root, to mount and to be somebody else.
#
# Noticed: a retry that waits for a key; a folder that is gone taken for another window; lines into a file that has no name.
source "$(dirname "$0")/lib.sh"

if ((EUID != 0)); then
    echo "needs root" >&2
    exit 1
fi

# Out of the reach of root's private folders, because nobody must get there.
place=$(mktemp -d /tmp/pouxi-trouble-XXXXXX)
take_down() {
    finish
    wait_until "the end of who uses the small disk" 10 umount "$place/small" 2>/dev/null
    rm -rf "$place"
}
trap take_down EXIT
mkdir "$place/small" "$place/home" "$place/other"
mount -t tmpfs -o size=1m,mode=700 tmpfs "$place/small"
install -m 755 "$POUXI" "$place/pouxi"
chown -R nobody "$place/small" "$place/home" "$place/other"
chmod 755 "$place"

as_nobody() {
    setpriv --reuid=nobody --clear-groups env -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u POUXI_HOME HOME="$place/home" "$@"
}

# words HOME: the words of the last draft there.
words() {
    as_nobody "$place/pouxi" --home "$1" export last --format txt -o - 2>/dev/null
}

# begin HOME: opens a new report there and types 甲.
begin() {
    as_nobody "$place/pouxi" --home "$1" new --template self-review-zh --title 报告 --no-ui >/dev/null
    open_last "$1"
    type_text 甲
    wait_for '甲'
}

open_last() {
    start 80x24 setpriv --reuid=nobody --clear-groups env -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u POUXI_HOME HOME="$place/home" "$place/pouxi" --lang zh --home "$1" resume last
    wait_for '报告'
}

words_are() {
    [[ $(words "$1") == *"$2"* ]]
}

# go_elsewhere FOLDER: from the menu.
go_elsewhere() {
    keys Escape
    wait_for '换个地方保存'
    keys End Enter
    wait_for '存到哪个文件夹'
    keys C-u
    type_text "$1"
    keys Enter
    wait_for "已存到"
}

leave() {
    keys C-c
    wait_for '再按一次'
    keys C-c
    wait_for_shell
}

# fill: no block is left. What fits into the last one of the journal still goes in: write more than that.
fill() {
    dd if=/dev/zero of="$place/small/fill-$RANDOM" bs=1k 2>/dev/null || true
}

more=$(printf '长%.0s' {1..1500})

# ---- A full disk: told, typed on, and saved by itself once there is room, without a key.
begin "$place/small/drafts"
fill
paste "$more"
wait_for '没有存上：磁盘满了'
type_text 丙
wait_for '长丙'
rm "$place"/small/fill-*
wait_until "the words saved without a key" 20 words_are "$place/small/drafts" "甲${more}丙"
type_text 丁
wait_for '自动保存'
# ---- Full again, and saved elsewhere.
fill
paste "$more"
type_text 戊
wait_for '没有存上：磁盘满了'
keys C-c
wait_for '没有存上'
keys C-c
wait_for '现在退出就会丢掉'
keys 1
wait_for '存到哪个文件夹'
keys C-u
type_text "$place/other/one"
keys Enter
wait_for '已存到'
type_text 己
wait_for '戊己'
leave
wait_for '继续写：pouxi --home'
expect "words elsewhere" yes "$(words_are "$place/other/one" "甲${more}丙丁${more}戊己" && echo yes)"
expect "words where the disk is full" yes "$(words_are "$place/small/drafts" "甲${more}丙丁" && echo yes)"
# ---- A full disk from the start: the words can be read, and taken elsewhere.
fill
open_last "$place/small/drafts"
wait_for '只能看：磁盘满了'
wait_for '长丙丁'
go_elsewhere "$place/other/two"
type_text 庚
wait_for '长丙丁庚'
# ---- SIGTERM while the disk is full: the words go wherever there is room.
leave
rm "$place"/small/fill-*
begin "$place/small/drafts"
fill
paste "$more"
type_text 辛
wait_for '没有存上：磁盘满了'
kill -TERM "$(pgrep -P "$(terminal '#{pane_pid}')")"
wait_for_shell
expect "exit status" 143 "$(status)"
expect "words after a signal" yes "$(words_are "$place/home/.local/share/pouxi" "甲${more}辛" && echo yes)"

# ---- Permission taken away while it is open, and given back.
home=$place/home/drafts
begin "$home"
folder=$(echo "$home"/drafts/*)
chmod 000 "$folder"
type_text 乙
wait_for '没有存上：没有权限'
type_text 丙
wait_for '甲乙丙'
chmod 700 "$folder"
wait_until "the words saved without a key" 20 words_are "$home" 甲乙丙
leave
# ---- A folder that may only be read.
chmod 500 "$folder"
open_last "$home"
wait_for '甲乙丙'
type_text 丁
wait_for '只能看'
go_elsewhere "$place/other/three"
type_text 丁
leave
expect "words elsewhere" yes "$(words_are "$place/other/three" 甲乙丙丁 && echo yes)"
chmod 700 "$folder"
# ---- The folder deleted under the window.
open_last "$home"
rm -rf "$folder"
type_text 戊
wait_for '文件夹不在了'
type_text 己
wait_for '甲乙丙戊己'
keys C-c
wait_for '没有存上'
keys C-c
wait_for '现在退出就会丢掉'
keys Escape
go_elsewhere "$place/other/four"
leave
expect "words elsewhere" yes "$(words_are "$place/other/four" 甲乙丙戊己 && echo yes)"
[[ ! -e $folder ]] || fail "the folder that was deleted is made again"
# ---- A file replaced by another program, and a kill behind it.
home=$place/home/synced
begin "$home"
folder=$(echo "$home"/drafts/*)
journal=$(echo "$folder"/journal-*.jsonl)
as_nobody cp "$journal" "$place/home/older"
type_text 乙
wait_for '甲乙'
as_nobody mv "$place/home/older" "$journal"
type_text 丙
wait_for '别的程序换过草稿的文件'
type_text 丁
wait_for '甲乙丙丁'
kill -KILL "$(pgrep -P "$(terminal '#{pane_pid}')")"
wait_until "the words after a kill" 10 words_are "$home" 甲乙丙丁
[[ -e $folder/$(basename "$journal").other-1 ]] || fail "the other program's file is not kept"

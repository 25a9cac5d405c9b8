#!/usr/bin/env bash
# Files to hand on, with the real program, where they cannot be written: a folder that is read-only, one that is a file,
# one without room. Each time a sentence says so and proposes a folder that works, and nothing half-written is left. The
# program runs as nobody: nothing is forbidden to root. Needs root, to mount and to be somebody else.
source "$(dirname "$0")/lib.sh"

if ((EUID != 0)); then
    echo "needs root" >&2
    exit 1
fi

place=$(mktemp -d /tmp/pouxi-trouble-XXXXXX)
take_down() {
    finish
    umount "$place/small" 2>/dev/null
    rm -rf "$place"
}
trap take_down EXIT
mkdir "$place/small" "$place/home" "$place/locked"
mount -t tmpfs -o size=64k,mode=700 tmpfs "$place/small"
install -m 755 "$POUXI" "$place/pouxi"
chown nobody "$place/small" "$place/home"
chmod 755 "$place" "$place/locked"
echo 报告 >"$place/file"

as_nobody() {
    setpriv --reuid=nobody --clear-groups env -u POUXI_HOME HOME="$place/home" LANG=zh_CN.UTF-8 \
        "$place/pouxi" --lang zh --home "$place/home/data" "$@"
}

choose() {
    wait_for "$1"
    local digit
    digit=$(screen | sed -n "s/^ *>\{0,1\} *\([1-9]\) .*$1.*/\1/p" | head -n 1)
    [[ -n $digit ]] || fail "no line with $1"
    keys "$digit"
}

as_nobody new --template self-review-zh --title 报告 --no-ui >/dev/null

# refused WHERE WORDS FORMAT: the export there ends with 5, says WORDS, and proposes a folder that takes the file.
refused() {
    local said code=0 folder
    said=$(as_nobody export last --format "$3" -o "$1" 2>&1 >/dev/null) || code=$?
    expect "exit code at $1" 5 "$code"
    expect "sentence at $1" yes "$([[ $said == *"$2"* ]] && echo yes || echo "$said")"
    folder=$(sed -n 's/.*例如 -o \([^；]*\)；.*/\1/p' <<<"$said")
    as_nobody export last --format "$3" -o "$folder" --force >/dev/null
}

refused "$place/locked" 没有权限 md
refused "$place/file/报告.md" 不是文件夹 html
dd if=/dev/zero of="$place/small/fill" bs=1k 2>/dev/null || true
refused "$place/small" 磁盘满了 ledger-xlsx
expect "left in the locked folder" "" "$(ls -A "$place/locked")"
expect "left in the full folder" fill "$(ls -A "$place/small")"
expect "the file that is no folder" 报告 "$(cat "$place/file")"

# In the full screen the file goes to the data folder, and the sentence says where.
cd "$place/locked"
start 80x24 setpriv --reuid=nobody --clear-groups env -u POUXI_HOME HOME="$place/home" "$place/pouxi" --lang zh \
    --home "$place/home/data" resume last
wait_for 报告
keys Escape
wait_for 成文
choose 成文
wait_for 存成纯文本文件
choose 存成纯文本文件
choose 照样导出
wait_for '已存成'
expect "left in the locked folder" "" "$(ls -A "$place/locked")"
expect "kept" 1 "$(ls "$place"/home/data/exports/*.txt | wc -l)"

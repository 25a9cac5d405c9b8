#!/usr/bin/env bash
# The way of the README in terminals that are not UTF-8: LANG=C, which names no encoding, and a terminal in GBK, which luit
# makes of the one the tests type into. What is shown can be read, or one sentence in ASCII says how to go on.
# shellcheck source-path=SCRIPTDIR source=lib.sh
source "$(dirname "$0")/lib.sh"

folder=$INTEROP_DIR/work
mkdir -p "$folder" "$INTEROP_DIR/locales"
localedef --inputfile zh_CN --charmap GBK "$INTEROP_DIR/locales/zh_CN.GBK" || [[ -s $INTEROP_DIR/locales/zh_CN.GBK/LC_CTYPE ]]
cp "$interop/../../docs/answers.example.json" "$folder"

# The whole way under LANG=C: the full screen in English, and the sentence where it was.
start 80x24
run_line export LC_ALL= LANG=C
run_line cd "$folder"
run_line pouxi
wait_for 'Start a new report'
keys 5
wait_for_shell
wait_for 'Terminal may not be UTF-8 (locale says ASCII). If you cannot read what follows:'
sentence=$(screen | sed -n '/^Terminal/,/^\$/p' | grep --invert-match '^\$')
[[ -z $(LC_ALL=C grep '[^ -~]' <<<"$sentence") ]] || fail "not ASCII: $sentence"
# One of the ways it names.
[[ $sentence == *'pouxi --lang en'* && $sentence == *'--encoding gb18030'* ]] || fail "no way on: $sentence"
draft=$(LC_ALL='' LANG=C pouxi new --template self-review-en --no-ui)
[[ -z $(LC_ALL='' LANG=C pouxi export "$draft" --format md -o - | LC_ALL=C grep '[^ -~]') ]] || fail "an English report is not ASCII"
rm -rf "$POUXI_HOME"

# A terminal in GBK: what the program writes is turned into what is seen by another program, and what is typed as well.
start 80x24
run_line cd "$folder"
run_line clear
run_line luit -encoding GBK env LC_ALL= LANG=zh_CN.GBK LOCPATH="$INTEROP_DIR/locales" bash --noprofile --norc
wait_for_line '^\$ *$'
run_line pouxi
wait_for '选几？'
wait_for 'Terminal is not UTF-8 but GBK: writing GBK. To change it: pouxi --encoding utf-8'
wait_for '剖析，帮你一步一步写完自我剖析材料。'
for line in 1 1 '' '综合科 张三' '会前我学习了文件，谈了三个人。' '。'; do
    type_text "$line"
    sleep 0.3
    keys Enter
    sleep 0.3
done
wait_for '已保存'
type_text '：退出'
keys Enter
wait_for_line '^\$ *$'
run_line clear
run_line pouxi export last --format txt -o -
wait_for '会前我学习了文件，谈了三个人。'
wait_for '综合科 张三'
run_line clear
run_line pouxi list
wait_for 2025年度民主生活会个人对照检查材料
run_line clear
run_line pouxi exprot
wait_for '错误：'
# A question answered by one key.
run_line clear
run_line pouxi delete last
wait_for '移到回收站吗？'
type_text n
keys Enter
wait_for '没有删除'

# The same by a word on the command line, into a pipe; and in as well.
pouxi export last --format txt -o - --lang zh >"$INTEROP_DIR/plain"
pouxi export last --format txt -o - --lang zh --encoding gb18030 | iconv -f gb18030 -t utf-8 | cmp - "$INTEROP_DIR/plain" ||
    fail "it is not GB18030"
iconv -f utf-8 -t gb18030 "$folder/answers.example.json" | pouxi new --answers - --no-ui --encoding gb18030 >/dev/null
pouxi export last --format md -o - | grep --quiet 林知远 || fail "the answers in GB18030 were not read"

# Looking at such a terminal keeps what is seen.
run_line clear
run_line pouxi doctor --terminal
for piece in 看得清 都显示 竖线 字母C 每个词; do
    wait_for "$piece"
    type_text 1
    keys Enter
done
wait_for '粘贴'
keys Enter
sleep 0.3
keys Enter
wait_for '答案记在'
pouxi doctor --json | grep --quiet '"encoding": "right"' || fail "the answers are not kept"

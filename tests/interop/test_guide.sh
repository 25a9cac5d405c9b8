#!/usr/bin/env bash
# Walks both guides of docs/ from an empty home to the finished report, by the keys and words that stand in them. The
# pictures in them are what the screen shows at that step: who changes a screen runs docs/pictures/make.
# May take 300 s.
source "$(dirname "$0")/lib.sh"
source "$interop/walk.sh"

docs=$interop/../../docs

# The pictures that differ are all named at the end.
differing=()
shown() {
    take "$INTEROP_DIR/$1.svg" "剖析 pouxi"
    cmp --silent "$INTEROP_DIR/$1.svg" "$docs/pictures/$1.svg" || differing+=("$1")
}

# follow GUIDE LANG FILE: walks, and finds every word of the walk in the report that is left.
follow() {
    local guide=$docs/$1 folder=$INTEROP_DIR/$2 typed printed
    begin_walk "$folder" "$2"
    walk "$guide" shown
    wait_for_shell
    expect "files in $folder" "$3" "$(ls "$folder")"
    printed=$(unzip -p "$folder/$3" word/document.xml | sed 's/<[^>]*>//g')
    while IFS=$'\t' read -r _ typed; do
        # The year stands in the title, which has it from there.
        grep --quiet --fixed-strings -- "${typed%[。.]}" <<<"$printed" || fail "'$typed' is not in $3"
    done < <(script_of "$guide" | grep ^type)
    (($(script_of "$guide" | grep --count ^type) > 8)) || fail "hardly anything is written in $1"
    # What is shown is a picture of this walk, and no other.
    expect "pictures in $1" "$(grep --only-matching 'pictures/[a-z-]*\.svg' "$guide" | sort)" \
        "$(script_of "$guide" | sed -n 's|^picture\t\(.*\)|pictures/\1.svg|p' | sort)"
}

follow guide.zh.md zh 2025年度民主生活会个人对照检查材料.docx
follow guide.en.md en '2026 Self-Review.docx'
((${#differing[@]} == 0)) || fail "not what the screen shows: ${differing[*]}; run docs/pictures/make"

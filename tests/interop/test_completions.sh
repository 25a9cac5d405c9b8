#!/usr/bin/env bash
# The Tab key in the shells themselves: commands, options, what an option may be, files. PowerShell is not to be had as a
# package; its script is read by a parser of the language.
source "$(dirname "$0")/lib.sh"

root=$(cd "$interop/../.." && pwd)
nu=$root/target/interop-node/node_modules/@nushell/linux-x64/bin/nu
python=$root/target/interop-python/bin/python
scripts=$INTEROP_DIR/scripts
mkdir -p "$scripts" "$INTEROP_DIR/work"
for shell in bash zsh fish nushell powershell; do
    for lang in zh en; do
        "$POUXI" --lang "$lang" completions "$shell" >"$scripts/$shell-$lang"
    done
done
# As zsh finds it: a function of this name in a folder of its path.
mkdir "$scripts/zsh"
cp "$scripts/zsh-zh" "$scripts/zsh/_pouxi"
echo 一 >"$INTEROP_DIR/work/report-2025.md"

# begin COMMAND…: another shell in the terminal, in a folder with one file. Its prompt is "> ".
begin() {
    start 100x30
    run_line cd "$INTEROP_DIR/work"
    run_line clear
    wait_for_line '^\$'
    run_line "$@"
    wait_for_line '^> *$'
}

# completes TYPED WANTED: Tab behind what is typed makes this of it. Ctrl+U takes it away again.
completes() {
    type_text "$1"
    wait_for_line "^> $1"
    keys Tab
    wait_for_line "^> $2 *\$"
    keys C-u
    wait_for_line '^> *$'
}

everything() {
    completes 'pouxi che' 'pouxi check'
    completes 'pouxi template sh' 'pouxi template show'
    completes 'pouxi export last --form' 'pouxi export last --format=?'
    completes 'pouxi import rep' 'pouxi import report-2025.md'
    completes 'pouxi --lang z' 'pouxi --lang zh'
}

bash -n "$scripts/bash-en"
printf "PS1='> '\nsource %s\n" "$scripts/bash-zh" >"$scripts/bashrc"
begin bash --noprofile --rcfile "$scripts/bashrc"
everything

zsh -n "$scripts/zsh-en"
cat >"$scripts/.zshrc" <<END
PS1='> '
fpath=($scripts/zsh \$fpath)
autoload -Uz compinit
compinit -u -d $scripts/dump
END
begin env ZDOTDIR="$scripts" zsh -d
everything

fish --no-execute "$scripts/fish-en"
printf 'function fish_prompt; echo "> "; end\nset fish_greeting\nset fish_autosuggestion_enabled 0\n' >"$scripts/config"
begin fish --no-config --init-command "source $scripts/config; source $scripts/fish-zh"
everything

cp "$scripts/nushell-zh" "$scripts/zh.nu"
cat >"$scripts/config.nu" <<END
\$env.PROMPT_COMMAND = ""
\$env.PROMPT_COMMAND_RIGHT = ""
\$env.PROMPT_INDICATOR = "> "
\$env.config.show_banner = false
source $scripts/zh.nu
END
"$nu" --no-config-file --commands "source $scripts/nushell-en"
begin "$nu" --config "$scripts/config.nu"
everything

"$python" - "$scripts"/powershell-{zh,en} <<'END'
import sys
import tree_sitter, tree_sitter_pwsh

parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_pwsh.language()))


def faults(script):
    ahead, found = [parser.parse(script).root_node], []
    while ahead:
        node = ahead.pop()
        if node.is_error or node.is_missing:
            found.append(f"line {node.start_point[0] + 1}: {script[node.start_byte:node.end_byte][:60]!r}")
        ahead += node.children
    return found


for path in sys.argv[1:]:
    script = open(path, "rb").read()
    assert not faults(script), (path, faults(script))
    # A parser that finds no fault finds one where there is one.
    assert faults(script.replace(b"'", b"", 1)), path
    for wanted in (b"'pouxi;template;from-notice'", b"'--format'", b"'doctor'"):
        assert wanted in script, (path, wanted)
END

#!/usr/bin/env bash
# Builds the Debian package as it is shipped, installs it into an empty folder that becomes the whole system, runs it
# there, and takes it out again. The program links nothing of a system, so the empty folder is any Linux.
# May take 600 s: it builds the program as it is shipped.
set -euo pipefail
cd "$(dirname "$0")/../.."
unset POUXI # the program under test is the one in the package

fail() {
    echo "$1" >&2
    exit 1
}

package=$(packaging/deb "$INTEROP_DIR/one")
again=$(packaging/deb "$INTEROP_DIR/two")
cmp "$package" "$again" || fail "packing the same twice gives other bytes"

# What dpkg does as root; a user namespace stands in for root elsewhere.
as_root=()
if ((EUID != 0)); then
    as_root=(unshare --user --map-root-user)
fi
system=$INTEROP_DIR/system
mkdir -p "$system/var/lib/dpkg/updates" "$system/var/lib/dpkg/info" "$system/tmp" "$system/root"
touch "$system/var/lib/dpkg/status"
install_with() {
    "${as_root[@]}" dpkg --root="$system" --log=/dev/null --no-triggers --force-unsafe-io "$@"
}
before=$(cd "$system" && find . -not -path './var*' | LC_ALL=C sort)
install_with --install "$package"

for file in usr/bin/pouxi usr/share/applications/pouxi.desktop usr/share/doc/pouxi/copyright \
    usr/share/bash-completion/completions/pouxi usr/share/zsh/vendor-completions/_pouxi \
    usr/share/fish/vendor_completions.d/pouxi.fish usr/share/man/man1/pouxi.1.gz usr/share/man/zh_CN/man1/pouxi.1.gz; do
    [[ -s $system/$file ]] || fail "$file is missing or empty"
done
[[ -z $(find "$system/usr" -type f -perm /022) ]] || fail "a file is writable by others"
dpkg-deb --fsys-tarfile "$package" | tar --list --verbose --numeric-owner | awk '$2 != "0/0" { print; bad = 1 } END { exit bad }' ||
    fail "a file does not belong to root"

# In there is nothing but the program: no loader, no C library, no locale, no terminal description.
inside() {
    "${as_root[@]}" env --ignore-environment PATH=/usr/sbin:/usr/bin HOME=/root LANG=C.UTF-8 chroot "$system" /usr/bin/pouxi "$@"
}
[[ $(inside --version) == "pouxi "* ]] || fail "the program does not start in an empty system"
cp docs/answers.example.json "$system/tmp/answers.json"
draft=$(inside new --answers /tmp/answers.json --no-ui)
inside export "$draft" --format md -o - >"$INTEROP_DIR/inside.md"
"$system/usr/bin/pouxi" export "$draft" --home "$system/root/.local/share/pouxi" --format md -o - >"$INTEROP_DIR/outside.md"
cmp "$INTEROP_DIR/inside.md" "$INTEROP_DIR/outside.md" || fail "the same draft comes out otherwise inside"
grep -q 林知远 "$INTEROP_DIR/inside.md" || fail "the exported report is not the example"
inside list --json | grep -q "\"$draft\"" || fail "the draft is not in the list"
rm -rf "$system/root" "$system/tmp"
mkdir "$system/root" "$system/tmp"

# What the package gives to other programs is what they take.
bash -n "$system/usr/share/bash-completion/completions/pouxi"
desktop-file-validate "$system/usr/share/applications/pouxi.desktop"
for page in "$system"/usr/share/man/man1/*.gz "$system"/usr/share/man/zh_CN/man1/*.gz; do
    said=$(zcat "$page" | LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings -E UTF-8 -l - 2>&1 >/dev/null | grep -v "can't break line\|cannot adjust line" || true)
    [[ -z $said ]] || fail "$page: $said"
done
for crate in ratatui crossterm serde_json dialoguer directories; do
    grep -qE "^ $crate [0-9.]+: " "$system/usr/share/doc/pouxi/copyright" || fail "the licence of $crate is not named"
done

install_with --purge pouxi
after=$(cd "$system" && find . -not -path './var*' | LC_ALL=C sort)
[[ $before == "$after" ]] || fail "taking it out leaves: $(comm -13 <(echo "$before") <(echo "$after"))"
echo "$(stat --format=%s "$package") bytes"

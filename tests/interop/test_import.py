"""Word documents made by other programs, imported.

python-docx and LibreOffice write the documents; pandoc reads the same files, and its words are ours. Where pandoc
leaves out what Word shows — the ordinals Word numbers by itself — the test says what must be there.
"""

import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

from system_python import need

need("docx")

import docx

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

work = Path(os.environ["INTEROP_DIR"])
pouxi = os.environ["POUXI"]


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def imported(path):
    """Imports a file; returns the account, and every word of the draft that was made."""
    account = json.loads(run(pouxi, "--lang", "en", "import", str(path), "--json"))
    characters = account["characters"]
    assert characters["placed"] + characters["unplaced"] == characters["source"], account
    text = run(pouxi, "--lang", "en", "show", account["draft"], "--json")
    draft = json.loads(text)["draft"]
    words = []

    def collect(value):
        if isinstance(value, str):
            words.append(value)
        elif isinstance(value, dict):
            for it in value.values():
                collect(it)
        elif isinstance(value, list):
            for it in value:
                collect(it)

    collect(draft)
    return account, "\n".join(words)


def chinese(text):
    """Returns how often each Chinese character stands in a text."""
    counts = {}
    for it in re.findall(r"[\u4e00-\u9fff]", text):
        counts[it] = counts.get(it, 0) + 1
    return counts


def pandoc(path, changes="accept"):
    return run("pandoc", "--wrap=none", f"--track-changes={changes}", "-f", "docx", "-t", "plain", str(path))


def holds_all(path, words):
    theirs, ours = chinese(pandoc(path)), chinese(words)
    # Ordinals and the words of headings that a print makes anew are in no text of the draft.
    made = set("一二三四五六七八九十是")
    lost = {it: n for it, n in theirs.items() if it not in made and ours.get(it, 0) < n}
    assert not lost, f"{path.name}: pandoc reads these more often: {lost}\n{words}"


LINES = [
    ("Title", "2025年度民主生活会个人对照检查材料"),
    ("Heading 1", "一、存在的主要问题"),
    ("Heading 2", "（一）理论学习方面"),
    (None, "一是学习不够系统。比如，去年只读了两本原著，没有记笔记。"),
    (None, "二是联系实际不够紧密，存在“学用脱节”的现象。"),
    ("Heading 1", "二、原因剖析"),
    (None, "一是思想认识不到位，放松了要求。"),
    ("Heading 1", "三、努力方向"),
    (None, "一是制定计划，每周学习两次。"),
]


def test_python_docx():
    document = docx.Document()
    for style, words in LINES:
        paragraph = document.add_paragraph(style=style)
        # A run for each two characters: Word splits anywhere.
        for at in range(0, len(words), 2):
            paragraph.add_run(words[at : at + 2]).bold = at % 4 == 0
    table = document.add_table(rows=2, cols=2)
    for idx, words in enumerate(["问题表", "措施表", "格子甲", "格子乙"]):
        table.cell(idx // 2, idx % 2).text = words
    document.sections[0].header.paragraphs[0].text = "内部资料"
    path = work / "python.docx"
    document.save(path)
    account, words = imported(path)
    holds_all(path, words)
    cells = "问题表措施表格子甲格子乙"
    assert account["characters"]["source"] == len(cells) + sum(len(it) for _, it in LINES), account
    assert any("内部资料" in it["message"] for it in account["remarks"]), account["remarks"]


def test_tracked_changes():
    document = docx.Document()
    paragraph = document.add_paragraph("学习")
    for xml in (
        '<w:del {} w:id="1" w:author="甲"><w:r><w:delText>删去的话</w:delText></w:r></w:del>',
        '<w:ins {} w:id="2" w:author="甲"><w:r><w:t>添上的话</w:t></w:r></w:ins>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    path = work / "changes.docx"
    document.save(path)
    account, words = imported(path)
    assert account["characters"]["source"] == len("学习添上的话"), account
    assert "添上的话" in words and "删去的话" not in words, words
    assert any("删去的话" in it["message"] for it in account["remarks"])
    holds_all(path, words)


def libreoffice(name, content, target="docx:MS Word 2007 XML"):
    source = work / name
    source.write_text(content, encoding="utf-8")
    profile = f"-env:UserInstallation=file://{work}/office"
    flags = ["--infilter=HTML (StarWriter)"] if name.endswith("html") else []
    run("soffice", profile, "--headless", *flags, "--convert-to", target, "--outdir", str(work), str(source))
    return source.with_suffix(".docx")


def test_libreoffice_html():
    body = "".join(
        f"<h{style[-1]}>{words}</h{style[-1]}>" if style and style != "Title" else f"<p>{words}</p>"
        for style, words in LINES
    )
    body += "<ol><li>第一条做法</li><li>第二条做法</li></ol>"
    body += "<table><tr><td>格子丙</td><td>格子丁</td></tr></table>"
    path = libreoffice("office.html", f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>")
    account, words = imported(path)
    holds_all(path, words)
    # The ordinals of the list are made, and are no characters of the source.
    theirs = len(re.findall(r"\S", pandoc(path)))
    assert account["characters"]["source"] <= theirs, (account, theirs)


def flat_odt(body, styles=""):
    spaces = " ".join(
        f'xmlns:{it}="urn:oasis:names:tc:opendocument:xmlns:{it}:1.0"' for it in ("office", "text", "style")
    )
    return (
        f'<?xml version="1.0"?><office:document {spaces} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def test_libreoffice_numbering_and_notes():
    styles = (
        '<text:list-style style:name="L">'
        '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        '<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." '
        'style:num-prefix="（" style:num-suffix="）"/></text:list-style>'
    )
    item = "<text:list-item>{}</text:list-item>"
    inner = "<text:list>" + item.format("<text:p>学习方面</text:p>") + item.format("<text:p>作风方面</text:p>") + "</text:list>"
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>脚注里的话</text:p></text:note-body></text:note>"
    )
    body = (
        '<text:list text:style-name="L">'
        + item.format("<text:p>存在的问题</text:p>" + inner)
        + item.format(f"<text:p>原因剖析{note}</text:p>")
        + "</text:list>"
    )
    path = libreoffice("numbers.fodt", flat_odt(body, styles))
    account, words = imported(path)
    holds_all(path, words)
    wanted = "存在的问题学习方面作风方面原因剖析脚注里的话"
    assert account["characters"]["source"] == len(wanted), account
    assert any("脚注里的话" in it["message"] for it in account["remarks"]), account["remarks"]
    with zipfile.ZipFile(path) as archive:
        assert "word/numbering.xml" in archive.namelist(), "the ordinals are automatic"
    everything = words + json.dumps(account, ensure_ascii=False)
    for it in ("存在的问题", "学习方面", "作风方面", "原因剖析"):
        assert it in everything, everything


def test_libreoffice_text():
    text = "\n".join(words for _, words in LINES)
    path = libreoffice("plain.txt", text, "docx:MS Word 2007 XML:UTF8")
    account, words = imported(path)
    holds_all(path, words)
    assert account["characters"]["source"] == len(re.findall(r"\S", pandoc(path))), account


for name, test in list(globals().items()):
    if name.startswith("test_"):
        test()
        print("ok", name)

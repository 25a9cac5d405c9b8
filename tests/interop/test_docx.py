"""Word documents of ours, in other people's hands.

LibreOffice lays them out, and what is on its pages is counted; python-docx reads the styles; an Open XML validator
holds every part against the schema; pandoc reads the words.
"""

import json
import os
import re
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

from system_python import need

need("docx")

import docx

from docx.oxml.ns import qn

work = Path(os.environ["INTEROP_DIR"])
pouxi = os.environ["POUXI"]
root = Path(__file__).resolve().parents[2]
audit = root / "target/interop-python/bin/openxml-audit"

# Points: 56.7 are 20 mm.
MM = 72 / 25.4


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, timeout=150, **more)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def exported(name, *words):
    path = work / name
    run(pouxi, "export", "last", "-o", str(path), *words)
    return path


# ---- The reports: the seed, and one that has what the seed lacks.

TITLE = "清溪县第二中学党支部党员李明远同志在2025年度专题组织生活会上的个人对照检查发言提纲"


def signed():
    """Makes a report with a long title, lines under it, straight quotes, a name and a date."""
    answers = {
        "template": "zzsh-2025",
        "title": TITLE,
        "bylines": ["清溪县第二中学 李明远", "（2026年1月8日）"],
        "opening": '根据通知要求，围绕"学习"作了准备，现将有关情况汇报如下。' * 3,
        "dimensions": [
            {
                "title": f"在第{n}个方面",
                "problems": [
                    {"headline": "学习不够深入。", "detail": "平时忙于事务，静下心来想得少。" * 9},
                    {"headline": '讲"一言堂"的多。', "detail": "说起来头头是道，做起来打了折扣。" * 8},
                ],
            }
            for n in "一二三四"
        ],
        "causes": [{"key": "c", "headline": "理论学习有所松懈。", "detail": "总觉得差不多就行。" * 12}],
        "measures": [{"key": "m", "headline": "持之以恒加强学习。", "detail": "每周学习两次，每月写一篇笔记。" * 9}],
        "closing": "以上发言，请批评指正。\n李明远\n2026年1月15日",
    }
    path = work / "answers.json"
    path.write_text(json.dumps(answers, ensure_ascii=False))
    run(pouxi, "new", "--answers", str(path), "--no-ui")


# ---- What LibreOffice puts on pages.


def pages(path):
    """Returns of each page its lines as (left, middle, right, text), from the top, in points."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf"))}
    profile = f"-env:UserInstallation=file://{work}/office"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(work), str(path), env=environment)
    boxes = run("pdftotext", "-bbox", str(path.with_suffix(".pdf")), "-")
    all_pages = []
    for page in boxes.split("<page ")[1:]:
        lines = {}
        word = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>'
        for left, top, right, bottom, text in re.findall(word, page):
            middle = (float(top) + float(bottom)) / 2
            # Words of two faces stand a little higher or lower.
            key = next((it for it in lines if abs(it - middle) < 8), middle)
            lines.setdefault(key, []).append((float(left), float(right), text))
        all_pages.append(
            [
                (min(it[0] for it in words), middle, max(it[1] for it in words), "".join(it[2] for it in sorted(words)))
                for middle, words in sorted(lines.items())
            ]
        )
    return all_pages


def split(page):
    """Parts a page into its lines of text and its number."""
    *lines, number = page
    return lines, number


def begins_with_heading(page):
    # A heading moves to the page of what follows it, and leaves its line.
    return re.match(r"[一二三四五六七八九]、|（[一二三四五六七八九十]）", page[0][3]) is not None


def check_pages(path):
    all_pages = pages(path)
    assert len(all_pages) > 2, path
    right_edge = (210 - 26) * MM
    full = Counter()
    for n, page in enumerate(all_pages, 1):
        lines, (left, middle, right, number) = split(page)
        assert number == f"—{n}—", (path, n, number)
        # The middle of the number is 7 mm below the text, which ends 35 mm above the edge.
        assert abs(middle - (297 - 35 + 7) * MM) < 3, (n, middle)
        if n % 2:
            assert abs(right - (right_edge - 14)) < 4, (n, right)
        else:
            assert abs(left - (28 * MM + 14)) < 4, (n, left)
        if 1 < n < len(all_pages):
            least = 22 - 3 * begins_with_heading(all_pages[n])
            assert least <= len(lines) <= 22, (path, n, len(lines))
            steps = [b[1] - a[1] for a, b in zip(lines, lines[1:])]
            assert all(abs(it - 28.95) < 1.5 for it in steps), (n, steps)
        if n > 1:
            assert all(28 * MM - 1 <= it[0] for it in lines), n
        for left, _, right, text in lines:
            # LibreOffice 7.4 lets a mark stand behind the end of a line, whatever the document says.
            text = re.sub(r"[，。、；：！？]$", "", text) if right > right_edge + 1 else text
            if re.fullmatch(r"[\u4e00-\u9fff，。、；：（）“”《》]+", text):
                full[len(text)] += 1
                assert len(text) <= 28, text
    assert full[28] > sum(full.values()) / 3, full
    return all_pages


# ---- What the file says.


def check_schema(path):
    if not audit.exists():
        raise SystemExit("openxml-audit is not there: tests/interop/install")
    for policy in ("strict", "permissive"):
        (said,) = json.loads(run(str(audit), "--policy", policy, "--output", "json", "--max-errors", "0", str(path)))
        assert said["valid"] and said["errors"] == [] and said["warning_count"] == 0, said


def check_words(path):
    """What pandoc reads in the document is what we print as text, mark for mark."""
    bare = lambda text: re.sub(r"\s", "", text)
    printed = exported(path.stem + ".txt", "--format", "txt").read_text()
    # Alone (-s), it prints the title too.
    theirs = bare(run("pandoc", "-s", "--wrap=none", "-f", "docx", "-t", "plain", str(path)))
    ours = bare(curly(printed))
    assert theirs == ours, next((a, b) for a, b in zip(split_at(theirs), split_at(ours)) if a != b)


def split_at(text):
    return re.split(r"(?<=。)", text)


def curly(text):
    return "\n".join(re.sub(r'"([^"\n]*)"', "“\\1”", it) for it in text.split("\n"))


def check_styles(path):
    document = docx.Document(str(path))
    section = document.sections[0]
    millimetres = [section.page_width, section.page_height, section.top_margin, section.bottom_margin]
    millimetres += [section.left_margin, section.right_margin]
    for found, wanted in zip(millimetres, (210, 297, 37, 35, 28, 26)):
        assert abs(found.mm - wanted) < 0.05, (found.mm, wanted)
    assert document.settings.odd_and_even_pages_header_footer
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")

    wanted = {
        "Title": ("方正小标宋简体", 22, None),
        "Heading 1": ("黑体", 16, "0"),
        "Heading 2": ("楷体_GB2312", 16, "1"),
    }
    for name, (font, size, level) in wanted.items():
        style = document.styles[name]
        assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == font, name
        assert style.font.size.pt == size and not style.font.bold, name
        outline = style.element.pPr.find(qn("w:outlineLvl"))
        assert (None if outline is None else outline.get(qn("w:val"))) == level, name
    body = document.styles["Body Text"].element.pPr
    assert body.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    normal = document.styles["Normal"].element.pPr.find(qn("w:spacing"))
    assert (normal.get(qn("w:line")), normal.get(qn("w:lineRule"))) == ("579", "exact")
    headings = [it.text for it in document.paragraphs if it.style.name.startswith("Heading")]
    assert all(re.match(r"[一二三四五六七八九]、|（[一二三四五六七八九十]）", it) for it in headings), headings
    return document, headings


def check_no_font_inside(path):
    names = zipfile.ZipFile(path).namelist()
    assert not any("fonts/" in it or "media" in it for it in names), names


# ---- The seed.

run(pouxi, "import", str(root / "tests/fixtures/seed.txt"))
seed = exported("seed.docx", "--format", "docx")
assert seed.read_bytes() == exported("again.docx", "--format", "docx").read_bytes()
check_pages(seed)
# Faces that stand for 仿宋, 楷体 and 黑体 were asked for; nothing fell back to another.
faces = run("pdffonts", str(seed.with_suffix(".pdf")))
for face in ("NotoSerifCJK", "UKai", "NotoSansCJK"):
    assert face in faces, (face, faces)
document, headings = check_styles(seed)
assert len(headings) == 4 + 12, headings
check_schema(seed)
check_words(seed)
check_no_font_inside(seed)

# Could the count be wrong? With a wider pitch a page holds a line less.
wide = work / "wide.toml"
wide.write_text("[text]\npitch = 29.5\n")
second = pages(exported("wide.docx", "--format", "docx", "--layout", str(wide)))[1]
assert len(split(second)[0]) == 21, second

# ---- The report that is signed.

signed()
report = exported("signed.docx", "--format", "docx")
first, *_, last = check_pages(report)
lines = [it[3] for it in first]
assert lines[:2] == ["清溪县第二中学党支部党员李明远同志", "在2025年度专题组织生活会上的"] or lines[0] + lines[1] + lines[2] == TITLE, lines[:4]
assert "清溪县第二中学李明远" in lines and "（2026年1月8日）" in lines, lines
*_, name, date, _ = last
edge = (210 - 26) * MM
assert (name[3], date[3]) == ("李明远", "2026年1月15日")
assert abs(edge - 32 - date[2]) < 6, date
assert abs(date[0] - name[0] - 32) < 8, (name, date)
document, _ = check_styles(report)
assert (document.core_properties.title, document.core_properties.author) == (TITLE, "李明远")
assert document.core_properties.created is None or document.core_properties.created.year < 2026
check_schema(report)
check_words(report)
text = "".join(it.text for it in document.paragraphs)
assert "围绕“学习”作了" in text and "讲“一言堂”的多" in text and '"' not in text

# ---- The other layout.

ordinary = exported("ordinary.docx", "--format", "docx", "--layout", "ordinary")
check_schema(ordinary)
check_words(ordinary)
assert docx.Document(str(ordinary)).styles["Title"].font.bold
number = pages(ordinary)[0][-1]
assert number[3] == "1" and abs((number[0] + number[2]) / 2 - 105 * MM) < 3, number

"""The ledger and the page for a browser, in the hands of other programs.

LibreOffice opens the workbook and the CSV file and saves them again (as XLSX, as CSV in UTF-8, in GB18030, with
semicolons): nothing is changed by that. openpyxl reads the workbook and changes a cell: just that comes into the draft.
pandoc reads the Markdown table and the Word table. Chromium prints the page; poppler tells its size and its words.
"""

import json
import os
import re
import subprocess
from pathlib import Path

from system_python import need

need("openpyxl")

import openpyxl

work = Path(os.environ["INTEROP_DIR"])
pouxi = os.environ["POUXI"]
root = Path(__file__).resolve().parents[2]


def run(*command, ok=(0,)):
    done = subprocess.run([str(it) for it in command], capture_output=True, text=True, timeout=170)
    assert done.returncode in ok, f"{command}: {done.returncode} {done.stdout}{done.stderr}"
    return done.stdout


def office(path, form, folder, *more):
    """Has LibreOffice save a file in another form; returns the file."""
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{work}/office"
    run("soffice", profile, "--headless", *more, "--convert-to", form, "--outdir", folder, path)
    saved = folder / f"{path.stem}.{form.split(':')[0]}"
    assert saved.exists(), saved
    return saved


def ledger(path):
    """Imports a ledger without saving; returns what it would change."""
    out = run(pouxi, "--lang", "en", "import", path, "--ledger", "last", "--dry-run", "--json")
    read = json.loads(out)
    assert read["matched"] == read["rows"] > 0, f"{path}: {read}"
    return read


answers = json.loads((root / "tests/fixtures/seed.answers.json").read_text())
dues = ["2026-06-30", "2026年9月30日", "2026年底前", "2026/3/5"]
for at, it in enumerate(answers["measures"]):
    it.update(owner=["本人", "=SUM(A1)", "@张三", "-李四"][at % 4], due=dues[at % 4], status="underway")
    it["evidence"] = "照片\n“签到表”；+1份，001"
made = work / "answers.json"
made.write_text(json.dumps(answers, ensure_ascii=False))
run(pouxi, "new", "--answers", made, "--no-ui")
files = {}
for name in ["ledger-xlsx", "ledger-csv", "ledger-md", "ledger-docx", "html"]:
    extension = name.removeprefix("ledger-")
    files[extension] = work / f"ledger.{extension}"
    run(pouxi, "export", "last", "--format", name, "-o", files[extension])

# ---- Saved again by LibreOffice, nothing is changed.
again = [
    office(files["xlsx"], "xlsx", work / "xlsx"),
    office(files["xlsx"], "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", work / "utf8"),
    office(files["xlsx"], "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false", work / "semicolons"),
    # In a locale without UTF-8 it does not heed the mark in front of the file, and has to be told.
    office(files["csv"], "xlsx", work / "from-csv", "--infilter=CSV:44,34,76,1"),
]
for path in again:
    read = ledger(path)
    assert read["changes"] == [], f"{path}: {read['changes']}"
text = (work / "utf8/ledger.csv").read_text()
gb = work / "gb18030.csv"
gb.write_bytes(text.lstrip("\ufeff").encode("gb18030"))
assert ledger(gb)["changes"] == []
print("saved again by LibreOffice: nothing is changed")

# ---- openpyxl is a reader of another make: real dates, words that are no formulas, one cell changed.
book = openpyxl.load_workbook(files["xlsx"])
sheet = book.active
heads = [it.value for it in sheet[1]]
assert heads[:10] == ["序号", "方面", "问题", "具体表现", "原因", "整改措施", "责任人", "完成时限", "状态", "佐证"], heads
assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == f"A1:K{sheet.max_row}"
assert sheet.column_dimensions["K"].hidden
kinds = {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row}
assert "f" not in kinds, kinds
days = [row[7].value for row in sheet.iter_rows(min_row=2) if row[7].is_date]
assert days and all(it.year == 2026 for it in days), days
with_measure = [row for row in sheet.iter_rows(min_row=2) if row[10].value]
key = with_measure[-1][10].value
for row in with_measure:
    if row[10].value == key:
        row[8].value = "已完成"
changed = work / "changed.xlsx"
book.save(changed)
changes = ledger(changed)["changes"]
assert [(it["field"], it["was"], it["now"]) for it in changes] == [("status", "underway", "done")], changes
run(pouxi, "import", changed, "--ledger", "last")
due = json.loads(run(pouxi, "due", "--all", "--json"))
assert [it["status"] for it in due].count("done") == 1, due
dates = [it["date"] for it in due if it["date"] and it["overdue"]]
assert dates == sorted(dates)
print("a status changed by openpyxl is in the draft")

# ---- pandoc reads both tables.
def cells(words):
    return re.sub(r"\s", "", words)

plain = run("pandoc", "-f", "gfm", "-t", "plain", "--columns=10000", files["md"])
word = run("pandoc", "-f", "docx", "-t", "plain", "--columns=10000", files["docx"])
for row in sheet.iter_rows(min_row=2):
    for at in (2, 5):
        words = cells(row[at].value or "")[:12]
        assert words in cells(plain), words
        assert words in cells(word), words
assert cells("=SUM(A1)") in cells(plain)
table = json.loads(run("pandoc", "-f", "gfm", "-t", "json", files["md"]))
assert [it["t"] for it in table["blocks"]] == ["Header", "Table"], table["blocks"]
print("pandoc reads the tables")

# ---- Chromium prints the page on A4, with all of its words.
pdf = work / "page.pdf"
run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work}/chromium", "--no-pdf-header-footer",
    f"--print-to-pdf={pdf}", files["html"].as_uri())
info = run("pdfinfo", pdf)
assert "A4" in info, info
pages = int(re.search(r"Pages:\s+(\d+)", info)[1])
printed = re.sub(r"\s", "", run("pdftotext", "-raw", pdf, "-"))
report = run(pouxi, "export", "last", "--format", "txt", "-o", "-")
for line in report.splitlines():
    head = re.sub(r"\s", "", line)[:14]
    assert head in printed, head
print(f"Chromium prints {pages} pages: {'with' if '—2—' in printed else 'without'} page numbers")
assert pages >= 8

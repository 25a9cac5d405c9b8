//! What `--help` says of every command and every argument, in both languages. A test holds this table and the
//! arguments together; how a page is laid out is `page`'s.

use crate::locale::Lang;

/// A text in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Both {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Both {
    /// Returns the text in one language.
    pub fn to(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// What is said of a command.
#[derive(Clone, Copy, Debug)]
pub struct CommandHelp {
    /// The command, such as `template check`; empty for the program itself.
    pub name: &'static str,
    /// What it does, in one line.
    pub about: Both,
    /// What more there is to know; may be empty.
    pub details: Both,
    /// Its arguments by name, and what they are for.
    pub arguments: &'static [(&'static str, Both)],
    /// Commands to try, and what they do.
    pub examples: &'static [(&'static str, Both)],
}

const fn both(zh: &'static str, en: &'static str) -> Both {
    Both { zh, en }
}

const NOTHING: Both = both("", "");

/// What a draft can be called by.
const DRAFT: Both = both(
    "草稿：编号、编号的开头几位、题目，或 last（上次写的那份）",
    "The draft: its id, the beginning of its id, its title, or last for the one used last",
);
const REV: Both = both(
    "版本的号，见 pouxi history",
    "The number of a version; pouxi history shows them",
);
const JSON: Both = both(
    "按 docs/cli.md 里写明的格式输出JSON",
    "Write JSON in the shape documented in docs/cli.md",
);
const RUBRIC: Both = both(
    "按这个评分表打分，写法见 docs/rubrics.md；不写就不打分",
    "Give points by this rubric (docs/rubrics.md); none are given if left out",
);
const PARENTHESES: Both = both(
    "序号用半角括号 (一)，不用全角（一）",
    "Number with half-width parentheses, (一) instead of （一）",
);

/// The words for kinds of values; a kind without an entry is called the same in both languages.
pub const VALUES: &[(&str, &str)] = &[
    ("DIR", "文件夹"),
    ("LANG", "语言"),
    ("WHEN", "时机"),
    ("ID", "编号"),
    ("TITLE", "题目"),
    ("DRAFT", "草稿"),
    ("FILE", "文件"),
    ("FOLDER", "文件夹"),
    ("DAYS", "天数"),
    ("DATE", "日期"),
    ("DRAFT|FILE", "草稿或文件"),
    ("FORMAT", "格式"),
    ("REV", "版本"),
    ("OTHER", "另一版"),
    ("WAY", "方式"),
    ("LIST", "清单"),
    ("COMMAND", "命令"),
    ("NAME", "名称"),
    ("RULE", "规则"),
    ("OTHER", "另一份"),
    ("SEVERITY", "程度"),
    ("SHELL", "shell"),
    ("FILE|ID", "文件或编号"),
];

/// Everything that can be asked of the program.
pub const COMMANDS: &[CommandHelp] = &[
    CommandHelp {
        name: "",
        about: both(
            "一问一答写好个人剖析材料（个人对照检查材料）",
            "Write a structured self-analysis report, one question at a time",
        ),
        details: both(
            "不写命令就打开开始界面。写的每个字当时就存下，不联网。",
            "Without a command the start screen opens. Every keystroke is kept at once, and nothing leaves this \
             machine.",
        ),
        arguments: &[
            (
                "home",
                both(
                    "草稿放在这个文件夹（不写就看 POUXI_HOME，再看系统的数据文件夹）",
                    "Keep drafts in this folder (else POUXI_HOME, else the data folder of the system)",
                ),
            ),
            (
                "lang",
                both(
                    "界面语言：zh 或 en（不写就看 LC_ALL、LC_MESSAGES、LANG）",
                    "Language of the interface, zh or en (else by LC_ALL, LC_MESSAGES, LANG)",
                ),
            ),
            (
                "color",
                both(
                    "用不用颜色：auto、always 或 never（不写是 auto）",
                    "Use colours: auto, always or never (auto if left out)",
                ),
            ),
            (
                "plain",
                both(
                    "逐行方式：一行一问，给读屏软件、简单终端和管道用（POUXI_PLAIN=1 也行）",
                    "Line by line, for screen readers, simple terminals and pipes (or POUXI_PLAIN=1)",
                ),
            ),
            (
                "encoding",
                both(
                    "标准输入和输出的编码，例如 gb18030（不写是 utf-8）",
                    "Encoding of standard input and output, such as gb18030 (else utf-8)",
                ),
            ),
            (
                "no_input",
                both(
                    "什么都不问，该问时就停下",
                    "Ask nothing; stop where something would be asked",
                ),
            ),
            (
                "verbose",
                both("多说一些是怎么做的", "Say more about how things are done"),
            ),
            ("help", both("显示这份说明", "Show this help")),
            ("version", both("显示版本", "Show the version")),
        ],
        examples: &[
            ("pouxi", both("打开开始界面", "Open the start screen")),
            ("pouxi new", both("新写一份", "Begin a new report")),
            (
                "pouxi resume",
                both("接着上次的写", "Go on where you stopped"),
            ),
            (
                "pouxi --plain",
                both(
                    "逐行地写，屏幕不动",
                    "Write line by line, on a screen that does not move",
                ),
            ),
            (
                "pouxi export last",
                both("把上次那份存成文件", "Save the last one as a file"),
            ),
        ],
    },
    CommandHelp {
        name: "new",
        about: both("新写一份", "Begin a new report"),
        details: both(
            "不写 --template 时，界面是中文就用 mzsh-2025，是英文就用 self-review-en；--from 用那份所属种类里最新的。\n\
             答案文件是写好各部分文字的JSON，格式见 docs/answers.schema.json，样例见 docs/answers.example.json。",
            "Without --template, a Chinese interface takes mzsh-2025, an English one self-review-en; --from takes \
             the newest of the same kind.\n\
             An answer file is JSON with the words of each part: docs/answers.schema.json describes it, \
             docs/answers.example.json is one to copy.",
        ),
        arguments: &[
            (
                "template",
                both(
                    "用哪个模板，编号见 pouxi template list",
                    "The template; pouxi template list shows them",
                ),
            ),
            ("title", both("题目", "The title of the report")),
            (
                "from",
                both(
                    "接着往年的一份（草稿，或要导入的旧材料）：带来署名；它的整改措施成为这份要回答的上年问题",
                    "Follow up an earlier draft, or an old report to import: takes its bylines, and its measures become the promises to answer for",
                ),
            ),
            (
                "answers",
                both(
                    "从答案文件读入各部分的文字（- 是标准输入）",
                    "Read the words from an answer file (- for standard input)",
                ),
            ),
            (
                "no_ui",
                both(
                    "不打开界面，只建草稿并输出编号",
                    "Open no screen: make the draft and write its id",
                ),
            ),
            ("json", JSON),
        ],
        examples: &[
            (
                "pouxi new --template zzsh-2025",
                both("写组织生活会的材料", "Begin with a template of your choice"),
            ),
            (
                "pouxi new --answers answers.json",
                both(
                    "读入答案文件，再打开界面接着写",
                    "Read an answer file, then go on writing",
                ),
            ),
            (
                "pouxi new --answers - --no-ui --json",
                both("在脚本里用", "From a script"),
            ),
            (
                "pouxi new --from last",
                both(
                    "对照去年的一份写今年的",
                    "Write this year's with last year's at hand",
                ),
            ),
        ],
    },
    CommandHelp {
        name: "resume",
        about: both("接着写，回到上次的位置", "Go on writing where you stopped"),
        details: NOTHING,
        arguments: &[(
            "draft",
            both(
                "哪份草稿，和别的命令一样指明；不写就是上次写的那份",
                "Which draft, named as for other commands; the one used last if left out",
            ),
        )],
        examples: &[
            (
                "pouxi resume",
                both("接着上次的写", "Go on with the last one"),
            ),
            (
                "pouxi resume k3m9",
                both("按编号的开头几位", "By the beginning of an id"),
            ),
        ],
    },
    CommandHelp {
        name: "list",
        about: both(
            "列出草稿，最近写的在前",
            "List the drafts, the last used first",
        ),
        details: NOTHING,
        arguments: &[
            (
                "archived",
                both("只列归档的", "Only what is in the archive"),
            ),
            ("json", JSON),
        ],
        examples: &[
            ("pouxi list", both("看有哪些草稿", "See what there is")),
            ("pouxi list --json", both("在脚本里用", "From a script")),
        ],
    },
    CommandHelp {
        name: "show",
        about: both(
            "看一份草稿写到哪里、缺什么",
            "Show how far a draft has come and what is missing",
        ),
        details: both(
            "用 --json 时输出整份草稿，格式见 docs/draft.schema.json。",
            "With --json it writes the whole draft, as docs/draft.schema.json describes it.",
        ),
        arguments: &[("draft", DRAFT), ("json", JSON)],
        examples: &[
            ("pouxi show last", both("上次写的那份", "The one used last")),
            (
                "pouxi show last --json",
                both("整份草稿", "The whole draft"),
            ),
        ],
    },
    CommandHelp {
        name: "check",
        about: both(
            "检查草稿或文件：格式、前后对应、常见退改原因",
            "Check a draft or a file for what reviewers send reports back for",
        ),
        details: both(
            "电脑只能查格式和前后对应，查不出深不深、真不真。只提示，不改字，除非写了 --fix。\n\
             有必须看的结果时退出码是1，--fail-on 改变界限。",
            "A program sees form and gaps; it cannot judge depth or sincerity. Nothing is changed unless --fix is \
             given.\nThe exit code is 1 if something must be looked at; --fail-on sets the limit.",
        ),
        arguments: &[
            (
                "draft",
                both(
                    "草稿，或者 .txt、.md、.docx 文件（- 是标准输入）",
                    "A draft, or a .txt, .md or .docx file (- for standard input)",
                ),
            ),
            ("json", JSON),
            (
                "fix",
                both(
                    "把能自动改的改好（半角标点、重复的词等），可以撤销",
                    "Mend what can be mended (half-width marks, doubled words, ...); undo takes it back",
                ),
            ),
            (
                "fail_on",
                both(
                    "从哪一级起退出码为1：error、warn、info 或 never（不写是 error）",
                    "From which severity on the exit code is 1: error, warn, info or never (error if left out)",
                ),
            ),
            (
                "text",
                both(
                    "文件里有几篇时查第几篇",
                    "Which of several texts in the file",
                ),
            ),
            (
                "against",
                both(
                    "还要和这份比：草稿、文件或文件夹，可以写几次",
                    "Hold it against this too: a draft, a file or a folder; may be given again",
                ),
            ),
            ("rubric", RUBRIC),
        ],
        examples: &[
            (
                "pouxi check last",
                both("检查上次写的那份", "Check the draft used last"),
            ),
            (
                "pouxi check report.docx --against archive/",
                both(
                    "查一个文件，和一个文件夹里的比",
                    "Check a file, and hold it against a folder",
                ),
            ),
            (
                "pouxi check last --json --fail-on warn",
                both("在脚本里用", "From a script"),
            ),
            (
                "pouxi check last --rubric rubric.toml",
                both("按评分表打分", "Give it points by a rubric"),
            ),
        ],
    },
    CommandHelp {
        name: "review",
        about: both(
            "检查一个文件夹里的许多份材料：缺什么、查出什么、谁和谁相似",
            "Review the many reports of a folder: what is missing, what is found, which resemble each other",
        ),
        details: both(
            "读 .txt、.md、.docx，子文件夹里的也读；其他文件列出来并说明原因。不改动任何文件。最需要看的排在最前。\n\
             有必须看的结果时退出码是1，--fail-on 改变界限。",
            "Reads .txt, .md and .docx, in folders within it too; other files are listed with the reason. No file is \
             changed. What needs attention comes first.\nThe exit code is 1 if something must be looked at; \
             --fail-on sets the limit.",
        ),
        arguments: &[
            (
                "folder",
                both(
                    "放材料的文件夹；数据文件夹（见 pouxi path）表示全部草稿",
                    "The folder with the reports; the data folder (see pouxi path) stands for all drafts",
                ),
            ),
            (
                "drafts",
                both("草稿也一起检查", "Review the drafts as well"),
            ),
            ("json", JSON),
            (
                "html",
                both(
                    "另存一个网页，用浏览器看，相似的句子左右对照",
                    "Also keep a page for a browser, with sentences that resemble each other side by side",
                ),
            ),
            (
                "force",
                both(
                    "网页文件已经有了也覆盖",
                    "Overwrite the page if it is there",
                ),
            ),
            ("rubric", RUBRIC),
            (
                "fail_on",
                both(
                    "从哪一级起退出码为1：error、warn、info 或 never（不写是 error）",
                    "From which severity on the exit code is 1: error, warn, info or never (error if left out)",
                ),
            ),
        ],
        examples: &[
            (
                "pouxi review reports",
                both("检查收到的全部材料", "Review all that came in"),
            ),
            (
                "pouxi review reports --html check.html",
                both("另存一个网页", "Keep a page as well"),
            ),
        ],
    },
    CommandHelp {
        name: "explain",
        about: both(
            "说明一条规则：查什么、为什么、好坏例子",
            "Explain a rule: what it looks for, why, bad and good examples",
        ),
        details: NOTHING,
        arguments: &[(
            "rule",
            both("规则名，见 pouxi rules", "The rule; pouxi rules lists them"),
        )],
        examples: &[(
            "pouxi explain problem-without-example",
            both("为什么要有事例", "Why problems need examples"),
        )],
    },
    CommandHelp {
        name: "rules",
        about: both("列出全部规则", "List all rules"),
        details: both(
            "--words 列出规则用的一个词表，包括数据文件夹的 words 文件夹里自己加的、去掉的。",
            "--words lists what the rules look for: one word list, with your own changes from the folder words of the \
             data folder.",
        ),
        arguments: &[
            (
                "words",
                both(
                    "列出这个词表，不列规则",
                    "List the words of this list instead",
                ),
            ),
            ("json", JSON),
        ],
        examples: &[
            (
                "pouxi rules",
                both("看看都查什么", "See what is looked for"),
            ),
            (
                "pouxi rules --words stock-phrases",
                both("看看哪些算套话", "See what counts as a stock phrase"),
            ),
        ],
    },
    CommandHelp {
        name: "export",
        about: both("把材料存成文件", "Save the report as a file"),
        details: both(
            "不写 -o 就存进当前文件夹，文件名是题目加 .md。docx 是 Word 文件，按公文格式排版，版面可以用 --layout 改；\
             html 是一个可以直接打印的网页；txt-crlf 是每行以回车加换行结束的纯文本，给旧的记事本；json 是答案文件，可以再用 pouxi new --answers 读入。\n\
             ledger-docx、ledger-xlsx、ledger-csv、ledger-md 是整改台账：每个问题和措施一行。在 xlsx、csv 里改了状态、\
             时限、责任人、佐证，用 pouxi import --ledger 读回来。",
            "Without -o it is saved as TITLE.md in the current folder. docx is a Word document in the official layout of \
             China (GB/T 9704-2012), or in that of --layout; html is one page to print; txt-crlf is plain text with \
             the line ends of Windows (CR LF), for an old Notepad; json is an answer file, which pouxi new --answers reads \
             again.\n\
             ledger-docx, ledger-xlsx, ledger-csv and ledger-md are the ledger: a row for each problem and measure. \
             Statuses, dates, owners and evidence changed as XLSX or CSV are read back by pouxi import --ledger.",
        ),
        arguments: &[
            ("draft", DRAFT),
            (
                "format",
                both(
                    "格式：md、txt、txt-crlf、docx、html、json，或台账 ledger-xlsx、ledger-csv、ledger-md、ledger-docx（不写是 md）",
                    "The format: md, txt, txt-crlf, docx, html, json, or the ledger as ledger-xlsx, ledger-csv, \
                     ledger-md, ledger-docx (md if left out)",
                ),
            ),
            (
                "output",
                both(
                    "存到这个文件或文件夹（- 是标准输出）",
                    "Save to this file or folder (- for standard output)",
                ),
            ),
            (
                "force",
                both("已有同名文件就覆盖", "Overwrite a file of that name"),
            ),
            ("half_width_parentheses", PARENTHESES),
            (
                "layout",
                both(
                    "Word 文件的版面：official（公文格式，不写是它）、ordinary（普通报告）或版面文件",
                    "The layout of a Word document: official (if left out), ordinary, or a layout file",
                ),
            ),
        ],
        examples: &[
            (
                "pouxi export last",
                both("存成 题目.md", "Save as TITLE.md"),
            ),
            (
                "pouxi export last --format txt -o report.txt",
                both("存成纯文本", "Save as plain text"),
            ),
            (
                "pouxi export last --format docx",
                both("存成 Word 文件", "Save as a Word document"),
            ),
            (
                "pouxi export last --format ledger-xlsx",
                both("存成整改台账", "Save the ledger as a spreadsheet"),
            ),
            (
                "pouxi export last -o -",
                both("输出到终端或管道", "Write to the terminal or a pipe"),
            ),
        ],
    },
    CommandHelp {
        name: "copy",
        about: both(
            "把材料放进剪贴板，同时存一份文件",
            "Copy the report to the clipboard, and save it as a file as well",
        ),
        details: both(
            "存好的文件在数据文件夹的 exports 里，复制成没成都会照实说。",
            "The file is kept under exports in the data folder; what came of the copy is told as it is.",
        ),
        arguments: &[
            ("draft", DRAFT),
            (
                "format",
                both(
                    "格式：md 或 txt（不写是 md）",
                    "The format: md or txt (md if left out)",
                ),
            ),
            (
                "section",
                both(
                    "只要第几个部分（一、是1）",
                    "Only the section of this number",
                ),
            ),
            (
                "list",
                both(
                    "只要一个清单，带编号的纯文本：follow-ups 上年整改、problems 问题、causes 原因、measures 措施",
                    "Only a list, as numbered plain text: follow-ups of last year, problems, causes or measures",
                ),
            ),
            (
                "via",
                both(
                    "怎样复制：auto、tmux、osc52 或 native（不写是 auto）",
                    "The way: auto, tmux, osc52 or native (auto if left out)",
                ),
            ),
            ("half_width_parentheses", PARENTHESES),
        ],
        examples: &[
            ("pouxi copy last", both("复制整份", "Copy all of it")),
            (
                "pouxi copy last --section 2 --format txt",
                both("只复制第二部分", "Copy the second section"),
            ),
            (
                "pouxi copy last --list measures",
                both(
                    "只复制整改措施，带责任人和时限",
                    "Copy the measures, with owners and dates",
                ),
            ),
        ],
    },
    CommandHelp {
        name: "import",
        about: both(
            "把现成的材料读成一份新草稿",
            "Read an existing report into a new draft",
        ),
        details: both(
            "能读 .txt、.md、.docx，也读 pouxi new --answers 的答案文件（JSON）。\n\
             原文的字一个不少：放不进各部分的，留在草稿的暂不使用的内容里，并说明是哪一行。\n\
             原文件不会改动。",
            "It reads .txt, .md and .docx, and the answer file of pouxi new --answers (JSON).\n\
             Not a word is lost: what has no place is kept in the draft, not used, with its line.\n\
             The file itself is never changed.",
        ),
        arguments: &[
            (
                "file",
                both("文件（- 是标准输入）", "The file (- for standard input)"),
            ),
            (
                "template",
                both(
                    "用哪个模板，编号见 pouxi template list（不写是 auto，按内容选）",
                    "The template, see pouxi template list (auto if left out: the one that fits best)",
                ),
            ),
            (
                "text",
                both(
                    "文件里有几篇文章时，要第几篇",
                    "Which text of a file that holds several",
                ),
            ),
            (
                "ledger",
                both(
                    "文件是这份草稿的台账（xlsx 或 csv）：把改过的状态、时限、责任人、佐证读回来",
                    "The file is the ledger of this draft (XLSX or CSV): read the statuses, dates, owners and evidence \
                     changed in it",
                ),
            ),
            (
                "dry_run",
                both(
                    "只看读成什么样，不建草稿",
                    "Only show what it is read as, make nothing",
                ),
            ),
            ("json", JSON),
        ],
        examples: &[
            (
                "pouxi import ledger.xlsx --ledger last",
                both(
                    "把台账里的改动读回来",
                    "Read back what was changed in a ledger",
                ),
            ),
            (
                "pouxi import report.docx --dry-run",
                both("先看读成什么样", "See first what it is read as"),
            ),
            (
                "pouxi import report.docx",
                both("读成新草稿", "Make a draft of it"),
            ),
            (
                "pouxi import pages.txt --text 2",
                both("只要文件里的第二篇", "The second text of a file"),
            ),
            ("pouxi import - --json", both("在脚本里用", "From a script")),
        ],
    },
    CommandHelp {
        name: "rename",
        about: both("改题目", "Change the title"),
        details: NOTHING,
        arguments: &[("draft", DRAFT), ("title", both("新题目", "The new title"))],
        examples: &[(
            "pouxi rename last 2025-self-review",
            both("改上次写的那份", "Change that of the last one"),
        )],
    },
    CommandHelp {
        name: "due",
        about: both(
            "各份草稿里没完成的措施，按时限排",
            "List the measures of all drafts that are not done, by date",
        ),
        details: both(
            "过期的在前，没写明日期的在后。2026年6月底前、2026年上半年这样的时限按最后一天算。",
            "What is overdue comes first, what has no date last. Of a time such as June 2026 the last day counts.",
        ),
        arguments: &[
            (
                "within",
                both(
                    "只要这么多天以内到期的，过期的也算",
                    "Only what is due within so many days, or overdue",
                ),
            ),
            (
                "before",
                both(
                    "只要这一天以前到期的，如 2026-07-01",
                    "Only what is due before this day, such as 2026-07-01",
                ),
            ),
            (
                "all",
                both("已完成、已销号的也列", "List done and closed ones too"),
            ),
            ("json", JSON),
        ],
        examples: &[
            (
                "pouxi due",
                both("看还有什么要做", "See what is left to do"),
            ),
            (
                "pouxi due --within 30",
                both("一个月内到期的", "What is due within a month"),
            ),
        ],
    },
    CommandHelp {
        name: "duplicate",
        about: both(
            "复制出一份一样的草稿，输出它的编号",
            "Make a second draft of the same content, and write its id",
        ),
        details: NOTHING,
        arguments: &[("draft", DRAFT), ("json", JSON)],
        examples: &[(
            "pouxi duplicate last",
            both("大改之前留一份", "Keep one before a large change"),
        )],
    },
    CommandHelp {
        name: "archive",
        about: both(
            "把草稿归档：不再列出，都留着",
            "Put a draft into the archive",
        ),
        details: both(
            "内容一个字不动，按编号或题目照样能导出、查看。打开来写，就又回到列表里。",
            "Nothing of it is touched: by its id or title it can be shown and exported as before. Opening it to write takes it out.",
        ),
        arguments: &[
            ("draft", DRAFT),
            ("undo", both("放回列表", "Take it out again")),
        ],
        examples: &[
            ("pouxi archive k3m9", both("归档", "Put it away")),
            (
                "pouxi archive k3m9 --undo",
                both("放回列表", "Take it out again"),
            ),
        ],
    },
    CommandHelp {
        name: "delete",
        about: both("把草稿移到回收站", "Move a draft to the trash"),
        details: both(
            "会先问一次。用 pouxi restore 可以取回。",
            "It asks once. pouxi restore takes the draft back.",
        ),
        arguments: &[("draft", DRAFT), ("yes", both("不用问", "Do not ask"))],
        examples: &[
            ("pouxi delete k3m9", both("先问再删", "Ask, then delete")),
            (
                "pouxi delete k3m9 --yes",
                both("在脚本里用", "From a script"),
            ),
        ],
    },
    CommandHelp {
        name: "trash",
        about: both("列出回收站里的草稿", "List the drafts in the trash"),
        details: NOTHING,
        arguments: &[("json", JSON)],
        examples: &[("pouxi trash", both("看删了哪些", "See what was deleted"))],
    },
    CommandHelp {
        name: "trash list",
        about: both("列出回收站里的草稿", "List the drafts in the trash"),
        details: NOTHING,
        arguments: &[],
        examples: &[(
            "pouxi trash list --json",
            both("在脚本里用", "From a script"),
        )],
    },
    CommandHelp {
        name: "trash empty",
        about: both(
            "清空回收站：永久删除里面的草稿（先问一声）",
            "Empty the trash: remove its drafts for good, after asking",
        ),
        details: both(
            "草稿、它的历史和数据文件夹里为它存的文件都删掉，以后取不回来。磁盘和备份里可能还有旧的数据，剖析管不到。",
            "The drafts go with their history and the files kept of them in the data folder; nothing brings them \
             back. What the disk or a backup still holds is out of reach.",
        ),
        arguments: &[("yes", both("不问，直接删", "Remove without asking"))],
        examples: &[(
            "pouxi trash empty --yes",
            both("在脚本里用", "From a script"),
        )],
    },
    CommandHelp {
        name: "restore",
        about: both("从回收站取回草稿", "Take a draft back from the trash"),
        details: NOTHING,
        arguments: &[(
            "draft",
            both(
                "回收站里的草稿：编号、编号的开头几位、题目，或 last",
                "The draft in the trash: its id, the beginning of its id, its title, or last",
            ),
        )],
        examples: &[(
            "pouxi restore last",
            both("取回最近删的", "Take back what was used last before"),
        )],
    },
    CommandHelp {
        name: "history",
        about: both(
            "列出一份草稿以前的版本；比较、恢复、彻底清除",
            "List the earlier versions of a draft; compare, restore, erase them",
        ),
        details: both(
            "版本是每天最后的样子、停笔一小时前的样子、每次导出或复制时的样子，以及大段删除、全部替换、导入、恢复之前的样子。\n\
             版本从日志里算出来，不另外存。",
            "A version is the draft at the end of a day, before a pause of an hour, whenever it was exported or \
             copied, and before much was erased or replaced, before an import or a restore.\n\
             Versions are computed from the journal; nothing is stored twice.",
        ),
        arguments: &[("draft", DRAFT), ("json", JSON)],
        examples: &[
            (
                "pouxi history last",
                both("看有哪些版本", "See which versions there are"),
            ),
            (
                "pouxi history compare last 128",
                both(
                    "看版本128以后改了什么",
                    "See what was changed since version 128",
                ),
            ),
            (
                "pouxi history restore last 128",
                both("恢复成版本128", "Make version 128 the draft again"),
            ),
        ],
    },
    CommandHelp {
        name: "history compare",
        about: both(
            "看一个版本和现在（或另一个版本）有什么不同",
            "Show what differs between a version and the draft, or another version",
        ),
        details: both(
            "[加：]里是后来加的，[删：]里是后来删的。",
            "[new: ] came later, [gone: ] was taken out.",
        ),
        arguments: &[
            ("draft", DRAFT),
            ("rev", REV),
            (
                "other",
                both(
                    "另一个版本（不写就是现在的草稿）",
                    "Another version (the draft as it is if left out)",
                ),
            ),
            ("json", JSON),
        ],
        examples: &[(
            "pouxi history compare last 64 128",
            both("比较两个版本", "Compare two versions"),
        )],
    },
    CommandHelp {
        name: "history restore",
        about: both(
            "恢复成以前的版本",
            "Make an earlier version the draft again",
        ),
        details: both(
            "这也是一处修改：打开后可以撤销。恢复之前的样子也留作一个版本。",
            "It is a change like any other: undo takes it back. What was there before is a version too.",
        ),
        arguments: &[("draft", DRAFT), ("rev", REV)],
        examples: &[(
            "pouxi history restore last 128",
            both("恢复成版本128", "Make version 128 the draft again"),
        )],
    },
    CommandHelp {
        name: "history forget",
        about: both(
            "彻底清除删掉过的文字和以前的版本（先问一声）",
            "Erase deleted words and earlier versions for good, after asking",
        ),
        details: both(
            "现在的文字不动，暂不使用的内容也算在内；由它复制出来的草稿是另一份，要另外清除。\n\
             旧日志、损坏后另存的文件、数据文件夹里为它存的导出和编辑文件都删掉，以后不能撤销，也取不回来。\n\
             磁盘、快照和备份里可能还有旧的数据，剖析管不到；复制或另存出去的文件也不动。",
            "What is written now stays, the texts set aside with it; a duplicate of the draft is another draft, with a \
             past of its own.\n\
             Old journals, files kept aside as damaged, and what the data folder keeps of \
             its exports and of your editor go; no undo, nothing brings them back.\n\
             What the disk, a snapshot or a backup still holds is out of reach, and files you saved elsewhere stay.",
        ),
        arguments: &[
            ("draft", DRAFT),
            ("yes", both("不问，直接清除", "Erase without asking")),
        ],
        examples: &[(
            "pouxi history forget last",
            both("清除上次那份的历史", "Erase the past of the last one"),
        )],
    },
    CommandHelp {
        name: "template",
        about: both(
            "看有哪些模板，做自己的模板",
            "Show the templates, make your own",
        ),
        details: both(
            "模板说明一种材料有哪些部分和方面、问哪些问题，写法见 docs/templates.md。",
            "A template says what a kind of report consists of and what is asked; docs/templates.md tells how to write one.",
        ),
        arguments: &[],
        examples: &[("pouxi template list", both("看有哪些", "See what there is"))],
    },
    CommandHelp {
        name: "template list",
        about: both("列出模板", "List the templates"),
        details: NOTHING,
        arguments: &[("json", JSON)],
        examples: &[("pouxi template list", both("编号和名称", "Ids and names"))],
    },
    CommandHelp {
        name: "template show",
        about: both(
            "输出一个模板的文件，可以照着改",
            "Write the file of a template, to start your own from",
        ),
        details: NOTHING,
        arguments: &[
            ("id", both("模板的编号", "The id of the template")),
            ("json", JSON),
        ],
        examples: &[(
            "pouxi template show mzsh-2025",
            both("民主生活会的模板", "The file of one template"),
        )],
    },
    CommandHelp {
        name: "template check",
        about: both(
            "检查一个模板文件，逐条指出哪里不对",
            "Check a template file and tell everything wrong with it",
        ),
        details: both(
            "有问题时退出码是1。",
            "The exit code is 1 if something is wrong.",
        ),
        arguments: &[
            (
                "file",
                both(
                    "模板文件（- 是标准输入）",
                    "The template file (- for standard input)",
                ),
            ),
            ("json", JSON),
        ],
        examples: &[(
            "pouxi template check my.toml",
            both("检查自己写的模板", "Check one of your own"),
        )],
    },
    CommandHelp {
        name: "template new",
        about: both(
            "照一个模板做一份自己的，存进数据文件夹",
            "Make a template of your own from another, in the data folder",
        ),
        details: both(
            "输出新文件的位置，改好以后用 pouxi template check 检查。不写 --from 时照通用的那个做。",
            "Writes where the file is; edit it, then let pouxi template check look at it. Without --from it starts from the general one.",
        ),
        arguments: &[
            (
                "id",
                both(
                    "新模板的编号：小写字母、数字和连字符",
                    "The id of the new template: small letters, digits, hyphens",
                ),
            ),
            ("from", both("照哪个模板", "The template to start from")),
            ("name", both("新模板的名称", "The name in lists")),
            ("json", JSON),
        ],
        examples: &[(
            "pouxi template new river-2026 --from mzsh-2025",
            both("照2025年度的做一份", "Your own, from a built-in one"),
        )],
    },
    CommandHelp {
        name: "template add",
        about: both(
            "收下一个模板文件，存进数据文件夹",
            "Take in a template file, into the data folder",
        ),
        details: both(
            "有问题的文件不收。同事之间可以用 pouxi template show ID > 文件 和这个命令交换模板。",
            "A file with faults is not taken in. Colleagues share templates with pouxi template show ID > FILE and this command.",
        ),
        arguments: &[
            (
                "file",
                both(
                    "模板文件（- 是标准输入）",
                    "The template file (- for standard input)",
                ),
            ),
            (
                "force",
                both(
                    "已经有同样编号的，用这个换掉",
                    "Replace your own template of the same id",
                ),
            ),
            ("json", JSON),
        ],
        examples: &[(
            "pouxi template add river-2026.toml",
            both("收下同事给的模板", "Take in what a colleague gave you"),
        )],
    },
    CommandHelp {
        name: "template from-notice",
        about: both(
            "读通知，照着做成模板",
            "Read a notice and make a template of it",
        ),
        details: both(
            "读年度、会议、字数、方面和要写的部分，逐行说出读到了什么、哪里没有读懂。问过以后才存；\n\
             没有终端时要写 --keep 才存。通知里没有的不会编出来。",
            "Reads year, occasion, length, dimensions and parts, and tells line by line what it read and where it \
             read nothing. Kept only when you agree, or with --keep where there is no terminal. What the notice does \
             not say is not made up.",
        ),
        arguments: &[
            (
                "file",
                both(
                    "通知：Word（.docx）或文本文件（- 是标准输入，不写也是）",
                    "The notice, a Word document (.docx) or a text (- for standard input, which is usual)",
                ),
            ),
            ("keep", both("不问，直接存成模板", "Keep it without asking")),
            (
                "id",
                both(
                    "模板的编号，不写就按会议和年度取一个",
                    "The id; else one is made of occasion and year",
                ),
            ),
            ("name", both("模板的名称", "The name in lists")),
            ("json", JSON),
        ],
        examples: &[(
            "pouxi template from-notice notice.txt",
            both("读一个通知", "Read a notice"),
        )],
    },
    CommandHelp {
        name: "doctor",
        about: both(
            "检查存放的草稿，能修的修好",
            "Look over the drafts as they are stored, and mend what can be mended",
        ),
        details: both(
            "不写 --repair 就只看，什么都不动。修之前先把那份草稿的文件原样留一份副本在数据文件夹的 repaired 里。\n\
             有要修的地方就以退出码1结束。看过的终端也列出来，一个一行。",
            "Without --repair nothing is touched. Before a draft is mended, its files are kept as they are under \
             repaired in the data folder.\n\
             The exit code is 1 where something should be mended. Terminals that were looked at are listed, a line each.",
        ),
        arguments: &[
            (
                "repair",
                both(
                    "修好能修的，先留副本",
                    "Mend what can be mended, keeping a copy",
                ),
            ),
            (
                "terminal",
                both(
                    "看看这个终端：显示几样东西，一样样问你看见什么，答案记下来",
                    "Look at this terminal: show some things, ask what you see, keep the answers",
                ),
            ),
            ("json", JSON),
        ],
        examples: &[
            (
                "pouxi doctor",
                both("看有没有问题", "See whether anything is wrong"),
            ),
            (
                "pouxi doctor --repair",
                both("修好能修的", "Mend what can be mended"),
            ),
            (
                "pouxi doctor --terminal",
                both(
                    "编码、字体、引号占几格、光标、颜色、剪贴板、粘贴",
                    "Encoding, fonts, width of quotation marks, cursor, colours, clipboard, paste",
                ),
            ),
        ],
    },
    CommandHelp {
        name: "settings",
        about: both(
            "说出现在的设置，查设置文件；也可以写一份带说明的设置文件",
            "Tell what is set and check the settings file; also make a commented one",
        ),
        details: both(
            "设置文件是数据文件夹里的 settings.toml。有不对的地方，逐处说出第几行、哪里不对、怎么改，以退出码4结束，\
             文件不动。\n\
             已经有设置文件，--init 就什么都不动。",
            "The settings file is settings.toml in the data folder. What is wrong in it is told one by one: the line, \
             what is wrong, and what to write; the exit code is 4 then, and the file is left as it is.\n\
             Where there is a settings file, --init changes nothing.",
        ),
        arguments: &[
            (
                "init",
                both(
                    "没有设置文件就写一份，每一项都有说明",
                    "Make the settings file, with a word on each setting, if there is none",
                ),
            ),
            ("json", JSON),
        ],
        examples: &[
            (
                "pouxi settings",
                both("现在的设置，有没有写错的", "What is set, and what is wrong"),
            ),
            (
                "pouxi settings --init",
                both(
                    "写一份带说明的设置文件，输出它的位置",
                    "Make a commented settings file, and tell its place",
                ),
            ),
        ],
    },
    CommandHelp {
        name: "path",
        about: both("说出草稿放在哪里", "Tell where the drafts are kept"),
        details: NOTHING,
        arguments: &[("json", JSON)],
        examples: &[("pouxi path", both("数据文件夹", "The data folder"))],
    },
    CommandHelp {
        name: "completions",
        about: both(
            "输出补全脚本，让 shell 会补全命令",
            "Write the script with which a shell completes commands",
        ),
        details: both(
            "脚本写到标准输出，说明用界面的语言。放在哪里看各个 shell 的说明；例子里是常用的地方。",
            "The script goes to standard output, its words in the language of the interface. Your shell's manual says \
             where it belongs; the examples show the usual places.",
        ),
        arguments: &[(
            "shell",
            both(
                "哪种 shell：bash、zsh、fish、powershell 或 nushell",
                "The shell: bash, zsh, fish, powershell or nushell",
            ),
        )],
        examples: &[
            (
                "pouxi completions bash",
                both(
                    "存成 ~/.local/share/bash-completion/completions/pouxi",
                    "To be kept as ~/.local/share/bash-completion/completions/pouxi",
                ),
            ),
            (
                "pouxi completions zsh",
                both(
                    "存成 fpath 里一个文件夹的 _pouxi",
                    "To be kept as _pouxi in a folder of fpath",
                ),
            ),
            (
                "pouxi completions fish",
                both(
                    "存成 ~/.config/fish/completions/pouxi.fish",
                    "To be kept as ~/.config/fish/completions/pouxi.fish",
                ),
            ),
            (
                "pouxi completions powershell",
                both("加到 $PROFILE 的末尾", "To be added to the end of $PROFILE"),
            ),
            (
                "pouxi completions nushell",
                both(
                    "存成 pouxi.nu，在 config.nu 里写 use pouxi.nu *",
                    "To be kept as pouxi.nu; write use pouxi.nu * into config.nu",
                ),
            ),
        ],
    },
    CommandHelp {
        name: "man",
        about: both("输出手册页", "Write the manual pages"),
        details: both(
            "不写 --out 就把主页写到标准输出，用界面的语言。写了 --out 就把每个命令的中文页和英文页都存进去：\
             man1 里是英文，zh_CN/man1 里是中文，man 会自己选。",
            "Without --out the main page goes to standard output, in the language of the interface. With it, the pages \
             of all commands are written in both languages: English in man1, Chinese in zh_CN/man1, where man looks.",
        ),
        arguments: &[(
            "out",
            both(
                "存进这个文件夹，没有就新建",
                "Write them into this folder, which is made if there is none",
            ),
        )],
        examples: &[
            (
                "pouxi man",
                both("主页，可以接着交给 man -l -", "The main page, for man -l -"),
            ),
            (
                "pouxi man --out ~/.local/share/man",
                both("全部手册页", "All pages"),
            ),
        ],
    },
];

/// Returns what is said of a command.
pub fn of(name: &str) -> Option<&'static CommandHelp> {
    COMMANDS.iter().find(|it| it.name == name)
}

/// Returns the word for a kind of value, where it is not the one in the code.
pub fn value(lang: Lang, kind: &str) -> Option<&'static str> {
    match lang {
        Lang::Zh => VALUES.iter().find(|(it, _)| *it == kind).map(|(_, zh)| *zh),
        Lang::En => None,
    }
}

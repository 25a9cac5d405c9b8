//! The official layout as its file says it, for the usual export, which so need not read the file. A test holds both
//! together.

use super::model::{
    Align, Font, Heading, Layout, Page, PageNumber, Place, Style, Table, Text, Title,
};

/// Returns what `files/official.toml` says.
pub(super) fn official() -> Layout {
    let songti = font(&["宋体", "SimSun", "STSong"]);
    let fangsong = font(&["仿宋_GB2312", "仿宋", "FangSong", "STFangsong"]);
    let kaiti = font(&["楷体_GB2312", "楷体", "KaiTi", "STKaiti"]);
    let heiti = font(&["黑体", "SimHei", "STHeiti"]);
    let biaosong = font(&[
        "方正小标宋简体",
        "方正小标宋_GBK",
        "小标宋体",
        "宋体",
        "SimSun",
    ]);
    Layout {
        name: "公文格式".to_owned(),
        page: Page {
            width: 11906,
            height: 16838,
            top: 2098,
            bottom: 1984,
            left: 1587,
            right: 1474,
        },
        text: Text {
            font: fangsong.clone(),
            latin: "Times New Roman".to_owned(),
            size: 32,
            pitch: 579,
            scale: 98,
            indent: 2,
            has_hanging_punctuation: false,
            has_curly_quotes: true,
            is_run_in: true,
            keeps_headings: true,
        },
        title: Title {
            style: style(biaosong, 44, Align::Center),
            blank_lines_below: 1,
            breaks_by_sense: true,
        },
        byline: style(kaiti.clone(), 32, Align::Center),
        section: Heading {
            style: style(heiti, 32, Align::Left),
            indent: 2,
        },
        dimension: Heading {
            style: style(kaiti, 32, Align::Left),
            indent: 2,
        },
        is_lead_bold: false,
        page_number: Some(PageNumber {
            font: songti,
            size: 28,
            has_dashes: true,
            place: Place::Outside,
            below: 397,
        }),
        table: Table {
            font: fangsong,
            size: 24,
            pitch: 360,
        },
    }
}

fn style(font: Font, size: u32, align: Align) -> Style {
    Style {
        font,
        size,
        is_bold: false,
        align,
    }
}

/// A face by its names, the first of which is its own.
fn font(names: &[&str]) -> Font {
    let mut names = names.iter().map(|it| (*it).to_owned());
    Font {
        name: names.next().unwrap_or_default(),
        otherwise: names.collect(),
    }
}

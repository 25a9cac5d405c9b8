//! The syllables of Mandarin as Hanyu Pinyin writes them, and the reading of a word in them. Knows no characters.

/// Every syllable, without tone, `ü` written `v`. Sorted.
#[rustfmt::skip]
const SYLLABLES: &[&str] = &[
    "a", "ai", "an", "ang", "ao", "ba", "bai", "ban", "bang", "bao", "bei", "ben", "beng", "bi", "bian",
    "biao", "bie", "bin", "bing", "bo", "bu", "ca", "cai", "can", "cang", "cao", "ce", "cen", "ceng", "cha",
    "chai", "chan", "chang", "chao", "che", "chen", "cheng", "chi", "chong", "chou", "chu", "chua", "chuai",
    "chuan", "chuang", "chui", "chun", "chuo", "ci", "cong", "cou", "cu", "cuan", "cui", "cun", "cuo", "da",
    "dai", "dan", "dang", "dao", "de", "dei", "den", "deng", "di", "dia", "dian", "diao", "die", "ding",
    "diu", "dong", "dou", "du", "duan", "dui", "dun", "duo", "e", "ei", "en", "er", "fa", "fan", "fang",
    "fei", "fen", "feng", "fo", "fou", "fu", "ga", "gai", "gan", "gang", "gao", "ge", "gei", "gen", "geng",
    "gong", "gou", "gu", "gua", "guai", "guan", "guang", "gui", "gun", "guo", "ha", "hai", "han", "hang",
    "hao", "he", "hei", "hen", "heng", "hong", "hou", "hu", "hua", "huai", "huan", "huang", "hui", "hun",
    "huo", "ji", "jia", "jian", "jiang", "jiao", "jie", "jin", "jing", "jiong", "jiu", "ju", "juan", "jue",
    "jun", "ka", "kai", "kan", "kang", "kao", "ke", "kei", "ken", "keng", "kong", "kou", "ku", "kua", "kuai",
    "kuan", "kuang", "kui", "kun", "kuo", "la", "lai", "lan", "lang", "lao", "le", "lei", "leng", "li",
    "lia", "lian", "liang", "liao", "lie", "lin", "ling", "liu", "lo", "long", "lou", "lu", "luan", "lun",
    "luo", "lv", "lve", "ma", "mai", "man", "mang", "mao", "me", "mei", "men", "meng", "mi", "mian", "miao",
    "mie", "min", "ming", "miu", "mo", "mou", "mu", "na", "nai", "nan", "nang", "nao", "ne", "nei", "nen",
    "neng", "ni", "nian", "niang", "niao", "nie", "nin", "ning", "niu", "nong", "nou", "nu", "nuan", "nuo",
    "nv", "nve", "o", "ou", "pa", "pai", "pan", "pang", "pao", "pei", "pen", "peng", "pi", "pian", "piao",
    "pie", "pin", "ping", "po", "pou", "pu", "qi", "qia", "qian", "qiang", "qiao", "qie", "qin", "qing",
    "qiong", "qiu", "qu", "quan", "que", "qun", "ran", "rang", "rao", "re", "ren", "reng", "ri", "rong",
    "rou", "ru", "rua", "ruan", "rui", "run", "ruo", "sa", "sai", "san", "sang", "sao", "se", "sen", "seng",
    "sha", "shai", "shan", "shang", "shao", "she", "shei", "shen", "sheng", "shi", "shou", "shu", "shua",
    "shuai", "shuan", "shuang", "shui", "shun", "shuo", "si", "song", "sou", "su", "suan", "sui", "sun",
    "suo", "ta", "tai", "tan", "tang", "tao", "te", "teng", "ti", "tian", "tiao", "tie", "ting", "tong",
    "tou", "tu", "tuan", "tui", "tun", "tuo", "wa", "wai", "wan", "wang", "wei", "wen", "weng", "wo", "wu",
    "xi", "xia", "xian", "xiang", "xiao", "xie", "xin", "xing", "xiong", "xiu", "xu", "xuan", "xue", "xun",
    "ya", "yan", "yang", "yao", "ye", "yi", "yin", "ying", "yo", "yong", "you", "yu", "yuan", "yue", "yun",
    "za", "zai", "zan", "zang", "zao", "ze", "zei", "zen", "zeng", "zha", "zhai", "zhan", "zhang", "zhao",
    "zhe", "zhei", "zhen", "zheng", "zhi", "zhong", "zhou", "zhu", "zhua", "zhuai", "zhuan", "zhuang",
    "zhui", "zhun", "zhuo", "zi", "zong", "zou", "zu", "zuan", "zui", "zun", "zuo",
];

/// The longest syllable, in letters.
const LONGEST: usize = 6;

/// How a word is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// So many syllables, each with its tone; the last may be without.
    Toned(usize),
    /// One syllable without a tone, in lower case.
    Plain,
    /// Not as pinyin.
    Foreign,
}

/// A letter without its tone.
#[derive(Clone, Copy)]
struct Letter {
    base: u8,
    is_toned: bool,
}

/// Reads a word; `None` if it is not made of letters that pinyin could have.
pub(super) fn reading(word: &str) -> Option<Reading> {
    let starts_large = word.starts_with(char::is_uppercase);
    let mut parts: Vec<Vec<Letter>> = vec![Vec::new()];
    for (idx, sign) in word.chars().enumerate() {
        let sign = if idx == 0 {
            sign.to_lowercase().next().unwrap_or(sign)
        } else {
            sign
        };
        if matches!(sign, ' ' | '\'' | '’' | '-') {
            parts.push(Vec::new());
            continue;
        }
        let letters = parts.last_mut()?;
        match letter(sign) {
            Some(letter) => letters.push(letter),
            None => letters.last_mut()?.take_mark(sign)?,
        }
    }
    let mut n_syllables = 0;
    let mut tones = Vec::new();
    for part in &parts {
        let Some(parted) = syllables(part) else {
            return Some(Reading::Foreign);
        };
        n_syllables += parted.len();
        tones.extend(parted);
    }
    let is_toned = match tones.as_slice() {
        [one] => *one,
        [most @ .., _] => most.iter().all(|it| *it),
        [] => false,
    };
    Some(match n_syllables {
        _ if is_toned => Reading::Toned(n_syllables),
        1 if !starts_large && parts.iter().all(|it| it.len() != 1) => Reading::Plain,
        _ => Reading::Foreign,
    })
}

impl Letter {
    /// Takes a combining mark in: a tone, or the dots of `ü`.
    fn take_mark(&mut self, mark: char) -> Option<()> {
        match mark {
            '\u{300}' | '\u{301}' | '\u{304}' | '\u{306}' | '\u{30C}' => self.is_toned = true,
            '\u{308}' if self.base == b'u' => self.base = b'v',
            _ => return None,
        }
        Some(())
    }
}

/// Returns a letter of pinyin. Web pages have `ɑ` and `ɡ` for `a` and `g`, and a breve for the third tone.
fn letter(sign: char) -> Option<Letter> {
    let (base, is_toned) = match sign {
        // A large letter is read, and begins no syllable.
        'a'..='z' | 'A'..='Z' => (u8::try_from(sign).ok()?, false),
        'ü' => (b'v', false),
        'ɑ' => (b'a', false),
        'ɡ' => (b'g', false),
        'ā' | 'á' | 'ǎ' | 'à' | 'ă' => (b'a', true),
        'ē' | 'é' | 'ě' | 'è' | 'ĕ' => (b'e', true),
        'ī' | 'í' | 'ǐ' | 'ì' | 'ĭ' => (b'i', true),
        'ō' | 'ó' | 'ǒ' | 'ò' | 'ŏ' => (b'o', true),
        'ū' | 'ú' | 'ǔ' | 'ù' | 'ŭ' => (b'u', true),
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => (b'v', true),
        _ => return None,
    };
    Some(Letter { base, is_toned })
}

/// Parts letters into syllables, each as long as it can be; returns which have their tone, or `None` if it cannot be
/// done or a syllable would have two.
fn syllables(letters: &[Letter]) -> Option<Vec<bool>> {
    // For every place the syllable that begins there, if all behind it can be parted. From the end: in linear time.
    let mut parted: Vec<Option<&[Letter]>> = vec![None; letters.len()];
    for start in (0..letters.len()).rev() {
        let rest = letters.get(start..).unwrap_or_default();
        let length = (1..=LONGEST.min(rest.len())).rev().find(|length| {
            let goes_on = parted.get(start + length).is_none_or(Option::is_some);
            goes_on && is_syllable(rest.get(..*length).unwrap_or_default())
        });
        *parted.get_mut(start)? = length.and_then(|it| rest.get(..it));
    }
    let mut toned = Vec::new();
    let mut start = 0;
    while start < letters.len() {
        let syllable = (*parted.get(start)?)?;
        toned.push(syllable.iter().any(|it| it.is_toned));
        start += syllable.len();
    }
    Some(toned)
}

fn is_syllable(letters: &[Letter]) -> bool {
    let n_tones = letters.iter().filter(|it| it.is_toned).count();
    let bases = || letters.iter().map(|it| it.base);
    n_tones < 2
        && SYLLABLES
            .binary_search_by(|it| it.bytes().cmp(bases()))
            .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(SYLLABLES.is_sorted_by(|a, b| a < b));
        assert_eq!(SYLLABLES.iter().map(|it| it.len()).max(), Some(LONGEST));
    }

    #[test]
    fn words_are_read() {
        use Reading::{Foreign, Plain, Toned};
        for (word, expected) in [
            ("fēng", Some(Toned(1))),
            ("xué", Some(Toned(1))),
            ("fe\u{304}ng", Some(Toned(1))),
            ("lǜ", Some(Toned(1))),
            ("lu\u{308}\u{300}", Some(Toned(1))),
            ("ɡònɡ", Some(Toned(1))),
            ("guăn", Some(Toned(1))),
            ("Běijīng", Some(Toned(2))),
            ("xué xí", Some(Toned(2))),
            ("māma", Some(Toned(2))),
            ("xī'ān", Some(Toned(2))),
            ("xue", Some(Plain)),
            ("a", Some(Foreign)),
            ("é", Some(Toned(1))),
            ("Xue", Some(Foreign)),
            ("xuexi", Some(Foreign)),
            ("plan", Some(Foreign)),
            ("café", Some(Foreign)),
            ("résumé", Some(Foreign)),
            ("KPI", Some(Foreign)),
            ("党组", None),
            ("", Some(Foreign)),
            ("v2", None),
            ("\u{304}a", None),
        ] {
            assert_eq!(reading(word), expected, "{word}");
        }
    }
}

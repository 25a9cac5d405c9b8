//! The only look at the environment, the clock, the host's name and the terminal's.
#![expect(
    clippy::disallowed_methods,
    reason = "this is where the environment and the clock are read"
)]

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::clipboard::Surroundings;
use crate::desk::rfc3339;
use crate::locale::Lang;
use crate::settings::Ground;
use crate::store::{Home, Owner};

/// Returns a variable that is set and not empty.
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|it| !it.is_empty())
}

/// Returns a variable that is set, not empty and UTF-8.
fn text(name: &str) -> Option<String> {
    variable(name)?.into_string().ok()
}

/// Returns the data folder: the one named on the command line, that of `POUXI_HOME`, or the platform's.
pub fn data_folder(named: Option<PathBuf>) -> Option<PathBuf> {
    named
        .or_else(|| variable("POUXI_HOME").map(PathBuf::from))
        .or_else(Home::default_root)
}

/// Returns where this run is to fail: `POUXI_FAILS`, for the tests of what a failure leaves.
#[cfg(debug_assertions)]
pub fn fuse() -> Option<crate::sitting::fuse::Fuse> {
    crate::sitting::fuse::Fuse::parse(&text("POUXI_FAILS")?)
}

/// A release fails by itself or not at all.
#[cfg(not(debug_assertions))]
pub fn fuse() -> Option<crate::sitting::fuse::Fuse> {
    None
}

/// Returns the language that `POUXI_LANG` names, as `--lang` does.
pub fn own_lang() -> Option<Lang> {
    let tag = text("POUXI_LANG")?;
    let is_known = |it: &str| tag.to_ascii_lowercase().starts_with(it);
    (is_known("zh") || is_known("en")).then(|| Lang::from_tag(&tag))
}

/// Returns the language of the system by the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
pub fn lang() -> Lang {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(variable);
    Lang::from_tag(&tag.unwrap_or_default().to_string_lossy())
}

/// Tells whether the environment asks for no colours (`NO_COLOR`, or a terminal that knows none).
pub fn wants_no_colour() -> bool {
    variable("NO_COLOR").is_some() || text("TERM").is_none_or(|it| it == "dumb")
}

/// Tells whether the environment asks for the line mode: by our own variable, which can also say no, or by the one that
/// other programs share. `None` where it does not say.
pub fn wants_lines() -> Option<bool> {
    let is_on = |it: &String| !matches!(it.as_str(), "0" | "false" | "no");
    let shared = || text("ACCESSIBLE").as_ref().is_some_and(is_on);
    match text("POUXI_PLAIN") {
        Some(own) => Some(is_on(&own)),
        None => shared().then_some(true),
    }
}

/// Tells whether the terminal can move its cursor, as far as its name says.
pub fn moves_cursor() -> bool {
    cfg!(not(unix)) || text("TERM").is_some_and(|it| it != "dumb")
}

/// Returns the encoding that the locale names, in its own words, where it names one that is not UTF-8. The locale of
/// POSIX names none; where nothing is set nothing is known.
pub fn other_charset() -> Option<String> {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(text)?;
    charset_of(&locale)
}

fn charset_of(locale: &str) -> Option<String> {
    let locale = locale.split('@').next().unwrap_or_default();
    match locale.split_once('.') {
        Some((_, it)) if matches!(it.to_ascii_lowercase().as_str(), "utf-8" | "utf8") => None,
        Some((_, it)) => Some(it.to_owned()),
        None if matches!(locale, "C" | "POSIX") => Some("ASCII".to_owned()),
        // A language without an encoding: most systems mean UTF-8 by now.
        None => None,
    }
}

/// Tells whether the environment asks for colours also where nothing is a terminal (`CLICOLOR_FORCE`); `NO_COLOR` wins.
pub fn forces_colour() -> bool {
    text("CLICOLOR_FORCE").is_some_and(|it| it != "0")
}

/// Returns what the environment says of the terminal's ground; nothing where it may speak of another terminal.
pub fn ground() -> Option<Ground> {
    ground_of(text)
}

/// Few terminals say what their ground is: those that set `COLORFGBG` (foreground and ground, as numbers of the 16
/// colours), and the console of Linux, which is black. The variable is handed on to whatever is started from there,
/// so it is believed only beside a sign of the terminals that set it, and not where another terminal, or one that
/// parts windows and outlives the terminal it was started in, left its sign too.
fn ground_of(variable: impl Fn(&str) -> Option<String>) -> Option<Ground> {
    const OTHERS: [&str; 6] = [
        "TMUX",
        "STY",
        "ZELLIJ",
        "VTE_VERSION",
        "XTERM_VERSION",
        "WT_SESSION",
    ];
    if OTHERS.iter().any(|it| variable(it).is_some()) {
        return None;
    }
    let term = variable("TERM").unwrap_or_default();
    if term == "linux" {
        return Some(Ground::Dark);
    }
    let sets_it = term.starts_with("rxvt")
        || variable("KONSOLE_VERSION").is_some()
        || variable("TERM_PROGRAM").is_some_and(|it| it == "iTerm.app");
    let numbers = variable("COLORFGBG").filter(|_| sets_it)?;
    match numbers.rsplit(';').next()?.parse() {
        Ok(0..=6 | 8) => Some(Ground::Dark),
        Ok(7 | 9..=15) => Some(Ground::Light),
        Ok(16_u8..) | Err(_) => None,
    }
}

/// Tells whether a newcomer may be shown the guide: `POUXI_NO_GUIDE` keeps it out of the way of scripts that drive the
/// full screen.
pub fn wants_guide() -> bool {
    variable("POUXI_NO_GUIDE").is_none()
}

/// Returns the writer's own editors: `VISUAL` and `EDITOR`, as they are set.
pub fn editors() -> [Option<String>; 2] {
    [text("VISUAL"), text("EDITOR")]
}

/// Returns what decides how a text is copied.
pub fn surroundings() -> Surroundings {
    Surroundings::from_vars(&text)
}

/// Returns who writes: this process on this machine in this terminal, from now on.
pub fn owner() -> Owner {
    Owner {
        pid: std::process::id(),
        host: host(),
        terminal: terminal(),
        since: rfc3339(now()),
    }
}

/// Returns the time.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Returns today where the writer is; `POUXI_TODAY` says which day it is to be, for the tests of what is due.
#[cfg(debug_assertions)]
pub fn today() -> Date {
    let named = text("POUXI_TODAY").and_then(|it| it.parse().ok());
    named.unwrap_or_else(|| local(now()).date())
}

/// Returns today where the writer is.
#[cfg(not(debug_assertions))]
pub fn today() -> Date {
    local(now()).date()
}

/// Returns the year where the writer is.
pub fn this_year() -> i16 {
    local(now()).year()
}

/// Returns a time of the files as the writer's clock shows it, to the minute; what is no time stays as it is.
pub fn local_time(rfc3339: &str) -> String {
    match rfc3339.parse::<Timestamp>() {
        Ok(time) => local(time).strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => rfc3339.to_owned(),
    }
}

/// Returns the writer's time zone.
///
/// Looks first where nearly every system says it, in one file: the library would list the whole folder of zones to
/// find the name of this one.
pub fn zone() -> TimeZone {
    static ZONE: OnceLock<TimeZone> = OnceLock::new();
    let from_file = || {
        let path = zone_file(std::env::var_os("TZ"))?;
        let mut bytes = Vec::new();
        let file = std::fs::File::open(path).ok()?;
        file.take(LONGEST_ZONE).read_to_end(&mut bytes).ok()?;
        TimeZone::tzif("the writer's", &bytes).ok()
    };
    ZONE.get_or_init(|| from_file().unwrap_or_else(TimeZone::system))
        .clone()
}

/// No file of a zone is longer, in bytes.
const LONGEST_ZONE: u64 = 1 << 20;

/// Returns the one file that holds the zone, from `TZ`; `None` where `TZ` says it in another way than by the name of a
/// region and a place.
#[cfg(unix)]
fn zone_file(tz: Option<OsString>) -> Option<PathBuf> {
    let Some(tz) = tz else {
        return Some(PathBuf::from("/etc/localtime"));
    };
    let name = tz.to_str()?;
    let name = name.strip_prefix(':').unwrap_or(name);
    let is_sign = |it: char| it.is_ascii_alphanumeric() || matches!(it, '/' | '_' | '-' | '+');
    let is_name = name.contains('/') && !name.starts_with('/') && name.chars().all(is_sign);
    is_name.then(|| Path::new("/usr/share/zoneinfo").join(name))
}

#[cfg(not(unix))]
fn zone_file(_: Option<OsString>) -> Option<PathBuf> {
    None
}

fn local(time: Timestamp) -> DateTime {
    zone().to_datetime(time)
}

#[cfg(unix)]
fn host() -> String {
    let name = rustix::system::uname();
    name.nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
fn host() -> String {
    text("COMPUTERNAME").unwrap_or_default()
}

/// Returns the terminal's name, such as `pts/3`; empty without one.
#[cfg(unix)]
fn terminal() -> String {
    let name = rustix::termios::ttyname(std::io::stdin(), Vec::new())
        .or_else(|_| rustix::termios::ttyname(std::io::stderr(), Vec::new()));
    let name = name.map(|it| it.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    name.strip_prefix("/dev/").unwrap_or(&name).to_owned()
}

#[cfg(not(unix))]
fn terminal() -> String {
    String::new()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_ground_is_known_where_the_terminal_itself_says_it() {
        let ground = |variables: &[(&str, &str)]| {
            let found = |name: &str| variables.iter().find(|it| it.0 == name);
            ground_of(|name| found(name).map(|it| it.1.to_owned()))
        };
        assert_eq!(ground(&[]), None);
        assert_eq!(ground(&[("TERM", "linux")]), Some(Ground::Dark));
        for (numbers, expected) in [
            ("15;0", Some(Ground::Dark)),
            ("15;default;0", Some(Ground::Dark)),
            ("12;8", Some(Ground::Dark)),
            ("0;15", Some(Ground::Light)),
            ("0;7", Some(Ground::Light)),
            ("0;default", None),
            ("0;300", None),
            ("", None),
        ] {
            let of_konsole = [("COLORFGBG", numbers), ("KONSOLE_VERSION", "230804")];
            assert_eq!(ground(&of_konsole), expected, "{numbers}");
            // Who said it is not known, or another terminal was started from there.
            assert_eq!(ground(&of_konsole[..1]), None, "{numbers}");
            for other in ["TMUX", "VTE_VERSION", "WT_SESSION"] {
                let within = [of_konsole[0], of_konsole[1], (other, "1")];
                assert_eq!(ground(&within), None, "{numbers} {other}");
            }
        }
    }

    #[test]
    fn a_zone_is_one_file_where_its_name_says_which() {
        let file = |tz: &str| zone_file(Some(OsString::from(tz)));
        assert_eq!(zone_file(None), Some("/etc/localtime".into()));
        let shanghai = Some(PathBuf::from("/usr/share/zoneinfo/Asia/Shanghai"));
        assert_eq!(file("Asia/Shanghai"), shanghai);
        assert_eq!(file(":Asia/Shanghai"), shanghai);
        // What else TZ can hold is read by the library.
        for other in [
            "",
            "UTC",
            "CST-8",
            "<+08>-8",
            "/etc/localtime",
            "../Asia/Shanghai",
            "EST5EDT,M3.2.0,M11.1.0",
        ] {
            assert_eq!(file(other), None, "{other}");
        }
    }
}

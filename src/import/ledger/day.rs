//! Days as spreadsheets of other countries save them: `09/30/2026`, `30.9.26`. Which number is the month is not said.

use jiff::civil::Date;

/// Returns the days that the words may mean: month first, then day first; none for what is no such day.
pub(super) fn days(words: &str) -> Vec<Date> {
    let parts: Vec<&str> = words.trim().split(['/', '.', '-']).collect();
    let [first, second, year] = parts[..] else {
        return Vec::new();
    };
    let number = |it: &str| {
        it.parse::<i8>()
            .ok()
            .filter(|_| it.len() <= 2 && !it.starts_with('+'))
    };
    let year = match year.len() {
        4 => year.parse::<i16>().ok(),
        2 => number(year).map(|it| 2000 + i16::from(it)),
        _ => None,
    };
    let (Some(first), Some(second), Some(year)) = (number(first), number(second), year) else {
        return Vec::new();
    };
    let readings = [(first, second), (second, first)];
    let days = readings.map(|(month, day)| Date::new(year, month, day).ok());
    days.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn both_readings_are_given() {
        assert_eq!(days("09/30/2026"), [date(2026, 9, 30)]);
        assert_eq!(days("30.9.26"), [date(2026, 9, 30)]);
        assert_eq!(days("3/5/2026"), [date(2026, 3, 5), date(2026, 5, 3)]);
        for it in [
            "2026-09-30",
            "",
            "1/2",
            "13/13/2026",
            "+1/2/2026",
            "a/b/2026",
            "1/2/3/2026",
        ] {
            assert_eq!(days(it), [], "{it}");
        }
    }
}

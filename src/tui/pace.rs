//! When what was written is brought to the disk, and when a silence is a pause. Reads no clock: it is told the time,
//! as the time since the loop began.

use std::time::Duration;

use crate::sitting::model::Saving;

/// After this long without a key, what was written is brought to the disk.
const PAUSE: Duration = Duration::from_millis(500);
/// However long somebody types without such a pause, what was written is brought to the disk this often.
const AT_LATEST: Duration = Duration::from_secs(2);
/// While saving fails, it is tried again this often. Nothing is drawn: the next key shows what came of it.
const RETRY: Duration = Duration::from_secs(2);

/// What the loop remembers of the time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pace {
    /// When something was heard last.
    heard: Duration,
    /// Since when there is something that is not on the disk.
    unsynced_since: Option<Duration>,
}

impl Pace {
    /// Something was heard: a key, or an answer of the world.
    pub(super) fn hear(&mut self, now: Duration) {
        self.heard = now;
    }

    /// Tells whether what was written must be brought to the disk although nobody pauses; asked anew, it counts
    /// from then.
    pub(super) fn is_sync_due(&mut self, saving: Option<Saving>, now: Duration) -> bool {
        let since = match saving {
            Some(Saving::Unsynced) => *self.unsynced_since.get_or_insert(now),
            Some(Saving::Failing | Saving::Synced | Saving::ReadOnly) | None => {
                self.unsynced_since = None;
                return false;
            }
        };
        let is_due = now.saturating_sub(since) >= AT_LATEST;
        if is_due {
            self.unsynced_since = Some(now);
        }
        is_due
    }

    /// Returns how long to wait for something; `None` for ever.
    pub(super) fn wait(&self, saving: Option<Saving>, now: Duration) -> Option<Duration> {
        let pause = limit(saving)?;
        let until_pause = (self.heard + pause).saturating_sub(now);
        let until_sync = (self.unsynced_since).map(|it| (it + AT_LATEST).saturating_sub(now));
        Some(until_sync.map_or(until_pause, |it| it.min(until_pause)))
    }

    /// Tells whether nothing was heard for so long that it is a pause.
    pub(super) fn is_pause(&mut self, saving: Option<Saving>, now: Duration) -> bool {
        let is_pause = limit(saving).is_some_and(|it| now >= self.heard + it);
        if is_pause {
            self.heard = now;
        }
        is_pause
    }
}

/// Returns how long a silence is a pause; `None` where nothing waits for one.
fn limit(saving: Option<Saving>) -> Option<Duration> {
    match saving {
        Some(Saving::Unsynced) => Some(PAUSE),
        Some(Saving::Failing) => Some(RETRY),
        Some(Saving::Synced | Saving::ReadOnly) | None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(n: u64) -> Duration {
        Duration::from_millis(n)
    }

    /// Types keys at these times through the loop's own questions. Returns when something was brought to the disk
    /// while typing, and when there was a pause.
    fn typed(keys: &[Duration], end: Duration) -> (Vec<Duration>, Vec<Duration>) {
        let (mut pace, mut saving) = (Pace::default(), Some(Saving::Synced));
        let (mut synced, mut pauses) = (Vec::new(), Vec::new());
        let (mut keys, mut now) = (keys.iter().copied().peekable(), Duration::ZERO);
        while now < end {
            if pace.is_sync_due(saving, now) {
                synced.push(now);
            }
            let woken = pace.wait(saving, now).map(|it| now + it);
            if keys.peek().is_none_or(|it| *it >= end) && woken.is_none_or(|it| it >= end) {
                break;
            }
            match (keys.peek().copied(), woken) {
                (Some(key), woken) if woken.is_none_or(|it| key <= it) => {
                    keys.next();
                    now = key.max(now);
                    pace.hear(now);
                    saving = Some(Saving::Unsynced);
                }
                (_, Some(woken)) => {
                    now = woken;
                    if pace.is_pause(saving, now) {
                        pauses.push(now);
                        saving = Some(Saving::Synced);
                    }
                }
                (_, None) => break,
            }
        }
        (synced, pauses)
    }

    #[test]
    fn typing_without_a_pause_reaches_the_disk_every_two_seconds() {
        for gap in [1, 7, 90, 250, 499] {
            let keys: Vec<Duration> = (1..=20_000 / gap).map(|it| ms(it * gap)).collect();
            let (synced, pauses) = typed(&keys, ms(20_000));
            assert_eq!(pauses, [], "a gap of {gap} ms is no pause");
            let first = keys[0];
            let wanted: Vec<Duration> = (1..10).map(|it| first + AT_LATEST * it).collect();
            assert_eq!(synced, wanted, "keys {gap} ms apart");
        }
    }

    #[test]
    fn a_pause_brings_it_to_the_disk_and_then_nothing_wakes() {
        let (synced, pauses) = typed(&[ms(100), ms(300), ms(1_000)], ms(60_000));
        assert_eq!((synced, pauses), (vec![], vec![ms(800), ms(1_500)]));
    }

    #[test]
    fn failing_is_tried_again_and_silence_waits_for_ever() {
        let mut pace = Pace::default();
        pace.hear(ms(1_000));
        let failing = Some(Saving::Failing);
        assert_eq!(pace.wait(failing, ms(1_000)), Some(RETRY));
        assert!(!pace.is_pause(failing, ms(2_999)) && pace.is_pause(failing, ms(3_000)));
        assert_eq!(pace.wait(failing, ms(3_000)), Some(RETRY));
        for saving in [None, Some(Saving::Synced), Some(Saving::ReadOnly)] {
            assert!(!pace.is_sync_due(saving, ms(9_000)) && !pace.is_pause(saving, ms(9_000)));
            assert_eq!(pace.wait(saving, ms(9_000)), None);
        }
    }
}

//! The processor's time: what other work on the machine takes of the clock on the wall is not in it.

use std::time::Duration;

/// Returns the processor's time that all threads of the program have had.
#[cfg(unix)]
pub(crate) fn now() -> Duration {
    let it = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(it).unwrap_or_default()
}

/// Returns the time since the first call: there is no better clock here.
#[cfg(not(unix))]
pub(crate) fn now() -> Duration {
    static BEGAN: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    BEGAN.get_or_init(std::time::Instant::now).elapsed()
}

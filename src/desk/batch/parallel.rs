//! The same work for many things, by as many threads as there are processors.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// More threads would wait for the disk.
const MOST_THREADS: usize = 8;

/// Does `work` for 0 to `n`, exclusively. Every thread has a state of its own, made by `begin`. Returns the results in
/// order, and the states.
pub(super) fn for_each<S: Send, T: Send>(
    n: usize,
    begin: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) -> T + Sync,
) -> (Vec<T>, Vec<S>) {
    let n_threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .clamp(1, MOST_THREADS);
    let next = AtomicUsize::new(0);
    let run = || {
        let mut state = begin();
        let mut done = Vec::new();
        loop {
            let idx = next.fetch_add(1, Ordering::Relaxed);
            if idx >= n {
                return (done, state);
            }
            done.push((idx, work(&mut state, idx)));
        }
    };
    let parts: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..n_threads).map(|_| scope.spawn(run)).collect();
        let joined = threads.into_iter().map(thread::ScopedJoinHandle::join);
        joined
            .map(|it| it.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    let mut done = Vec::with_capacity(n);
    let mut states = Vec::with_capacity(parts.len());
    for (part, state) in parts {
        done.extend(part);
        states.push(state);
    }
    done.sort_unstable_by_key(|it| it.0);
    (done.into_iter().map(|it| it.1).collect(), states)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_their_order_and_nothing_is_done_twice() {
        let work = |seen: &mut Vec<usize>, idx| {
            seen.push(idx);
            idx * 2
        };
        let (results, states) = for_each(1000, Vec::new, work);
        assert_eq!(results, (0..1000).map(|it| it * 2).collect::<Vec<_>>());
        let mut seen: Vec<usize> = states.concat();
        seen.sort_unstable();
        assert_eq!(seen, (0..1000).collect::<Vec<_>>());
        assert!(for_each(0, || (), |(), it| it).0.is_empty());
    }
}

//! Undo does not know that the program was ended in between.
//!
//! Noticed: a history that forgets what was undone; one that misses the changes still waiting to be written (in
//! `full`); one that is read from the first file only.

use proptest::prelude::*;

use super::sitting::{Sitting, Step, steps};
use crate::whims::Whim;

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn undo_leads_to_the_very_beginning_and_redo_to_the_end(steps in steps(12)) {
        // Every undo is compared with that of a writer who never left: see `Sitting::follow`.
        let mut sitting = Sitting::new();
        for step in &steps {
            sitting.take(step);
        }
        sitting.take(&Step::Reopen);
        let here = sitting.draft().clone();
        let mut n_undone = 0;
        while sitting.follow(&Whim::Undo) {
            n_undone += 1;
            if n_undone % 9 == 0 {
                sitting.take(&Step::Reopen);
            }
        }
        prop_assert!(sitting.draft().same_content(&pouxi::draft::Draft::default()));
        sitting.take(&Step::Snapshot);
        sitting.take(&Step::Reopen);
        for n in 0..n_undone {
            prop_assert!(sitting.follow(&Whim::Redo));
            if n % 9 == 0 {
                sitting.take(&Step::Reopen);
            }
        }
        prop_assert!(sitting.draft().same_content(&here));
        sitting.leave();
        sitting.check();
    }
}

//! The way of messages from other threads to the loop. A loop that waits for the terminal too is woken by a bell; one
//! that waits for messages alone needs none.

use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};

use super::msg::Msg;

/// Where messages are handed in, from any thread.
#[derive(Clone, Debug)]
pub struct Post {
    sender: Sender<Msg>,
    bell: Option<Arc<Bell>>,
}

/// A bell that is rung once, however many messages wait.
#[derive(Debug)]
struct Bell {
    rope: PipeWriter,
    /// Whether it was rung since the messages were taken last. Invariant: set behind each message.
    is_rung: AtomicBool,
}

/// Where the loop finds its messages. Its file can be read once the bell was rung.
#[derive(Debug)]
pub struct Letterbox {
    messages: Receiver<Msg>,
    ear: PipeReader,
    bell: Arc<Bell>,
}

/// Returns both ends of a post with a bell.
///
/// # Errors
/// The system has no more pipes.
pub fn with_bell() -> io::Result<(Post, Letterbox)> {
    let (sender, messages) = mpsc::channel();
    let (ear, rope) = io::pipe()?;
    let bell = Arc::new(Bell {
        rope,
        is_rung: AtomicBool::new(false),
    });
    let post = Post {
        sender,
        bell: Some(Arc::clone(&bell)),
    };
    let letterbox = Letterbox {
        messages,
        ear,
        bell,
    };
    Ok((post, letterbox))
}

impl From<Sender<Msg>> for Post {
    fn from(sender: Sender<Msg>) -> Self {
        Self { sender, bell: None }
    }
}

impl Post {
    /// Hands a message in. Tells whether anybody still takes it.
    pub fn send(&self, msg: Msg) -> bool {
        let is_taken = self.sender.send(msg).is_ok();
        if let Some(bell) = self.bell.as_deref().filter(|_| is_taken)
            && !bell.is_rung.swap(true, Ordering::SeqCst)
        {
            // The pipe is never full: one byte stands in it at a time, at most two.
            return (&bell.rope).write_all(&[0]).is_ok();
        }
        is_taken
    }
}

impl Letterbox {
    /// Takes the messages out. `was_rung` tells that the bell was heard.
    pub fn take(&mut self, was_rung: bool) -> impl Iterator<Item = Msg> + '_ {
        if was_rung {
            // Whatever came of it: the messages tell.
            let _heard = self.ear.read(&mut [0; 8]);
            // In this order: who hands in a message from here on rings again.
            self.bell.is_rung.store(false, Ordering::SeqCst);
        }
        self.messages.try_iter()
    }
}

impl AsFd for Letterbox {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.ear.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    use super::*;

    fn is_rung(letterbox: &Letterbox, patience: i64) -> bool {
        let limit = Timespec {
            tv_sec: patience,
            tv_nsec: 0,
        };
        let mut watched = [PollFd::new(letterbox, PollFlags::IN)];
        poll(&mut watched, Some(&limit)).unwrap() == 1
    }

    /// However the threads meet, no message waits without a bell.
    #[test]
    fn every_message_is_heard() {
        const N_EACH: usize = 2_000;
        let (post, mut letterbox) = with_bell().unwrap();
        let posts = [post.clone(), post];
        let senders: Vec<_> = posts
            .into_iter()
            .map(|it| thread::spawn(move || (0..N_EACH).all(|_| it.send(Msg::Idle))))
            .collect();
        let mut n_taken = 0;
        while n_taken < 2 * N_EACH {
            assert!(is_rung(&letterbox, 20), "{n_taken} were heard");
            n_taken += letterbox.take(true).count();
        }
        assert!(senders.into_iter().all(|it| it.join().unwrap()));
        // What was rung for messages that are taken already is heard once more at most.
        letterbox.take(is_rung(&letterbox, 0)).for_each(drop);
        assert!(!is_rung(&letterbox, 0));
    }

    #[test]
    fn many_messages_ring_once() {
        let (post, mut letterbox) = with_bell().unwrap();
        // More than a pipe holds bytes.
        assert!((0..100_000).all(|_| post.send(Msg::Idle)));
        assert_eq!(letterbox.take(true).count(), 100_000);
        assert!(!is_rung(&letterbox, 0));
        drop(letterbox);
        assert!(!post.send(Msg::Idle));
    }
}

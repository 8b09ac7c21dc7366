//! How far something long has come: told by who does it, to whoever may show it.

/// What goes on now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// An operation begins, in another one perhaps; what it does first.
    Begins(&'static str),
    /// Something is done of which nobody knows how long it takes.
    Now(&'static str),
    /// So many are done, of so many where that is known.
    At(&'static str, u64, Option<u64>),
    /// So many bytes are done, of so many.
    Bytes(&'static str, u64, u64),
    /// A row of what is listed goes out, and others will.
    Row,
    /// What is made goes out.
    Out,
    /// The operation is over.
    Over,
}

/// Is told what goes on. It is called once for every row and must cost next to nothing.
pub type Watch<'w> = &'w dyn Fn(Step);

/// An operation under way, which is over when this is dropped.
#[must_use = "it is over as soon as this is dropped"]
pub struct Busy<'w>(Watch<'w>);

impl<'w> Busy<'w> {
    /// Tells that an operation begins.
    pub fn begin(watch: Watch<'w>, doing: &'static str) -> Self {
        watch(Step::Begins(doing));
        Self(watch)
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        (self.0)(Step::Over);
    }
}

/// What is told while one waits for others who change the store.
pub const WAITING: &str = "waiting for the store";

/// What is told while a commit is under way.
pub const STORING: &str = "storing";

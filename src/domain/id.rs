//! Ids: the public numbers of things. Each has a type of its own, so that none can stand for another.

use std::fmt;

macro_rules! ids {
    ($($(#[$about:meta])* $name:ident;)+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// Numbers a token; never given twice, useless for authenticating.
    TokenId;
    /// Numbers a user, a bot user or the Ghost User; never given twice.
    UserId;
    /// Numbers a group; never given twice.
    GroupId;
    /// Numbers a project; never given twice.
    ProjectId;
    /// Numbers an application that users give OAuth tokens to; never given twice.
    AppId;
    /// Numbers a runner; never given twice.
    RunnerId;
    /// Numbers a job; never given twice.
    JobId;
    /// Numbers a record; never given twice.
    RecordId;
    /// Numbers an event of the trail, without gaps.
    Sequence;
}

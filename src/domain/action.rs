//! What the trail can tell of: every action, with what it is done to and what it means.

use std::collections::BTreeSet;

use glob::Pattern;

use super::error::{Error, Result};
use super::name::near;

/// One sort of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    /// The word, `thing.verb`.
    pub word: &'static str,
    /// What sort of thing it is done to.
    pub object: &'static str,
    /// What happened, in a few words.
    pub about: &'static str,
}

const fn action(word: &'static str, object: &'static str, about: &'static str) -> Action {
    Action { word, object, about }
}

/// Every action, by its word. What was released stays, since trails keep it.
pub const ACTIONS: [Action; 56] = [
    action("alarm.clone", "token", "a runner's secret came from a second machine"),
    action("alarm.refresh_reuse", "token", "a refresh secret was used a second time"),
    action("alarm.rotated_out", "token", "a secret was used whose place another had taken"),
    action("app.add", "app", "an application was added"),
    action("app.delete", "app", "an application was deleted"),
    action("app.rename", "app", "an application was renamed"),
    action("deploy_key.disable", "token", "a deploy key was taken out of a project"),
    action("deploy_key.enable", "token", "a deploy key was enabled in a project"),
    action("group.add", "group", "a group was added"),
    action("group.delete", "group", "a group was deleted"),
    action("group.follow", "group", "the path of a group changed with that of a group above it"),
    action("group.rename", "group", "a group was renamed"),
    action("group.transfer", "group", "a group was moved"),
    action("job.end", "job", "a job ended"),
    action("job.start", "job", "a job was started"),
    action("member.add", "user", "a user was given a role"),
    action("member.remove", "user", "the role of a user was taken away"),
    action("policy.set", "policy", "a policy was set"),
    action("project.add", "project", "a project was added"),
    action("project.delete", "project", "a project was deleted"),
    action("project.follow", "project", "the path of a project changed with that of a group above it"),
    action("project.rename", "project", "a project was renamed"),
    action("project.transfer", "project", "a project was moved"),
    action("project.visibility", "project", "who sees a project was changed"),
    action("record.add", "record", "a record was added"),
    action("record.import", "record", "records were imported"),
    action("runner.add", "runner", "a runner was added by an admin"),
    action("runner.delete", "runner", "a runner was deleted"),
    action("runner.pause", "runner", "a runner was paused"),
    action("runner.register", "runner", "a runner was registered with a registration secret"),
    action("runner.rename", "runner", "a runner was renamed"),
    action("runner.resume", "runner", "a runner was brought back"),
    action("store.backup", "store", "a backup was made"),
    action("store.prune", "store", "what is long past was taken out of the store"),
    action("store.restore", "store", "the store was restored"),
    action("store.sweep", "bots", "the bots of expired tokens were deleted"),
    action("store.upgrade", "store", "the store was brought up to date"),
    action("token.create", "token", "a token was made"),
    action("token.create_many", "tokens", "many tokens were made at once; each has its own event too"),
    action("token.lend", "token", "a job was given a password of a deploy token"),
    action("token.limit", "token", "a use limit was carried over into a restored store"),
    action("token.refresh", "token", "a refresh secret made a new pair"),
    action("token.replaced", "token", "another token took the place of one"),
    action("token.resume", "token", "a suspended token was brought back"),
    action("token.revoke", "token", "a token was taken away for ever"),
    action("token.revoke_selected", "tokens", "many tokens were revoked at once; each has its own event too"),
    action("token.rotate", "token", "a token was made that takes the place of another"),
    action("token.rotate_many", "tokens", "many tokens were rotated at once; each has its own event too"),
    action("token.shorten", "token", "a token was given an earlier end"),
    action("token.suspend", "token", "a token was stopped until it is resumed"),
    action("user.add", "user", "a user was added"),
    action("user.admin", "user", "a user was made an admin, or none"),
    action("user.block", "user", "a user was blocked"),
    action("user.delete", "user", "a user was deleted"),
    action("user.rename", "user", "a user was renamed"),
    action("user.unblock", "user", "a user was unblocked"),
];

/// What can stand behind an error for what the trail does not know.
const HINT: &str = "`tokctl help events` lists what the trail can tell of";

/// Checks that a pattern stands for an action that there is.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) where it stands for none.
pub fn check_action(pattern: &Pattern) -> Result<()> {
    if ACTIONS.iter().any(|action| pattern.matches(action.word)) {
        return Ok(());
    }
    let things = things().map(|thing| format!("{thing}.*")).collect::<Vec<_>>();
    let words = ACTIONS.iter().map(|action| action.word).chain(things.iter().map(String::as_str));
    Err(unknown("action", pattern.as_str(), near(pattern.as_str(), words)))
}

/// Checks that a word stands for a sort of things that something is done to.
///
/// # Errors
/// [`Code::Usage`](super::error::Code::Usage) where it does not.
pub fn check_object(word: &str) -> Result<()> {
    if objects().any(|object| object == word) {
        return Ok(());
    }
    Err(unknown("sort of things", word, near(word, objects())))
}

fn unknown(what: &str, word: &str, near: Vec<&str>) -> Error {
    let error = Error::usage(format!("the trail knows no {what} `{word}`"));
    let near: Vec<String> = near.into_iter().map(|word| format!("`{word}`")).collect();
    if near.is_empty() { error.hint(HINT) } else { error.hint(format!("did you mean {}?", near.join(" or "))) }
}

/// Returns the sorts of things that something is done to, by their words.
pub fn objects() -> impl Iterator<Item = &'static str> {
    ACTIONS.iter().map(|action| action.object).collect::<BTreeSet<_>>().into_iter()
}

/// Returns what stands before the point of an action.
pub fn things() -> impl Iterator<Item = &'static str> {
    let thing = |action: &Action| action.word.split('.').next().unwrap_or_default();
    ACTIONS.iter().map(thing).collect::<BTreeSet<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_stand_in_the_order_of_their_words() {
        assert!(ACTIONS.windows(2).all(|pair| pair[0].word < pair[1].word));
    }

    #[test]
    fn what_the_trail_does_not_know_is_refused_with_what_is_near() {
        let action = |text: &str| check_action(&Pattern::new(text).unwrap()).map_err(|error| error.hint.unwrap());
        for known in ["token.create", "token.*", "*", "*.delete", "alarm.*", "???.add", "token.re[vp]*"] {
            assert_eq!(action(known), Ok(()), "{known}");
        }
        let near = |text: &str| action(text).unwrap_err();
        assert!(near("token.crate").starts_with("did you mean `token.create`"), "{}", near("token.crate"));
        assert!(near("TOKEN.*").starts_with("did you mean `token.*`"), "{}", near("TOKEN.*"));
        assert!(near("token").starts_with("did you mean `token.*`"), "{}", near("token"));
        assert_eq!(near("zzz"), HINT);
        assert_eq!(check_object("user").map_err(|error| error.hint), Ok(()));
        assert_eq!(check_object("usr").unwrap_err().hint.unwrap(), "did you mean `user`?");
        assert_eq!(check_object("foo").unwrap_err().hint.unwrap(), HINT);
    }
}

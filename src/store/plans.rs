//! How the engine carries out what is asked often: by an index, never by reading every token.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::Reading;
use super::candidates::first_rows;
use super::engine;
use super::jobs::LISTED;
use super::listing::{listing, unindexed};
use super::passwords::HOLDING;
use super::selection::{Lives, Order, Selection};
use super::survey;
use super::tokens::named;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;
use crate::domain::time::Timestamp;

/// Returns the plan of a statement, one step a line.
fn plan(sql: &str, bound: Vec<Value>) -> String {
    plan_on(&engine::open_in_memory().unwrap(), sql, bound)
}

fn plan_on(connection: &Connection, sql: &str, bound: Vec<Value>) -> String {
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let steps = statement.query_map(params_from_iter(bound), |row| row.get::<_, String>("detail")).unwrap();
    steps.map(Result::unwrap).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_name_in_a_boundary_is_found_by_the_index_of_the_boundary() {
    let boundaries = [
        (Boundary::Project(ProjectId(1)), "tokens_project (project_id=?"),
        (Boundary::Group(GroupId(1)), "tokens_group (group_id=?"),
        (Boundary::User(UserId(1)), "tokens_user (user_id=?"),
    ];
    for (boundary, index) in boundaries {
        for (kind, keys) in [(Some(Kind::Deploy), " AND kind=? AND name=?)"), (None, ")")] {
            let (condition, id) = named(boundary, kind);
            let sql = format!("SELECT id FROM tokens WHERE {condition}");
            let plan = plan(&sql, vec![id.into(), "ci".to_owned().into()]);
            assert!(plan.contains(&format!("{index}{keys}")), "{sql}: {plan}");
        }
    }
    let (condition, id) = named(Boundary::Instance, Some(Kind::RunnerRegistration));
    let sql = format!("SELECT id FROM tokens WHERE {condition}");
    let plan = plan(&sql, vec![id.into(), "ci".to_owned().into()]);
    assert!(plan.contains("tokens_instance (kind=? AND name=?)"), "{plan}");
}

#[test]
fn expired_tokens_are_found_by_their_end_and_never_sorted_as_rows() {
    let now = Timestamp::from_seconds(1_800_000_000).unwrap();
    for lives in [Lives::Expired, Lives::ExpiringBefore(Timestamp::MAX)] {
        let selection = Selection { lives, ..Selection::default() };
        let conditions = selection.conditions(now);
        let clause = conditions.clause();
        let few = format!("WHERE tokens.id IN (SELECT tokens.id FROM tokens {clause})");
        let cases = [
            (listing(&few, &selection, Order::Id), "USING INDEX tokens_end"),
            (listing(&unindexed(&clause), &selection, Order::Id), "SCAN tokens"),
            (listing(&clause, &selection, Order::Expires), "USING INDEX tokens_end"),
            (format!("SELECT count(*) FROM tokens {clause}"), "USING INDEX tokens_end"),
        ];
        for (sql, step) in cases {
            let plan = plan(&sql, conditions.bound.clone());
            assert!(plan.contains(step) && !plan.contains("ORDER BY"), "{sql}: {plan}");
        }
    }
}

#[test]
fn what_expires_soon_is_found_past_what_has_expired() {
    let now = Timestamp::from_seconds(1_800_000_000).unwrap();
    let selection = Selection { lives: Lives::ExpiringBefore(Timestamp::MAX), ..Selection::default() };
    let conditions = selection.conditions(now);
    let clause = conditions.clause();
    let plan = plan(&format!("SELECT count(*) FROM tokens {clause}"), conditions.bound);
    // A range from the very first end on would have the same plan, so the condition is looked at too.
    assert!(plan.contains("tokens_end (expires_at>? AND expires_at<?)"), "{plan}");
    assert!(clause.contains("tokens.expires_at > ? AND"), "{clause}");
}

#[test]
fn all_tokens_come_by_number_without_being_sorted() {
    let selection = Selection::default();
    let conditions = selection.conditions(Timestamp::from_seconds(0).unwrap());
    let plan = plan(&listing(&unindexed(&conditions.clause()), &selection, Order::Id), conditions.bound);
    assert!(!plan.contains("ORDER BY"), "{plan}");
}

#[test]
fn a_survey_meets_tokens_by_number_and_what_hangs_on_each_by_an_index() {
    let narrow = Selection { project: Some(ProjectId(1)), ..Selection::default() };
    for selection in [Selection::default(), narrow] {
        let conditions = selection.conditions(Timestamp::from_seconds(0).unwrap());
        let clause = conditions.clause();
        let clause = if selection.is_narrow() {
            format!("WHERE tokens.id IN (SELECT tokens.id FROM tokens {clause})")
        } else {
            unindexed(&clause)
        };
        let plan = plan(&survey::statement(&clause), conditions.bound);
        let scans: Vec<&str> = plan.lines().filter(|step| step.starts_with("SCAN")).collect();
        let expected: &[&str] = if selection.is_narrow() { &[] } else { &["SCAN tokens"] };
        assert_eq!(scans, expected, "{plan}");
        assert!(!plan.contains("ORDER BY"), "{plan}");
    }
}

#[test]
fn what_a_user_leaves_behind_is_found_by_the_indexes_of_records() {
    for (column, index) in
        [("author_id", "records_author"), ("editor_id", "records_editor"), ("assignee_id", "records_assignee")]
    {
        let plan = plan(&format!("SELECT id FROM records WHERE {column} = ? LIMIT 1"), vec![1.into()]);
        assert!(plan.contains(index), "{plan}");
    }
}

#[test]
fn bots_to_sweep_are_found_by_the_ends_of_tokens_and_what_hangs_on_them_by_indexes() {
    let plan = plan(&super::sweeping::bots(), vec![1.into(); 9]);
    for step in ["tokens_end (expires_at>? AND expires_at<?)", "tokens_user", "records_author", "records_editor"] {
        assert!(plan.contains(step) && !plan.contains("SCAN tokens") && !plan.contains("SCAN users"), "{step}: {plan}");
    }
}

#[test]
fn what_hangs_on_a_runner_is_found_by_the_indices_of_what_hangs() {
    let cases = [
        ("SELECT id FROM tokens WHERE runner_id = ?1 AND revoked_at IS NULL".to_owned(), "tokens_runner"),
        (format!("{LISTED} WHERE jobs.runner_id = ?1 AND jobs.ended_at IS NULL"), "jobs_runner"),
        (format!("{LISTED} WHERE jobs.id = ?1"), "tokens_job"),
    ];
    for (sql, index) in cases {
        let plan = plan(&sql, vec![1.into()]);
        assert!(plan.contains(index) && !plan.contains("SCAN"), "{sql}: {plan}");
    }
}

#[test]
fn the_tokens_of_a_project_and_its_deploy_keys_are_found_by_indexes() {
    for lives in [Lives::Live, Lives::Expired] {
        let selection = Selection { lives, project: Some(ProjectId(1)), ..Selection::default() };
        let conditions = selection.conditions(Timestamp::from_seconds(0).unwrap());
        let clause = conditions.clause();
        let plan = plan(&format!("SELECT count(*) FROM tokens {clause}"), conditions.bound);
        for step in ["tokens_project (project_id=?)", "INTEGER PRIMARY KEY (rowid=?)", "deploy_key_projects_project"] {
            assert!(plan.contains(step) && !plan.contains("SCAN"), "no {step} in {plan}");
        }
    }
}

#[test]
fn the_past_of_all_tokens_comes_by_number_without_being_sorted_or_held() {
    let at = Timestamp::from_seconds(1_800_000_000);
    for valid_in in
        [None, Some(super::Reach { project: ProjectId(1), groups: vec![GroupId(1)], owner: None, least: None })]
    {
        let selection = Selection { past: at, valid_in, ..Selection::default() };
        let conditions = selection.conditions(Timestamp::MAX);
        let sql = listing(&unindexed(&conditions.clause()), &selection, Order::Id);
        let connection = engine::open_in_memory().unwrap();
        Reading { connection: &connection, now: Timestamp::MAX, behind: 0 }.keep_past().unwrap();
        let plan = plan_on(&connection, &sql, conditions.bound);
        assert!(plan.contains("SCAN here") && plan.contains("SEARCH past_ends USING INTEGER PRIMARY KEY"), "{plan}");
        assert!(
            !plan.contains("ORDER BY") && !plan.contains("MATERIALIZE tokens") && !plan.contains("CO-ROUTINE tokens"),
            "{plan}"
        );
    }
}

#[test]
fn who_has_a_password_is_asked_of_the_jobs_that_run() {
    let plan = plan(&format!("{LISTED} WHERE {HOLDING}"), vec![1.into(), 1.into()]);
    for step in ["jobs_running (project_id=?)", "secrets_job (job_id=?)"] {
        assert!(plan.contains(step) && !plan.contains("SCAN"), "no {step} in {plan}");
    }
    assert!(!plan.contains("secrets_token"), "{plan}");
}

#[test]
fn what_may_be_typed_is_found_by_how_it_begins() {
    let tables = [
        (["path", "projects", "path"], "projects_path"),
        (["path", "groups", "path"], "groups_path"),
        (["username", "users", "username"], "users_username"),
        (["name", "apps", "name"], "apps_name"),
    ];
    for (table, index) in tables {
        let plan = plan(&first_rows(table, "1"), vec![String::new().into(); 4]);
        assert!(plan.contains(&format!("{index} (<expr>>? AND <expr><?)")) && !plan.contains("ORDER BY"), "{plan}");
    }
}

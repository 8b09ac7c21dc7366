//! How the engine carries out what is asked often: by an index, never by reading every token.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::engine;
use super::tokens::named;
use crate::domain::id::{GroupId, ProjectId, UserId};
use crate::domain::kind::Kind;
use crate::domain::place::Boundary;

/// Returns the plan of a statement, one step a line.
fn plan(sql: &str, bound: Vec<Value>) -> String {
    let connection = engine::open_in_memory().unwrap();
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
}

#[test]
fn what_hangs_on_a_runner_is_found_by_the_indices_of_what_hangs() {
    let cases = [
        ("SELECT id FROM tokens WHERE runner_id = ?1 AND revoked_at IS NULL".to_owned(), "tokens_runner"),
        (format!("{} WHERE jobs.runner_id = ?1 AND jobs.ended_at IS NULL", super::jobs::LISTED), "jobs_runner"),
        (format!("{} WHERE jobs.id = ?1", super::jobs::LISTED), "tokens_job"),
    ];
    for (sql, index) in cases {
        let plan = plan(&sql, vec![1.into()]);
        assert!(plan.contains(index) && !plan.contains("SCAN"), "{sql}: {plan}");
    }
}

//! The role in which the program works, which owns nothing: the first half of the second line of authorisation
//! (docs/adr/0019). Rights are given by the database's own function, [`let_in`].

use sqlx::{Executor, PgConnection, PgExecutor, PgPool};

use crate::Result;

/// The role.
pub const ROLE: &str = "healthpost_app";

/// Takes the role on, where it is there and whoever logged in may; else everything goes on as who that is.
const TAKE: &str = "set healthpost.scope to '';
    select set_config('role', rolname, false) from pg_roles where rolname = 'healthpost_app'
        and pg_has_role(session_user, oid,
            case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end)";

/// Gives the role what it needs of what is there now.
const LET_IN: &str = "do $$
    begin
        if to_regprocedure('public.let_program_in()') is not null then
            perform public.let_program_in();
        end if;
    end
    $$";

/// Takes the role on, on a connection that was just opened.
pub(crate) async fn take(connection: &mut PgConnection) -> std::result::Result<(), sqlx::Error> {
    connection.execute(TAKE).await?;
    Ok(())
}

/// Gives the role its rights to what migrations made, as their owner; nothing where there is no such role.
pub async fn let_in(owner: &PgPool) -> Result<()> {
    owner.execute(LET_IN).await?;
    Ok(())
}

/// In which role a connection works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether it took the role on.
    pub is_taken: bool,
    /// Whether there is such a role.
    pub is_there: bool,
    /// Who logged in.
    pub login: String,
}

/// In which role a connection works.
pub async fn standing(db: impl PgExecutor<'_>) -> Result<Standing> {
    Ok(sqlx::query_as!(
        Standing,
        r#"select current_user = $1 as "is_taken!", exists (select from pg_roles where rolname = $1) as "is_there!",
               session_user::text as "login!""#,
        ROLE
    )
    .fetch_one(db)
    .await?)
}

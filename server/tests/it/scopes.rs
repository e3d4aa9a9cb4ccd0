//! What tasks say that they are for, which every connection is told (`store::scope`).

use domain::access::Permission;
use store::scope::{self, JOB, Scope, carried, current};
use uuid::Uuid;

fn told() -> Option<(&'static str, Option<Uuid>)> {
    current().map(|scope| (scope.purpose(), scope.subject()))
}

#[tokio::test]
async fn work_knows_its_scope_and_what_it_spawns_does_where_it_is_carried() {
    assert!(current().is_none() && !scope::is_said());
    let (purpose, subject) = (Permission::ManageAccount.as_str(), Uuid::from_u128(1));
    let work = async {
        assert_eq!(told(), Some((purpose, None)));
        let (lost, kept) = (tokio::spawn(async { told() }), tokio::spawn(carried(async { told() })));
        assert_eq!((lost.await.unwrap(), kept.await.unwrap()), (None, Some((purpose, None))));
        tokio::spawn(carried(async move { scope::narrow(subject) })).await.unwrap();
        scope::narrow(Uuid::from_u128(2));
        assert_eq!(told(), Some((purpose, Some(subject))), "what is said first holds, wherever it is");
        assert_eq!(scope::job(async { told() }).await, Some((JOB, None)));
        let nothing = scope::around(Scope::of(Permission::ReadCatalogue), async { (told(), scope::is_said()) });
        assert_eq!(nothing.await, (None, true));
    };
    scope::around(Scope::of(Permission::ManageAccount), work).await;
    assert!(current().is_none());
}

#[test]
fn words_of_purposes_need_no_quotes() {
    for permission in Permission::ALL {
        let word = permission.as_str();
        assert!(word.chars().all(|c| c.is_ascii_lowercase() || c == ' ') && word != JOB, "{word}");
    }
}

//! What whoever administers one authority learns of people who are somebody else's to look after, when they invite them.

use domain::{
    id::AccountId,
    staff::{CatalogueRole, RegistryRole, Roles},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, registry, signs_in, somebody},
    staff_passkeys::posts,
    staff_people::{is_in, rights_of},
    staff_rights::at_work,
    visitor::Visitor,
    world::World,
};

const FRASER: &str = "FHA";
const WRITTEN: &str = "select count(*) from staff_invitations";
const MAILED: &str = "select count(*) from outbox where kind = 'staff_invitation'";

/// Invites an address to view registrations for Fraser Health.
async fn invites(visitor: &mut Visitor, email: &str) {
    let answers = [("account_email", email), ("registry_role", "viewer"), ("registry_organisation", FRASER)];
    posts(visitor, "invite", &answers).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_68_of_others_people_nothing_is_learned_by_inviting_them(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut fraser, _) = at_work(&world, "Fraser", &registry(RegistryRole::Admin, FRASER)).await;
    let coast = somebody(&world, "coast", &registry(RegistryRole::Viewer, "VCHA")).await;
    let publisher = somebody(&world, "publisher", &catalogue(CatalogueRole::Publisher)).await;
    let former = somebody(&world, "former", &Roles::default()).await;
    world.run("update accounts set state = 'suspended' where full_name = 'former'").await;
    let mut theirs = signs_in(&world, coast).await.0;
    let rights = async |id: AccountId| rights_of(&world, id).await;
    let before = [rights(coast).await, rights(publisher).await, rights(former).await];
    // Nobody has an account at the last of these, and they are the only one who gets a letter.
    for (email, mailed) in [
        ("coast@staff.example", 0),
        ("publisher@staff.example", 0),
        ("former@staff.example", 0),
        ("nobody@staff.example", 1),
    ] {
        invites(&mut fraser, email).await;
        assert_eq!(fraser.path, "/staff/people", "{email}: {}", fraser.text());
        fraser.sees("The invitation is on its way").sees(email);
        fraser.presses("Send again").await.sees("The invitation is on its way").sees(email);
        assert_eq!((world.count(WRITTEN).await, world.count(MAILED).await), (1, mailed), "{email}");
        invites(&mut fraser, email).await;
        fraser.sees_error("account_email", "An invitation to this address is open");
        world.run("delete from staff_invitations").await;
    }
    assert_eq!([rights(coast).await, rights(publisher).await, rights(former).await], before);
    assert!(is_in(&mut theirs).await, "nothing happened to them");
    // Of their own people they learn it.
    somebody(&world, "own", &registry(RegistryRole::Verifier, FRASER)).await;
    invites(&mut fraser, "own@staff.example").await;
    fraser.sees_error("account_email", "Somebody with this address works here already");
    assert_eq!(world.count(WRITTEN).await, 0);
}

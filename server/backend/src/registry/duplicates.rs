//! Whether two registrations may be one person's.

use domain::{
    id::{RegistrantId, RegistrationId},
    registry::Registration,
    text::EmailAddress,
};
use jiff::Timestamp;
use sqlx::PgConnection;
use store::{
    outbox::{Kind, NewMessage},
    registry::duplicates::{self, Alike},
};

use super::writing::{number_marks, number_of};
use crate::{Backend, StoreError, clock::days};

/// From this score on, two registrations may be one person's.
const ENOUGH: i32 = 70;
/// Days in which the owner of a registration is told once.
const TOLD_DAYS: i64 = 7;

/// How much two registrations have in common, and what it is.
fn score(alike: &Alike) -> (i32, Vec<String>) {
    let counted = [
        (alike.has_name, 40, "name"),
        (alike.has_phone, 35, "phone"),
        (alike.has_number, 40, "registration_number"),
        (alike.has_postal_code, 30, "postal_code"),
    ];
    let common = counted.iter().filter(|(is_common, ..)| *is_common);
    (common.clone().map(|(_, points, _)| points).sum(), common.map(|(.., what)| (*what).to_owned()).collect())
}

/// Registrations of others that have something in common with one. Locks the candidates first: of two that are sent at
/// once, the second sees the first.
pub(super) async fn find(
    backend: &Backend,
    db: &mut PgConnection,
    registrant: RegistrantId,
    said: &Registration,
) -> Result<Vec<Alike>, StoreError> {
    duplicates::lock(&mut *db).await?;
    let marks = number_of(said).map(|number| number_marks(backend, number.as_str())).unwrap_or_default();
    duplicates::find(db, registrant, said, &marks).await
}

/// Keeps which registrations may be of whoever sent one, and tells their owners, each at most once a week. Who sent
/// it learns nothing of it.
pub(super) async fn keep(
    db: &mut PgConnection,
    registration: RegistrationId,
    email: &EmailAddress,
    alike: &[Alike],
    now: Timestamp,
) -> Result<(), StoreError> {
    let alike: Vec<(&Alike, (i32, Vec<String>))> =
        alike.iter().map(|other| (other, score(other))).filter(|(_, (score, _))| *score >= ENOUGH).collect();
    if alike.is_empty() {
        return Ok(());
    }
    let told_since = now - days(TOLD_DAYS);
    for (other, (score, reasons)) in alike {
        let pair = (other.registration, score, reasons.as_slice());
        if !duplicates::insert(&mut *db, registration, pair, told_since, now).await? {
            continue;
        }
        let message = NewMessage {
            kind: Kind::PossibleDuplicate,
            recipient: &other.email,
            order: None,
            detail: serde_json::json!({ "registrant": other.registrant, "other": hinted(email) }),
            locale: other.locale,
        };
        store::outbox::add(&mut *db, message, now).await?;
    }
    Ok(())
}

/// An address of which its owner knows enough and others do not: the first letter and the host.
pub(super) fn hinted(email: &EmailAddress) -> String {
    let (local, host) = email.as_str().rsplit_once('@').unwrap_or_default();
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{host}")
}

#[cfg(test)]
mod tests {
    use domain::{form::Answer, locale::Locale};
    use uuid::Uuid;

    use super::*;

    fn score_of([has_name, has_phone, has_number, has_postal_code]: [bool; 4]) -> i32 {
        let alike = Alike {
            registration: RegistrationId(Uuid::nil()),
            registrant: RegistrantId(Uuid::nil()),
            email: String::new(),
            locale: Locale::English,
            has_name,
            has_phone,
            has_number,
            has_postal_code,
        };
        score(&alike).0
    }

    #[test]
    fn a_name_and_one_thing_more_are_enough_and_each_alone_is_not() {
        for (one, two, three) in [(true, false, false), (false, true, false), (false, false, true)] {
            assert!(score_of([true, one, two, three]) >= ENOUGH);
            assert!(score_of([false, one, two, three]) < ENOUGH);
        }
        assert!(score_of([true, false, false, false]) < ENOUGH);
        assert!(score_of([false, true, false, true]) < ENOUGH, "a household");
        assert_eq!(score_of([true, true, true, true]), 145);
    }

    #[test]
    fn an_address_is_hinted_at_by_its_first_letter_and_its_host() {
        let email = EmailAddress::read("ada.lovelace@example.com").expect("an address");
        assert_eq!(hinted(&email), "a…@example.com");
    }
}

//! The automatic check that a human sends, judged on the server: our sum for this draft, in time, solved, and not used
//! before.

use std::net::IpAddr;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{
    form::{FieldErrors, Problem},
    id::DraftId,
    registry::{
        human_check::{Challenge, MINUTES, Solution},
        sending::HUMAN_CHECK,
    },
};
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use store::registry::used_challenges;

use super::rates;
use crate::{Backend, FormError, Secrets, StoreError, secrets};

/// The largest number of a sum: a moment for a browser.
const MAX: u32 = 100_000;
/// The same for a network that sends a lot.
const HARDER_MAX: u32 = 500_000;
/// What the marks are for.
const PURPOSE: &str = "human-check";

/// A sum for whoever asks from there, to send this draft and no other. Nothing is written: its mark proves later that
/// it is ours.
pub async fn challenge(backend: &Backend, draft: DraftId, from: Option<IpAddr>) -> Result<Challenge, StoreError> {
    let now = backend.clock.now();
    Ok(draw(&backend.secrets, draft, least_max(rates::is_busy(&backend.db, from, now).await?), now))
}

const fn least_max(is_busy: bool) -> u32 {
    if is_busy { HARDER_MAX } else { MAX }
}

fn draw(keys: &Secrets, draft: DraftId, max: u32, now: Timestamp) -> Challenge {
    let salt = BASE64_URL_SAFE_NO_PAD.encode(secrets::random_bytes::<18>());
    let number = secrets::random_bits() % (u64::from(max) + 1);
    let challenge = secrets::hex(&Sha256::digest(format!("{salt}{number}")));
    let expires = (now + MINUTES.minutes()).as_second();
    let mark = keys.sign(PURPOSE, &Challenge::message(draft, &salt, &challenge, max, expires));
    Challenge { salt, challenge, max, expires, mark: BASE64_URL_SAFE_NO_PAD.encode(mark) }
}

/// A sum that was solved, by its mark, and when it ends.
type Solved = ([u8; 32], Timestamp);

/// Uses up the sum that came along, in the transaction of what it was solved for.
pub(super) async fn take(
    backend: &Backend,
    db: &mut PgConnection,
    draft: DraftId,
    solution: Option<&Solution>,
    from: Option<IpAddr>,
) -> Result<(), FormError> {
    let now = backend.clock.now();
    let least_max = least_max(rates::is_busy(&mut *db, from, now).await?);
    let solution = solution.ok_or_else(|| refused("any-human-check-missing"))?;
    let (mark, ends) = solved(&backend.secrets, draft, solution, least_max, now).map_err(refused)?;
    if used_challenges::take(db, &mark, ends).await? { Ok(()) } else { Err(refused("any-human-check-expired")) }
}

fn solved(
    keys: &Secrets,
    draft: DraftId,
    solution: &Solution,
    least_max: u32,
    now: Timestamp,
) -> Result<Solved, &'static str> {
    const WRONG: &str = "any-human-check-wrong";
    let Solution { salt, max, expires, mark, .. } = solution;
    let mark = BASE64_URL_SAFE_NO_PAD.decode(mark).ok().and_then(|mark| <[u8; 32]>::try_from(mark).ok());
    let mark = mark.ok_or(WRONG)?;
    // The mark is over the challenge, so that it holds for the right number only.
    let challenge = secrets::hex(&Sha256::digest(solution.text()));
    if !keys.verify(PURPOSE, &Challenge::message(draft, salt, &challenge, *max, *expires), &mark) || *max < least_max {
        return Err(WRONG);
    }
    let ends = Timestamp::from_second(*expires).map_err(|_| WRONG)?;
    if ends < now { Err("any-human-check-expired") } else { Ok((mark, ends)) }
}

fn refused(key: &'static str) -> FormError {
    FormError::Refused(FieldErrors::of(HUMAN_CHECK.name(), Problem::new(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a browser does it.
    fn solve(challenge: &Challenge) -> Solution {
        let is_it =
            |number: &u32| secrets::hex(&Sha256::digest(format!("{}{number}", challenge.salt))) == challenge.challenge;
        challenge.solved((0..=challenge.max).find(is_it).expect("a number"))
    }

    #[test]
    fn eh_37_only_our_sum_solved_in_time_counts() {
        let keys = Secrets::new("0123456789abcdef0123456789abcdef".to_owned().into());
        let now = Timestamp::UNIX_EPOCH;
        let draft = DraftId(uuid::Uuid::from_u128(1));
        let right = solve(&draw(&keys, draft, 2_000, now));
        let judge = |solution: &Solution, now| solved(&keys, draft, solution, 2_000, now).map(|_| ());
        let wrong = Err("any-human-check-wrong");
        assert_eq!(judge(&right, now), Ok(()));
        assert_eq!(judge(&right, now + 20.minutes()), Ok(()));
        assert_eq!(judge(&right, now + 21.minutes()), Err("any-human-check-expired"));
        assert_eq!(judge(&Solution { number: right.number + 1, ..right.clone() }, now), wrong);
        assert_eq!(judge(&Solution { expires: right.expires + 60, ..right.clone() }, now), wrong, "a later end");
        assert_eq!(judge(&Solution { max: 1, ..right.clone() }, now), wrong, "an easier sum");
        assert_eq!(judge(&Solution { salt: "x".to_owned(), ..right.clone() }, now), wrong, "a salt of one's own");
        assert_eq!(judge(&Solution { mark: "bWFyaw".to_owned(), ..right.clone() }, now), wrong);
        assert_eq!(solved(&keys, draft, &right, 2_001, now).map(|_| ()), wrong, "not hard enough");
        let others = Secrets::new("another secret of the right length".to_owned().into());
        assert_eq!(solved(&others, draft, &right, 2_000, now).map(|_| ()), wrong, "not ours");
        let another = DraftId(uuid::Uuid::from_u128(2));
        assert_eq!(solved(&keys, another, &right, 2_000, now).map(|_| ()), wrong, "of another draft");
    }
}

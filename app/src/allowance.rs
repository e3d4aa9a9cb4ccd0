//! What may be ordered, in words: publication, basket and check page say the same of the same figures.

use domain::{
    basket::{LineFacts, whole_packs},
    order::{Allowance, Window},
};

use crate::words::{moment_of, t, t_with};

/// The rule and, for whoever proved who they are, what they had of it and when copies come back.
pub fn allowance_words(allowance: &Allowance, is_known: bool) -> String {
    let mut sentences = vec![rule(allowance)];
    if is_known {
        sentences.extend(granted(allowance));
        sentences.extend(counted(allowance));
        sentences.extend(returning(allowance));
    }
    sentences.join(" ")
}

/// "You can order up to 5 copies in 24 hours (the usual limit)."
fn rule(allowance: &Allowance) -> String {
    let limit = ("limit", allowance.limit.into());
    let level = ("level", t(&format!("allowance-level-{}", allowance.level)).into());
    match allowance.window {
        Window::Rolling { hours } => t_with("allowance-rolling", [limit, level, ("hours", hours.into())]),
        Window::PerOrder => t_with("allowance-per-order", [limit, level]),
        Window::Lifetime => t_with("allowance-lifetime", [limit, level]),
    }
}

/// "You may have 20 more that we granted you."
fn granted(allowance: &Allowance) -> Option<String> {
    (allowance.granted > 0).then(|| t_with("allowance-granted", [("copies", allowance.granted.into())]))
}

/// "You have ordered 3 in the last 24 hours, so 2 are left." Where each order counts by itself, there is nothing to
/// say.
fn counted(allowance: &Allowance) -> Option<String> {
    let counted = ("counted", allowance.counted.into());
    let remaining = ("remaining", allowance.remaining.into());
    match allowance.window {
        Window::Rolling { hours } => {
            Some(t_with("allowance-counted-rolling", [counted, remaining, ("hours", hours.into())]))
        }
        Window::PerOrder => None,
        Window::Lifetime => Some(t_with("allowance-counted-lifetime", [counted, remaining])),
    }
}

/// "3 more from 23 November 14:05."
fn returning(allowance: &Allowance) -> Option<String> {
    let at = allowance.resets_at.filter(|_| allowance.returning > 0)?;
    let arguments = [("copies", allowance.returning.into()), ("when", moment_of(at).into())];
    Some(t_with("allowance-returning", arguments))
}

/// "Limit 5, ordered before 3, asked for 4, left 2": why a line is not in an order, in figures.
pub fn refused_words(line: &LineFacts) -> String {
    let Allowance { limit, counted, remaining, .. } = line.allowance;
    let figures = [
        ("limit", limit.into()),
        ("counted", counted.into()),
        ("requested", line.quantity.into()),
        ("remaining", remaining.into()),
    ];
    t_with("check-staying-figures", figures)
}

/// "2 packs of 50", where it comes in packs.
pub fn packs_words(copies: i32, pack: i32) -> Option<String> {
    let packs = whole_packs(copies, pack)?;
    Some(t_with("basket-packs", [("packs", packs.into()), ("pack", pack.into())]))
}

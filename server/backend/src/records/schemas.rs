//! The closed lists of the records, as their document tells them.

use domain::catalogue::{
    availability::Availability,
    edition::{AccessType, AccessibleFormat, EditionStatus, ResourceType},
    file::FileKind,
    taxonomy::Direction,
};
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

fn one_of(codes: impl IntoIterator<Item = &'static str>, what: &str) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).description(Some(what)).build()
}

pub fn status() -> Object {
    let public = EditionStatus::ALL.iter().filter(|status| **status != EditionStatus::Draft);
    one_of(public.map(EditionStatus::as_str), "Where it is in its life; lists and dumps hold live editions only.")
}

pub fn format() -> Object {
    one_of(AccessibleFormat::ALL.iter().map(AccessibleFormat::as_str), "Its accessible format.")
}

pub fn resource_type() -> Object {
    one_of(ResourceType::ALL.iter().map(ResourceType::as_str), "What kind of thing it is.")
}

pub fn access() -> Object {
    one_of(AccessType::ALL.iter().map(AccessType::as_str), "How people get it.")
}

pub fn availability() -> Object {
    one_of(Availability::CODES, "Whether printed copies can be ordered now.")
}

pub fn kind() -> Object {
    one_of(FileKind::ALL.iter().map(FileKind::as_str), "What the file is for.")
}

pub fn direction() -> Object {
    one_of(Direction::ALL.iter().map(Direction::as_str), "Which way its script runs.")
}

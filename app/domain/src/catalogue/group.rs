//! Groups of people; a publication may be restricted to some.

choice! {
    /// What makes people a group.
    GroupKind {
        /// What they may do in this service.
        Role = "role",
        /// That publications are written for them.
        Audience = "audience",
        /// Where they work.
        Organisation = "organisation",
        /// A profession of theirs that was verified.
        Profession = "profession",
    }
}

text! {
    /// A group as its kind and the key of it among its kind: `audience:health-professionals`. The database takes no
    /// others for a restriction (`are_groups`).
    Group
}

impl Group {
    /// A group of a known kind, with a key of 1 to 255 characters.
    pub fn parse(text: &str) -> Option<Self> {
        let group = Self(text.to_owned());
        let key = group.known()?.1;
        (1..=255).contains(&key.chars().count()).then_some(group)
    }

    /// Its kind, and its key among them; nothing for a kind that this version does not know.
    pub fn known(&self) -> Option<(GroupKind, &str)> {
        let (kind, key) = self.0.split_once(':')?;
        Some((GroupKind::from_code(kind)?, key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_of_known_kinds() {
        for (text, kind, key) in [
            ("role:publisher", GroupKind::Role, "publisher"),
            ("audience:carers", GroupKind::Audience, "carers"),
            ("organisation:NH", GroupKind::Organisation, "NH"),
            ("profession:nurse:registered", GroupKind::Profession, "nurse:registered"),
        ] {
            assert_eq!(Group::parse(text).expect("a group").known(), Some((kind, key)), "{text}");
        }
        for text in ["", "carers", "audience:", "Audience:carers", "friends:all"] {
            assert_eq!(Group::parse(text), None, "{text:?}");
        }
        assert_eq!(Group::parse(&format!("role:{}", "x".repeat(256))), None);
    }
}

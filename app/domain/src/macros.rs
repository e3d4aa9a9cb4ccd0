//! The three shapes of small types: ids, validated texts and closed lists; and the smallest form.
//!
//! The database traits are written here, behind the `postgres` feature, so that no other file of
//! this crate knows about a database.

/// Declares an identifier: a UUID (version 7) that cannot be mistaken for another one.
macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "postgres", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

/// Gives a type that reads as `&str` and parses with `FromStr` its place in text columns.
macro_rules! text_column {
    ($name:ident) => {
        #[cfg(feature = "postgres")]
        impl sqlx::Type<sqlx::Postgres> for $name {
            fn type_info() -> sqlx::postgres::PgTypeInfo {
                <str as sqlx::Type<sqlx::Postgres>>::type_info()
            }

            fn compatible(ty: &sqlx::postgres::PgTypeInfo) -> bool {
                <str as sqlx::Type<sqlx::Postgres>>::compatible(ty)
            }
        }

        #[cfg(feature = "postgres")]
        impl sqlx::postgres::PgHasArrayType for $name {
            fn array_type_info() -> sqlx::postgres::PgTypeInfo {
                <String as sqlx::postgres::PgHasArrayType>::array_type_info()
            }
        }

        #[cfg(feature = "postgres")]
        impl sqlx::Encode<'_, sqlx::Postgres> for $name {
            fn encode_by_ref(
                &self,
                buffer: &mut sqlx::postgres::PgArgumentBuffer,
            ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
                <&str as sqlx::Encode<'_, sqlx::Postgres>>::encode(self.as_str(), buffer)
            }
        }

        #[cfg(feature = "postgres")]
        impl<'r> sqlx::Decode<'r, sqlx::Postgres> for $name {
            fn decode(value: sqlx::postgres::PgValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
                let text = <&str as sqlx::Decode<'r, sqlx::Postgres>>::decode(value)?;
                Self::from_column(text).ok_or_else(|| format!("{text:?} is no {}", stringify!($name)).into())
            }
        }
    };
}

/// Declares a text that was checked when it came in. The check is the type's own `parse`.
macro_rules! text {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text as it is stored and shown.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// What the database holds went through the check once; it is trusted.
            #[cfg(feature = "postgres")]
            fn from_column(text: &str) -> Option<Self> {
                Some(Self(text.to_owned()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        text_column!($name);
    };
}

/// Declares a closed list whose values are written as short codes in URLs, forms and columns.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in the order people read them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Every code, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code, as it stands in URLs, forms and columns.
            pub const fn as_str(&self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            #[cfg(feature = "postgres")]
            fn from_column(code: &str) -> Option<Self> {
                Self::from_code(code)
            }

            /// The value with exactly this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        text_column!($name);
    };
}

/// Lets values of a closed list answer a question: all of them are on offer.
macro_rules! answers_by_code {
    ($($name:ident),+ $(,)?) => {$(
        impl $crate::form::Answer for $name {
            const MAX_CHARS: usize = 40;
            const OPTIONS: &'static [&'static str] = Self::CODES;

            fn read(text: &str) -> Result<Self, $crate::form::Problem> {
                Self::from_code(text).ok_or($crate::form::MALFORMED)
            }
        }
    )+};
}

/// Lets ids answer hidden questions.
macro_rules! answers_by_id {
    ($($name:ident),+ $(,)?) => {$(
        impl $crate::form::Answer for $name {
            const MAX_CHARS: usize = 36;

            fn read(text: &str) -> Result<Self, $crate::form::Problem> {
                text.parse().map_err(|_| $crate::form::MALFORMED)
            }
        }
    )+};
}

/// Declares a form without questions: a button on a page of its own.
macro_rules! button {
    ($(#[$meta:meta])* $name:ident, $id:literal, $page:expr) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl $crate::form::Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [$crate::form::Declared] = &[];

            fn parse(
                _: &$crate::form::Answers,
                _: &$crate::form::Facts,
            ) -> Result<Self, $crate::form::FieldErrors> {
                Ok(Self)
            }

            fn page(_: &$crate::form::Answers) -> $crate::paths::Path {
                $page
            }
        }
    };
}

/// Declares a form with one question.
macro_rules! asks_one {
    (
        $(#[$meta:meta])*
        $name:ident { $(#[$field_meta:meta])* $answer:ident: $type:ty = $field:expr }, $id:literal, $page:expr
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $(#[$field_meta])*
            pub $answer: $type,
        }

        impl $crate::form::Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [$crate::form::Declared] = &[$field.declared()];

            fn parse(
                answers: &$crate::form::Answers,
                _: &$crate::form::Facts,
            ) -> Result<Self, $crate::form::FieldErrors> {
                let mut read = $crate::form::Reader::new(answers);
                let $answer = read.required(&$field);
                read.finish(|| Some(Self { $answer: $answer? }))
            }

            fn page(_: &$crate::form::Answers) -> $crate::paths::Path {
                $page
            }
        }
    };
}

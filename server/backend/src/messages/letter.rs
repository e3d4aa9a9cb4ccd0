//! The one shape of all messages: a heading and parts, written as plain text and as HTML.

use askama::Template;
use domain::catalogue::taxonomy::LanguageTag;
use words::Locale;

use crate::mail::Mail;

/// A message in words.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The language it is written in.
    pub locale: Locale,
    /// Its subject, one line.
    pub subject: String,
    /// What it says first.
    pub heading: String,
    /// What it says then.
    pub parts: Vec<Part>,
}

/// A part of a letter.
#[derive(Clone, Debug)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// A heading within.
    Heading(String),
    /// What to keep or to type: a number, a code.
    Big(String),
    /// Lines under each other: an address.
    Lines(Vec<String>),
    /// A numbered list.
    Items(Vec<Item>),
    /// Where to go.
    Link(Link),
}

/// An item of a list.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub title: String,
    /// The language of that.
    pub language: LanguageTag,
    /// What there is to say about it.
    pub detail: String,
}

/// A link with its words.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it says.
    pub words: String,
    /// Where it leads, whole.
    pub address: String,
}

#[derive(Template)]
#[template(path = "mail/letter.txt", escape = "none")]
struct Text<'a> {
    letter: &'a Letter,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    letter: &'a Letter,
}

impl Letter {
    /// A line of its own that keeps its direction in plain text, where no element can mark it.
    fn isolated(&self, line: &str) -> String {
        words::isolated(self.locale, line)
    }

    /// The message ready to leave, under the id that makes its Message-ID.
    pub fn addressed(&self, id: String, to: String) -> Result<Mail, askama::Error> {
        Ok(Mail {
            id,
            to,
            subject: self.subject.clone(),
            text: Text { letter: self }.render()?,
            html: Html { letter: self }.render()?,
        })
    }
}

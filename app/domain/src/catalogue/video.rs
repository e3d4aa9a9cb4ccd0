//! Links to videos elsewhere: one spelling for each video of YouTube, whichever button it was copied from.

text! {
    /// A link to a video: `https://www.youtube.com/watch?v={id}[&t={s}s]`, or any other https link as it was given.
    VideoLink
}

/// Parameters that say from where on to play, the one that is heeded first in front.
const STARTS: [&str; 3] = ["t", "start", "time_continue"];
/// What stands in the place of an id, looks like one, and names no video: a playlist, whatever a channel shows now.
const NO_IDS: [&str; 2] = ["videoseries", "live_stream"];

impl VideoLink {
    const MAX_CHARS: usize = 255;

    /// Reads a link. Videos of YouTube are known without `https` too, as people copy them; playlists around them
    /// and whatever follows the reader around are dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // Browsers read a backslash as a slash: the host they go to would be another than the one read here.
        let is_plain = !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\');
        if !is_plain || text.chars().count() > Self::MAX_CHARS {
            return None;
        }
        let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
        let scheme = scheme.to_ascii_lowercase();
        let (authority, tail) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let host = host(authority)?;
        let video = youtube(&host, tail).filter(|_| matches!(scheme.as_str(), "" | "http" | "https"));
        video.or_else(|| (scheme == "https").then(|| format!("https://{rest}"))).map(Self)
    }
}

/// The host, in lower case. Links that sign in on the way are refused.
fn host(authority: &str) -> Option<String> {
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || "-_".contains(c))
    };
    let is_port = (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit());
    (is_port && host.split('.').all(is_label)).then(|| host.to_lowercase())
}

/// The one address of a video of YouTube, if it is one.
fn youtube(host: &str, tail: &str) -> Option<String> {
    let host = ["www.", "m.", "music."].iter().find_map(|front| host.strip_prefix(front)).unwrap_or(host);
    let (before, fragment) = tail.split_once('#').unwrap_or((tail, ""));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let first = parts.next()?;
    let id = match (host, first) {
        ("youtu.be", id) => Some(id),
        ("youtube.com" | "youtube-nocookie.com", "watch") => {
            parts.next().or_else(|| values(query, "v").find(|id| is_id(id)))
        }
        ("youtube.com" | "youtube-nocookie.com", "shorts" | "embed" | "live" | "v" | "e") => parts.next(),
        _ => None,
    };
    let id = id.filter(|id| is_id(id))?;
    let start = STARTS
        .into_iter()
        .find_map(|name| values(query, name).chain(values(fragment, name)).find_map(seconds))
        .map_or_else(String::new, |start| format!("&t={start}s"));
    Some(format!("https://www.youtube.com/watch?v={id}{start}"))
}

fn is_id(text: &str) -> bool {
    text.len() == 11 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)) && !NO_IDS.contains(&text)
}

/// The values of a parameter. Links that were copied out of HTML have `&amp;` between them.
fn values<'a>(parameters: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    parameters
        .split('&')
        .filter_map(move |pair| pair.strip_prefix("amp;").unwrap_or(pair).strip_prefix(name)?.strip_prefix('='))
}

/// Reads `90`, `90s` and `1h1m30s`; the beginning is no start.
fn seconds(text: &str) -> Option<u32> {
    let (mut total, mut rest) = (0_u32, text);
    for (unit, worth) in [('h', 3_600), ('m', 60), ('s', 1)] {
        if let Some((number, after)) = rest.split_once(unit) {
            total = total.checked_add(number.parse::<u32>().ok()?.checked_mul(worth)?)?;
            rest = after;
        }
    }
    if !rest.is_empty() {
        total = total.checked_add(rest.parse().ok()?)?;
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const VIDEO: &str = "https://www.youtube.com/watch?v=dQw4w9-Wg_Q";

    fn stored(text: &str) -> Option<String> {
        VideoLink::parse(text).map(|link| link.to_string())
    }

    #[test]
    fn a_video_of_youtube_has_one_address() {
        for form in [
            "https://www.youtube.com/watch?v=dQw4w9-Wg_Q",
            " http://youtube.com/watch?feature=shared&v=dQw4w9-Wg_Q&list=PL1&index=2 ",
            "HTTPS://M.YouTube.com/watch?v=dQw4w9-Wg_Q",
            "https://music.youtube.com/watch?v=dQw4w9-Wg_Q&si=abc",
            "https://www.youtube.com/shorts/dQw4w9-Wg_Q?feature=share",
            "https://www.youtube.com/embed/dQw4w9-Wg_Q?rel=0",
            "https://www.youtube-nocookie.com/embed/dQw4w9-Wg_Q",
            "https://www.youtube.com/live/dQw4w9-Wg_Q/",
            "https://www.youtube.com/v/dQw4w9-Wg_Q",
            "https://www.youtube.com:443/watch/dQw4w9-Wg_Q",
            "https://youtu.be/dQw4w9-Wg_Q?si=abc",
            "youtu.be/dQw4w9-Wg_Q",
            "https://youtu.be/dQw4w9-Wg_Q?t=0",
            "https://youtu.be/dQw4w9-Wg_Q?t=soon",
        ] {
            assert_eq!(stored(form).as_deref(), Some(VIDEO), "{form}");
        }
    }

    #[test]
    fn the_start_is_kept_in_seconds() {
        for (form, start) in [
            ("https://youtu.be/dQw4w9-Wg_Q?t=90", 90),
            ("https://youtu.be/dQw4w9-Wg_Q?si=abc&t=90s", 90),
            ("https://www.youtube.com/watch?v=dQw4w9-Wg_Q&amp;t=1m30s", 90),
            ("https://www.youtube.com/watch?v=dQw4w9-Wg_Q#t=1h2m3s", 3_723),
            ("https://www.youtube.com/watch?time_continue=7&v=dQw4w9-Wg_Q", 7),
            ("https://www.youtube.com/embed/dQw4w9-Wg_Q?start=1m5", 65),
            ("https://youtu.be/dQw4w9-Wg_Q?start=5&t=9", 9),
        ] {
            assert_eq!(stored(form), Some(format!("{VIDEO}&t={start}s")), "{form}");
        }
    }

    #[test]
    fn any_other_https_link_is_kept() {
        for link in [
            "https://vimeo.com/123456789#t=30s",
            "https://example.org:8443/Film?a=1&b=ü",
            "https://www.youtube.com/playlist?list=PL1",
            "https://www.youtube.com/embed/videoseries?list=PL1",
            "https://www.youtube.com/@healthpost",
            "https://youtube.com.example.org/watch?v=dQw4w9-Wg_Q",
            "https://www.youtube.com/watch?v=short",
        ] {
            assert_eq!(stored(link).as_deref(), Some(link));
        }
        assert_eq!(stored("HTTPS://Example.org/A").as_deref(), Some("https://Example.org/A"));
    }

    #[test]
    fn anything_else_is_refused() {
        for wrong in [
            "",
            "none",
            "https://",
            "http://vimeo.com/1",
            "vimeo.com/1",
            "ftp://youtu.be/dQw4w9-Wg_Q",
            "javascript:alert(1)",
            "javascript://youtu.be/dQw4w9-Wg_Q",
            "https://example.org/a b",
            "https://example.org/\u{7}",
            "https://user@example.org/",
            "https://example.org\\@youtu.be/dQw4w9-Wg_Q",
            "https://example..org/",
            "https://example.org:port/",
        ] {
            assert_eq!(stored(wrong), None, "{wrong:?}");
        }
        assert_eq!(stored(&format!("https://example.org/{}", "x".repeat(236))), None);
    }

    proptest! {
        #[test]
        fn reading_twice_changes_nothing(
            text in prop_oneof![
                any::<String>(),
                "(https?://)?(www\\.|m\\.)?(youtube\\.com|youtu\\.be|example\\.org)/(watch|shorts/|embed/)?[a-zA-Z0-9_/?&=#:-]{0,30}",
            ]
        ) {
            if let Some(once) = stored(&text) {
                prop_assert!(once.starts_with("https://") && once.chars().count() <= VideoLink::MAX_CHARS);
                prop_assert_eq!(stored(&once), Some(once));
            }
        }

        #[test]
        fn every_form_gives_the_same_video(id in "[a-zA-Z0-9_-]{11}", start in 1_u32..) {
            let address = Some(format!("https://www.youtube.com/watch?v={id}&t={start}s"));
            for form in [
                format!("https://youtu.be/{id}?t={start}"),
                format!("https://www.youtube.com/watch?list=PL1&v={id}&t={start}s"),
                format!("https://www.youtube-nocookie.com/embed/{id}?start={start}"),
            ] {
                prop_assert_eq!(&stored(&form), &address);
            }
        }
    }
}

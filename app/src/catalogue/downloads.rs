//! The files of an edition with their facts; transcripts stand beside the recordings whose text they are.

use backend::SharedBackend;
use domain::catalogue::{
    edition::EditionStatus,
    file::{FileKind, can_be_shown, has_pixels, is_of_same_name, is_recording, is_sound, size_words, type_words},
};
use leptos::prelude::*;
use store::publications::File;
use ui::{LinkButton, button::ButtonKind};

use super::publication_page::Shown;
use crate::words::{isolated, t, t_with};

/// The files with their facts. Links work for an hour.
#[component]
pub fn Downloads(
    /// What the page shows.
    shown: Shown,
    /// Signs the links.
    backend: SharedBackend,
) -> impl IntoView {
    let files: Vec<File> = shown.files.iter().filter(|file| file.kind != FileKind::Cover).cloned().collect();
    let video = shown.edition.video_url.clone().filter(|_| shown.edition.orderability.offers_video());
    let is_empty = files.is_empty() && video.is_none();
    let is_old = shown.edition.orderability.status != EditionStatus::Live;
    let (rows, others) = with_transcripts(files);
    let (of_video, others) = if video.is_some() { (others, Vec::new()) } else { (Vec::new(), others) };
    let rows = rows
        .into_iter()
        .chain(others.into_iter().map(|transcript| (transcript, Vec::new())))
        .map(|(file, transcripts)| {
            let (entry, beside) = (entry(file, is_old, &backend), beside(transcripts, is_old, &backend));
            view! { <li class="file">{entry} {beside}</li> }
        })
        .collect_view();
    let of_video = beside(of_video, is_old, &backend);
    view! {
        <section class="mt-8" aria-labelledby="files-heading">
            <h2 id="files-heading" class="text-h3 font-bold">{t("publication-files")}</h2>
            {is_empty.then(|| view! { <p class="mt-2">{t("publication-no-files")}</p> })}
            <ul class="mt-2 grid gap-3">{rows}</ul>
            {video.map(|href| view! { <p class="mt-3"><LinkButton href kind=ButtonKind::Secondary>{t("publication-video")}</LinkButton></p> })}
            {of_video}
        </section>
    }
}

/// Files in their order, each recording with its transcripts: those of the same name, and where it is the only
/// recording, all. And transcripts that are of none of these files.
fn with_transcripts(files: Vec<File>) -> (Vec<(File, Vec<File>)>, Vec<File>) {
    let (mut left, others): (Vec<File>, Vec<File>) =
        files.into_iter().partition(|file| file.kind == FileKind::Transcript);
    let is_only = others.iter().filter(|file| is_recording(&file.media_type)).count() == 1;
    let mut rows = Vec::new();
    for file in others {
        let is_of = |transcript: &File| {
            is_recording(&file.media_type) && (is_only || is_of_same_name(&transcript.file_name, &file.file_name))
        };
        let (beside, rest) = left.into_iter().partition(is_of);
        left = rest;
        rows.push((file, beside));
    }
    (rows, left)
}

/// The transcripts of a recording.
fn beside(transcripts: Vec<File>, is_old: bool, backend: &SharedBackend) -> Option<impl IntoView + use<>> {
    let entries: Vec<_> = transcripts
        .into_iter()
        .map(|file| entry(file, is_old, backend))
        .map(|entry| view! { <li>{entry}</li> })
        .collect();
    (!entries.is_empty()).then(|| {
        view! {
            <div class="transcripts">
                <h3 class="font-bold">{t("publication-transcripts")}</h3>
                <ul class="mt-1 grid gap-3">{entries}</ul>
            </div>
        }
    })
}

/// A file: its name, where it can be heard or read, and its facts.
fn entry(file: File, is_old: bool, backend: &SharedBackend) -> impl IntoView + use<> {
    let facts = facts(&file).join(", ");
    let name = file.file_name.clone();
    let link = file.sha256.is_some().then(|| backend::files::link(backend, file.id));
    let shown = link.clone().filter(|_| can_be_shown(&file.media_type)).map(|link| format!("{link}/view"));
    let is_heard = is_sound(&file.media_type);
    let opened = shown.map(|href| {
        if is_heard {
            let label = t_with("publication-file-listen-label", [("name", isolated(&name).into())]);
            view! { <audio class="player no-print" controls=true preload="none" src=href aria-label=label></audio> }.into_any()
        } else {
            let label = t_with("publication-file-view-label", [("name", isolated(&name).into())]);
            view! { <p class="no-print"><a class="link" href=href aria-label=label>{t("publication-file-view")}</a></p> }
                .into_any()
        }
    });
    let elsewhere = if is_old { "publication-file-old" } else { "publication-file-elsewhere" };
    let title = match link {
        Some(href) => view! { <a class="link font-bold" href=href download=file.file_name><bdi>{name}</bdi></a> }.into_any(),
        None => view! { <span class="font-bold"><bdi>{name}</bdi></span> <span class="text-muted">" – " {t(elsewhere)}</span> }
            .into_any(),
    };
    view! {
        <p class="wrap-anywhere">{title}</p>
        {opened}
        <p class="text-muted">{facts}</p>
    }
}

/// What is known of a file: "PDF, 0.65 MB, 8 pages, A5".
fn facts(file: &File) -> Vec<String> {
    let mut facts = vec![type_words(&file.media_type), size_words(file.bytes)];
    facts.extend(file.pages.map(|pages| t_with("file-pages", [("pages", pages.into())])));
    facts.extend(file.page_size.clone());
    let pixels = file.width_px.zip(file.height_px).filter(|_| has_pixels(&file.media_type));
    facts.extend(pixels.map(|(width, height)| {
        t_with("file-pixels", [("width", width.to_string().into()), ("height", height.to_string().into())])
    }));
    facts.extend(file.duration_s.map(duration_words));
    match file.kind {
        FileKind::Print => facts.push(t("publication-file-print")),
        FileKind::Transcript => facts.push(t("publication-file-transcript")),
        FileKind::Cover | FileKind::Web => {}
    }
    facts
}

/// "4 minutes 50 seconds".
fn duration_words(seconds: i32) -> String {
    let units = [("file-hours", seconds / 3_600), ("file-minutes", seconds / 60 % 60), ("file-seconds", seconds % 60)];
    let said = units.into_iter().filter(|(_, count)| *count > 0);
    said.map(|(id, count)| t_with(id, [("count", count.into())])).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_people_say_them() {
        for (seconds, words) in [
            (290, "4 minutes 50 seconds"),
            (1, "1 second"),
            (60, "1 minute"),
            (3_600, "1 hour"),
            (7_325, "2 hours 2 minutes 5 seconds"),
        ] {
            assert_eq!(duration_words(seconds), words);
        }
    }
}

//! A catalogue of another system, read, read again, and read after a break.

use std::path::PathBuf;

use backend::import::publications;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::world::World;

const HEAD: &str = "code,title,language_code,language,format,resource_type,programme,diseases,pages,first_published\n";
const FILES_HEAD: &str = "code,kind,file_name,media_type,size,width_px,height_px,pages,created\n";

struct Files {
    folder: PathBuf,
}

impl Files {
    fn new(rows: &str, files: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("healthpost-import-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("publications.csv"), format!("{HEAD}{rows}")).unwrap();
        std::fs::write(folder.join("files.csv"), format!("{FILES_HEAD}{files}")).unwrap();
        Self { folder }
    }

    async fn read_into(&self, world: &World, dry_run: bool) -> backend::import::Report {
        publications(&world.backend, &self.folder.join("publications.csv"), &self.folder.join("files.csv"), dry_run)
            .await
            .expect("readable")
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

const ROWS: &str = "C24RSV03POL,RSV vaccine and pregnancy,pl,Polish,standard,Leaflet,RSV vaccination,Respiratory syncytial virus,4,2024-08-02
C24RSV03PAS,RSV vaccine and pregnancy Pashto,ps,Pashto,standard,Leaflet,RSV vaccination,Respiratory syncytial virus,4,2024-08-02
CTA - Measles,Measles,en,English,standard,Image,MMR and measles,Measles,,2018-10-22
TWO-1,Twins,en,English,standard,Poster,General,,1,2020-01-01
TWO-2,Twins,en,English,standard,Poster,General,,1,2020-01-02
-,Nothing,en,English,standard,Leaflet,General,,1,2020-01-01
BAD-1,Bad language,xx-yy-zz-1234567890-1234567890-1234567890,?,standard,Leaflet,General,,1,2020-01-01
BAD-2,Bad date,en,English,standard,Leaflet,General,,1,yesterday
C24 RSV 03 POL,Repeated code,pl,Polish,standard,Leaflet,General,,1,2020-01-01
BAD-3,Bad programme,en,English,standard,Leaflet,Astrology,,1,2020-01-01
";

const FILES: &str = "C24RSV03POL,web,polish.pdf,application/pdf,120 KB,420,595,4,2024-08-02
C24RSV03POL,cover,polish.jpg,image/jpeg,58 KB,420,595,,2024-08-02
C24RSV03POL,print,polish.pdf,application/pdf,large,,,,2024-08-02
C24RSV03POL,brochure,polish.pdf,application/pdf,1 MB,,,,2024-08-02
C24RSV03POL,print
NOBODY,web,lost.pdf,application/pdf,1 MB,,,1,2020-01-01
";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rows_are_created_refused_and_listed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let files = Files::new(ROWS, FILES);
    let dry = files.read_into(&world, true).await;
    assert_eq!((dry.created, world.count("select count(*) from editions").await), (5, 0), "a dry run writes nothing");
    assert_eq!(world.count("select count(*) from dumps").await, 0);
    let report = files.read_into(&world, false).await;
    assert_eq!((report.created, report.unchanged, report.refused.len(), report.orphan_files), (5, 0, 5, 1), "{report}");
    assert_eq!(world.count("select count(*) from dumps").await, 2, "the dump holds what was imported");
    let lines: Vec<u64> = report.refused_files.iter().map(|refusal| refusal.line).collect();
    assert_eq!(lines, [4, 5, 6], "{report}");
    assert_eq!(report.ambiguous, ["TWO-1", "TWO-2"]);
    let reasons: Vec<&str> = report.refused.iter().map(|refusal| refusal.code.as_str()).collect();
    assert_eq!(reasons, ["-", "BAD-1", "BAD-2", "C24 RSV 03 POL", "BAD-3"]);
    assert_eq!(world.count("select count(*) from publications").await, 4);
    assert_eq!(world.count("select count(*) from editions where status = 'live' and access_type = 'download-only' and 'no summary' = any (import_warnings)").await, 5);
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=RSV+pregnancy+polish").await.sees("1 publication").sees("RSV vaccine and pregnancy");
    visitor.opens("/publications?q=c24+rsv+03+pas").await.sees("1 publication").sees("RSV vaccine and pregnancy");
    visitor.opens("/publications?q=measels").await.sees("Did you mean").sees("Showing close matches");
    assert_eq!(visitor.links("Measles").len(), 1, "{}", visitor.text());
    visitor
        .opens("/e/c24%20rsv%2003%20pol")
        .await
        .sees("polish.pdf")
        .sees("120 KB")
        .sees("This file is not held here yet");
    assert!(visitor.links("polish.pdf").is_empty(), "facts without a link");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_second_run_changes_nothing_and_a_changed_row_is_updated(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    Files::new(ROWS, FILES).read_into(&world, false).await;
    let before = world.count("select version from catalogue_version").await;
    world.run("delete from listing_words").await; // as after a run that was killed just before its end
    let again = Files::new(ROWS, FILES).read_into(&world, false).await;
    assert!(
        world.count("select count(*) from listing_words").await > 0,
        "another run finishes the one that was killed"
    );
    assert_eq!((again.created, again.updated, again.unchanged), (0, 0, 5), "{again}");
    assert_eq!(world.count("select version from catalogue_version").await, before);
    let changed = Files::new(&ROWS.replace("2018-10-22", "2018-10-23"), FILES).read_into(&world, false).await;
    assert_eq!((changed.created, changed.updated, changed.unchanged), (0, 1, 4), "{changed}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_120_the_trail_says_what_an_import_wrote(_: PgPoolOptions, connect: PgConnectOptions) {
    const WRITTEN: &str = "select concat_ws(' ', actor, subject, detail ->> 'created', detail ->> 'updated',
        length(detail ->> 'file')) from audit_entries where action = 'catalogue.imported' order by id";
    let world = World::new(connect).await;
    Files::new(ROWS, FILES).read_into(&world, true).await;
    assert_eq!(world.count("select count(*) from audit_entries").await, 0, "a dry run writes nothing");
    Files::new(ROWS, FILES).read_into(&world, false).await;
    Files::new(ROWS, FILES).read_into(&world, false).await;
    assert_eq!(world.texts(WRITTEN).await, ["operator catalogue 5 0 64"], "what changes nothing is not written");
    Files::new(&ROWS.replace("2018-10-22", "2018-10-23"), FILES).read_into(&world, false).await;
    assert_eq!(world.texts(WRITTEN).await[1..], ["operator catalogue 0 1 64"]);
    let files = "select count(distinct detail ->> 'file') from audit_entries where action = 'catalogue.imported'";
    assert_eq!(world.count(files).await, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_video_is_kept_under_its_one_address_and_a_wrong_link_refused(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    Files::new(ROWS, FILES).read_into(&world, false).await;
    let with_video = |link: &str| {
        let files = Files::new("", "");
        let row = "CTA - Measles,Measles,en,English,standard,Image,MMR and measles,Measles,,2018-10-22";
        let head = HEAD.trim_end();
        std::fs::write(files.folder.join("publications.csv"), format!("{head},video_url\n{row},{link}\n")).unwrap();
        files
    };
    let none = with_video("").read_into(&world, false).await;
    assert_eq!((none.updated, none.unchanged), (0, 1), "an empty column is none: {none}");
    let wrong = with_video("javascript:alert(1)").read_into(&world, false).await;
    assert_eq!(wrong.refused[0].reason, "\"javascript:alert(1)\" is no https link to a video");
    let some = with_video("https://youtu.be/dQw4w9-Wg_Q?t=1m30s").read_into(&world, false).await;
    assert_eq!((some.updated, some.refused.len()), (1, 0), "{some}");
    let kept = world.text("select video_url from editions where video_url is not null").await;
    assert_eq!(kept, "https://www.youtube.com/watch?v=dQw4w9-Wg_Q&t=90s");
    let again = with_video("https://www.youtube.com/watch?v=dQw4w9-Wg_Q&t=90").read_into(&world, false).await;
    assert_eq!(again.unchanged, 1, "the same video: {again}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn how_long_a_recording_lasts_is_shown(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    Files::new(ROWS, FILES).read_into(&world, false).await;
    let with_length = |length: &str| {
        let files = Files::new(ROWS, FILES);
        let (head, rows) = (FILES_HEAD.trim_end(), FILES.replace('\n', ",\n"));
        let spoken = format!("CTA - Measles,web,spoken.mp3,audio/mpeg,1 MB,,,,2024-08-02,{length}\n");
        let spoken = if length.is_empty() { "" } else { spoken.as_str() };
        std::fs::write(files.folder.join("files.csv"), format!("{head},duration_s\n{rows}{spoken}")).unwrap();
        files
    };
    let none = with_length("").read_into(&world, false).await;
    assert_eq!((none.updated, none.unchanged), (0, 5), "an empty column is none: {none}");
    let wrong = with_length("long").read_into(&world, true).await;
    assert!(wrong.refused_files.iter().any(|file| file.reason == "\"long\" is no number of seconds"), "{wrong}");
    let some = with_length("290").read_into(&world, false).await;
    assert_eq!((some.updated, some.unchanged), (1, 4), "{some}");
    world.visitor().opens("/e/CTA%20-%20Measles").await.sees("MP3, 1 MB, 4 minutes 50 seconds");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_run_that_was_broken_off_is_finished_by_the_next(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let first_row = ROWS.split_inclusive('\n').next().unwrap();
    Files::new(first_row, FILES).read_into(&world, false).await;
    let rest = Files::new(ROWS, FILES).read_into(&world, false).await;
    assert_eq!((rest.created, rest.unchanged), (4, 1), "{rest}");
    let rsv = "select count(distinct publication_id) from editions where code_normalised like 'C24RSV03%'";
    assert_eq!(world.count(rsv).await, 1, "later rows join the publication of the first run");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_import_never_touches_what_was_made_here(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(crate::builders::Leaflet { code: "C24RSV03POL", ..crate::builders::Leaflet::default() }).await;
    let report = Files::new(ROWS, FILES).read_into(&world, false).await;
    assert!(report.refused.iter().any(|refusal| refusal.code == "C24RSV03POL"), "{report}");
    assert_eq!(world.count("select count(*) from editions where code_normalised = 'C24RSV03POL' and access_type = 'download-or-order'").await, 1);
}

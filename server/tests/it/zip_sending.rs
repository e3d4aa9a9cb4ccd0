//! How a zip is sent: to its end or not at all, to a few readers at a time, with few questions to the database.

use std::{io::Cursor, net::SocketAddr, sync::atomic::Ordering, time::Duration};

use axum::{
    Extension,
    body::to_bytes,
    extract::ConnectInfo,
    http::{Method, StatusCode, header},
};
use backend::zips::{Turns, Zips};
use domain::catalogue::file::FileKind;
use futures::StreamExt;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use zip::ZipArchive;

use crate::{
    statements::counting,
    visitor::Visitor,
    world::{LONG, World},
    zip::{ZIP, begins, gets},
};

/// One turn, and little patience.
fn narrow() -> Zips {
    Zips { turns: Turns::new(1), patience: Duration::from_secs(5), ..Zips::default() }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_file_that_cannot_be_read_breaks_the_answer(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_several_files().await;
    for fault in [
        "update files set sha256 = decode(repeat('ab', 32), 'hex') where file_name = 'rougeole.pdf'",
        "update files set sha256 = (select sha256 from files where kind = 'print') where file_name = 'rougeole.pdf'",
    ] {
        world.run(fault).await;
        let (status, headers, body) = begins(&world.router, Method::GET, ZIP).await;
        assert_eq!(status, StatusCode::OK, "{fault}");
        let (mut came, mut is_broken, mut pieces) = (Vec::new(), false, body.into_data_stream());
        while let Some(piece) = pieces.next().await {
            match piece {
                Ok(piece) => came.extend_from_slice(&piece),
                Err(_) => is_broken = true,
            }
        }
        assert!(is_broken && !came.is_empty(), "{fault}: it began, and ended in an error");
        assert_ne!(headers[header::CONTENT_LENGTH], came.len().to_string(), "{fault}");
        assert!(ZipArchive::new(Cursor::new(came)).is_err(), "{fault}: no part is taken for the whole");
    }
    assert_eq!(world.count("select count(*) from download_counts").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_browser_sees_that_a_download_failed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_several_files().await;
    world.run("update files set sha256 = decode(repeat('ab', 32), 'hex') where file_name = 'rougeole.pdf'").await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = world.router.clone();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let mut socket = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {ZIP} HTTP/1.1\r\nHost: healthpost.example\r\n\r\n");
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let read = tokio::time::timeout(LONG, socket.read_to_end(&mut answer)).await;
    // Reset or closed: it does not stay open, as it does after an answer that came whole.
    let _ = read.expect("the connection ends");
    let text = String::from_utf8_lossy(&answer).to_lowercase();
    let length = text.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.trim().parse().ok());
    let head = answer.windows(4).position(|end| end == b"\r\n\r\n").expect("a head") + 4;
    assert!(text.starts_with("http/1.1 200") && answer.len() - head < length.unwrap_or(0_usize), "{text}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_reader_that_stalls_loses_its_turn(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has_several_files().await;
    world.has_file(edition, FileKind::Web, 2, "large.pdf", &b"x".repeat(1 << 20)).await;
    let router = world.bounded(narrow());
    let (status, _, stalled) = begins(&router, Method::GET, ZIP).await;
    assert_eq!(status, StatusCode::OK);
    let mut visitor = Visitor::new(router.clone());
    visitor.opens(ZIP).await.sees("Too many people");
    assert_eq!(
        (visitor.status, &visitor.headers[header::RETRY_AFTER]),
        (StatusCode::SERVICE_UNAVAILABLE, &"30".parse().unwrap())
    );
    // Whoever only asks for the headers needs no turn.
    let (status, headers, body) = begins(&router, Method::HEAD, ZIP).await;
    assert_eq!(status, StatusCode::OK);
    assert!(headers[header::CONTENT_LENGTH].to_str().unwrap().parse::<usize>().unwrap() > 1 << 20);
    assert!(to_bytes(body, 1).await.expect("nothing").is_empty());
    let again = async {
        while gets(&router, ZIP).await.0 != StatusCode::OK {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(LONG, again).await.expect("the turn is somebody else's");
    assert!(to_bytes(stalled, 64 << 20).await.is_err(), "the rest does not come");
    world.has_counted(4).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn one_client_takes_two_zips_at_once_and_others_theirs(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has_several_files().await;
    world.has_file(edition, FileKind::Web, 2, "large.pdf", &b"x".repeat(1 << 20)).await;
    let router = world.bounded(Zips::default());
    let from = |address: &str| {
        let peer: SocketAddr = format!("{address}:1").parse().unwrap();
        router.clone().layer(Extension(ConnectInfo(peer)))
    };
    let (one, other) = (from("1.2.3.4"), from("1.2.3.5"));
    let (first, second) = (begins(&one, Method::GET, ZIP).await, begins(&one, Method::GET, ZIP).await);
    assert_eq!((first.0, second.0), (StatusCode::OK, StatusCode::OK));
    let mut visitor = Visitor::new(one.clone());
    visitor.opens(ZIP).await.sees("You are downloading two zip files already");
    assert_eq!(
        (visitor.status, &visitor.headers[header::RETRY_AFTER]),
        (StatusCode::TOO_MANY_REQUESTS, &"30".parse().unwrap())
    );
    assert_eq!(visitor.links("Go back to the publication"), ["/publications/measles-leaflet"]);
    assert_eq!(begins(&one, Method::HEAD, ZIP).await.0, StatusCode::OK, "headers take no turn");
    assert_eq!(gets(&other, ZIP).await.0, StatusCode::OK);
    to_bytes(first.2, 64 << 20).await.expect("all of it");
    let again = async {
        while gets(&one, ZIP).await.0 != StatusCode::OK {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(LONG, again).await.expect("a turn came back");
    drop(second);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_zip_asks_as_often_for_many_files_as_for_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let path = "/publications/flu-vaccination-leaflet-for-parents/files.zip";
    let (count, _counting) = counting();
    let mut counted = 0;
    for (query, least) in [("?language=en&format=standard&kind=web", 1), ("", 5)] {
        count.store(0, Ordering::Relaxed);
        let (_, _, bytes) = gets(&world.router, &format!("{path}{query}")).await;
        let asked = count.load(Ordering::Relaxed);
        assert!((1..=3).contains(&asked), "{query}: {asked} statements");
        let files = ZipArchive::new(Cursor::new(bytes)).expect("an archive").len();
        assert!(files >= least, "{query}: {files} files");
        counted += i64::try_from(files).unwrap();
        world.has_counted(counted).await;
    }
}

//! A service that lists the addresses of a postcode, and misbehaves as it is told, over real sockets. It speaks just
//! enough HTTP.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use backend::{AddressLookup, address_lookup::HttpLookup};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Lists [`ADDRESSES`].
    Kind,
    /// Answers this, whatever it is.
    Says(&'static str),
    /// Takes the request and never answers.
    Silent,
    /// Sends its answer a byte at a time, without end.
    Drips,
    /// Sends an answer without end, as fast as it goes.
    Huge,
    /// Goes away before it has sent what it promised.
    BreaksOff,
}

/// What it lists: out of order, one of them elsewhere, one that fits no label.
pub const ADDRESSES: &str = r#"{"addresses": [
    {"line1": "21 Some Street", "city": "Leeds", "postcode": "LS1 4AP", "uprn": "100000000021"},
    {"line1": "10 Some Street", "city": "Leeds", "postcode": "LS1 4AP"},
    {"line1": "1 Some Street", "city": "Leeds", "county": "West Yorkshire", "postcode": "LS14AP", "country": "england",
     "uprn": "100000000001", "latitude": 53.7965, "longitude": -1.5478, "status": "approved"},
    {"line1": "2 Some Street", "line2": null, "city": "Leeds", "postcode": "ls1 4ap", "uprn": "no number", "latitude": 99, "longitude": 1},
    {"line1": "3 Some Street", "city": "Leeds", "postcode": "LS9 9ZZ"},
    {"line1": "4 Some Street", "city": "A town whose name is longer than any label", "postcode": "LS1 4AP"},
    {"line1": "<b>5</b>\u0000 Some Street", "city": "Leeds", "postcode": "LS1 4AP"}]}"#;

pub struct AddressService {
    address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl AddressService {
    pub async fn up(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let service = Self {
            address: listener.local_addr().unwrap(),
            manner: Arc::new(Mutex::new(manner)),
            asked: Arc::default(),
        };
        let (manner, asked) = (service.manner.clone(), service.asked.clone());
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let manner = *manner.lock().unwrap();
                tokio::spawn(answers(socket, manner, asked.clone()));
            }
        });
        service
    }

    /// Behaves so from now on.
    pub fn is(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// The look-up that asks it, and waits for so long.
    pub fn lookup(&self, patience: Duration) -> AddressLookup {
        lookup_at(&self.address.to_string(), patience)
    }
}

/// A look-up at an address, whoever is there.
pub fn lookup_at(address: &str, patience: Duration) -> AddressLookup {
    let url = format!("http://{address}/find?of=uk");
    AddressLookup::Http(Arc::new(HttpLookup::new(&url, Some("zqkey".to_owned().into()), patience).expect("a service")))
}

async fn answers(mut socket: TcpStream, manner: Manner, asked: Arc<Mutex<Vec<String>>>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match socket.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    asked.lock().unwrap().push(String::from_utf8_lossy(&head).into_owned());
    let json = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
    // Whoever asked may be gone: then nothing is sent any more.
    let _ = match manner {
        Manner::Kind => {
            let answer = format!("{json}content-length: {}\r\n\r\n{ADDRESSES}", ADDRESSES.len());
            socket.write_all(answer.as_bytes()).await
        }
        Manner::Says(answer) => socket.write_all(answer.as_bytes()).await,
        Manner::Silent => std::future::pending().await,
        Manner::Drips => sends(&mut socket, json, b" ", Duration::from_millis(5)).await,
        Manner::Huge => sends(&mut socket, json, &[b' '; 1 << 13], Duration::ZERO).await,
        Manner::BreaksOff => {
            let answer = format!("{json}content-length: 5000\r\n\r\n{{\"addresses\": [");
            socket.write_all(answer.as_bytes()).await
        }
    };
}

/// Sends the same until nobody reads it any more.
async fn sends(socket: &mut TcpStream, head: &str, piece: &[u8], pause: Duration) -> std::io::Result<()> {
    socket.write_all(format!("{head}\r\n").as_bytes()).await?;
    loop {
        socket.write_all(piece).await?;
        tokio::time::sleep(pause).await;
    }
}

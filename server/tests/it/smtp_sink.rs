//! A mail server that misbehaves as it is told, over real sockets. It speaks just enough SMTP.

use std::{
    collections::BTreeMap,
    io,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use backend::Mailer;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpSocket, TcpStream},
};

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Takes everything.
    Kind,
    /// Sends everybody away at the door: 421.
    Away,
    /// Refuses a recipient for now: 451.
    NotNow,
    /// Refuses a recipient for good: 550.
    Never,
    /// Waits before each of its answers.
    Slow(Duration),
    /// Takes a message and answers this late.
    Late(Duration),
    /// Takes a message and goes away without an answer.
    Drops,
}

/// A message that it took, whether it said so or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its Message-ID, without the host.
    pub id: String,
    /// Whom it was for.
    pub to: String,
}

#[derive(Debug)]
struct Mind {
    manner: Manner,
    /// For recipients that begin so.
    towards: Vec<(&'static str, Manner)>,
    taken: Vec<Taken>,
}

impl Mind {
    fn manner(&self, recipient: &str) -> Manner {
        let special = self.towards.iter().rev().find(|(begins, _)| recipient.starts_with(begins));
        special.map_or(self.manner, |(_, manner)| *manner)
    }
}

pub struct SmtpSink {
    address: SocketAddr,
    mind: Arc<Mutex<Mind>>,
    /// Keeps the port while nobody listens there.
    port: Mutex<Option<TcpSocket>>,
}

impl SmtpSink {
    /// One whose port is closed.
    pub fn down() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let mind = Mind { manner: Manner::Kind, towards: Vec::new(), taken: Vec::new() };
        Self { address: socket.local_addr().unwrap(), mind: Arc::new(Mutex::new(mind)), port: Mutex::new(Some(socket)) }
    }

    /// One that answers.
    pub fn up() -> Self {
        let sink = Self::down();
        sink.comes_up();
        sink
    }

    /// Listens from now on.
    pub fn comes_up(&self) {
        let socket = self.port.lock().unwrap().take().expect("it was down");
        let listener = socket.listen(128).unwrap();
        let mind = self.mind.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serve(socket, mind.clone()));
            }
        });
    }

    /// Behaves so from now on.
    pub fn is(&self, manner: Manner) {
        self.mind.lock().unwrap().manner = manner;
    }

    /// Behaves so towards recipients that begin so.
    pub fn is_towards(&self, begins: &'static str, manner: Manner) {
        self.mind.lock().unwrap().towards.push((begins, manner));
    }

    /// Everything that it took, in order.
    pub fn taken(&self) -> Vec<Taken> {
        self.mind.lock().unwrap().taken.clone()
    }

    /// How often it took each message.
    pub fn times(&self) -> BTreeMap<String, usize> {
        let mut times = BTreeMap::new();
        for taken in self.taken() {
            *times.entry(taken.id).or_default() += 1;
        }
        times
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// The service's own way to it.
    pub fn mailer(&self, patience: Duration) -> Mailer {
        let from = "Healthpost <no-reply@healthpost.example>".parse().expect("a sender");
        Mailer::smtp(&self.url(), from, patience).expect("a mail server")
    }
}

async fn serve(socket: TcpStream, mind: Arc<Mutex<Mind>>) -> io::Result<()> {
    let mut talk = BufReader::new(socket);
    let manner = |recipient: &str| mind.lock().unwrap().manner(recipient);
    if manner("") == Manner::Away {
        return says(&mut talk, Manner::Away, "421 come back later").await;
    }
    says(&mut talk, manner(""), "220 sink").await?;
    let (mut line, mut recipient) = (String::new(), String::new());
    loop {
        line.clear();
        if talk.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let answer = match line.get(..4).unwrap_or_default() {
            "EHLO" => "250-sink\r\n250 8BITMIME",
            "RCPT" => {
                recipient = between(&line, "<", ">");
                match manner(&recipient) {
                    Manner::NotNow => "451 not now",
                    Manner::Never => "550 nobody has this address",
                    _ => "250 fine",
                }
            }
            "DATA" => {
                says(&mut talk, manner(&recipient), "354 go on").await?;
                let id = message_id(&mut talk).await?;
                mind.lock().unwrap().taken.push(Taken { id, to: recipient.clone() });
                match manner(&recipient) {
                    Manner::Drops => return Ok(()),
                    Manner::Late(wait) => tokio::time::sleep(wait).await,
                    _ => {}
                }
                "250 taken"
            }
            "QUIT" => return says(&mut talk, Manner::Kind, "221 bye").await,
            _ => "250 fine",
        };
        says(&mut talk, manner(&recipient), answer).await?;
    }
}

async fn says(talk: &mut BufReader<TcpStream>, manner: Manner, words: &str) -> io::Result<()> {
    if let Manner::Slow(wait) = manner {
        tokio::time::sleep(wait).await;
    }
    talk.write_all(format!("{words}\r\n").as_bytes()).await?;
    talk.flush().await
}

/// Reads a message to its end.
async fn message_id(talk: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut message = String::new();
    loop {
        let begins = message.len();
        if talk.read_line(&mut message).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if &message[begins..] == ".\r\n" {
            break;
        }
    }
    let head = message.split_once("\r\n\r\n").map_or(message.as_str(), |(head, _)| head);
    let at = head.to_ascii_lowercase().find("message-id:").expect("every message has a Message-ID");
    Ok(between(&head[at..], "<", "@"))
}

fn between(text: &str, begin: &str, end: &str) -> String {
    let rest = text.split_once(begin).map_or("", |(_, rest)| rest);
    rest.split_once(end).map_or("", |(found, _)| found).to_owned()
}

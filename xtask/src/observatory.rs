//! What MDN's HTTP Observatory gives our pages: its grader, installed from npm, looks at a server behind TLS.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Build, site, suite::Server, tools};

/// Where the scan lies, and what it needs.
const FOLDER: &str = "end2end/observatory";

/// Starts a server, and has pages of every kind graded, those of staff too. Fails where one gets less than an A+.
pub fn run() -> anyhow::Result<()> {
    site::build(Build::Development)?;
    tools::build_server(Build::Development)?;
    tools::grader(FOLDER)?;
    let server = Server::start(Build::Development, &[])?;
    let (key, certificate) = certificate(server.data())?;
    let staff = ["staff", "create-admin", "--email", "grace@example.com", "--name", "Grace Hopper"];
    let invitation = tools::output(server.program(Build::Development).args(staff))?;
    let mut node = Command::new("node");
    node.arg("scan.mjs").current_dir(FOLDER);
    node.env("HEALTHPOST_ORIGIN", server.origin()).env("HEALTHPOST_MAIL", server.data().join("mail"));
    node.env("HEALTHPOST_INVITATION", invitation.trim());
    node.env("TLS_KEY", key).env("TLS_CERTIFICATE", &certificate);
    // Whoever looks has to trust it.
    node.env("NODE_EXTRA_CA_CERTS", certificate);
    tools::run(&mut node)
}

/// A key and a certificate for this machine, which nobody else trusts.
fn certificate(folder: &Path) -> anyhow::Result<(PathBuf, PathBuf)> {
    let (key, certificate) = (folder.join("tls-key.pem"), folder.join("tls-certificate.pem"));
    let mut openssl = Command::new("openssl");
    openssl.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]);
    openssl.args(["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout"]).arg(&key);
    tools::output(openssl.arg("-out").arg(&certificate))?;
    Ok((key, certificate))
}

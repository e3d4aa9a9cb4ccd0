//! The bundles of islands that browsers load: which there are, and how each is built.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Context;
use wasm_bindgen_cli_support::Bindgen;

use crate::{Build, tools, unused};

/// A bundle. A page that holds an island loads one, and no other.
#[derive(Clone, Copy, Debug)]
pub struct Bundle {
    /// Its name in the manifest and in the names of its files.
    pub name: &'static str,
    /// The package that links it.
    package: &'static str,
    /// The heaviest script that a page of it loads besides.
    pub beside: &'static str,
}

/// All of them.
pub const ALL: [Bundle; 2] = [
    Bundle { name: "public", package: "frontend-public", beside: "basket.js" },
    Bundle { name: "registry", package: "frontend-registry", beside: "places.js" },
];

/// A flag of cargo, for the package of each.
pub fn packages(flag: &'static str) -> impl Iterator<Item = &'static str> {
    ALL.into_iter().flat_map(move |bundle| [flag, bundle.package])
}

/// A command of cargo for bundles. For development it is the server's profile, so that macros and build scripts are
/// compiled once for both, but small: browsers load and compile the bundle on every page.
pub fn cargo(command: &str, build: Build) -> Command {
    let mut cargo = tools::cargo(build);
    cargo.args([command, "--target", TARGET]);
    match build {
        Build::Development => cargo.env("CARGO_PROFILE_DEV_OPT_LEVEL", "s").env("CARGO_PROFILE_DEV_DEBUG", "false"),
        Build::Release => cargo.args(["--profile", "wasm"]),
    };
    cargo
}

/// What bundles are compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

impl Bundle {
    /// The file of its glue between browser and WASM.
    pub fn js(&self) -> String {
        format!("{}.js", self.name)
    }

    /// The file of its WASM.
    pub fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// Compiles it. Each is a command of its own: in one, cargo would give every bundle the islands of all. What
    /// they share is compiled once, as only `islands` differs.
    pub fn compile(&self, build: Build) -> anyhow::Result<PathBuf> {
        tools::run(cargo("build", build).args(["--package", self.package]))?;
        let folder = match build {
            Build::Development => "debug",
            Build::Release => "wasm",
        };
        Ok(PathBuf::from(format!("target/{TARGET}/{folder}/{}.wasm", self.package.replace('-', "_"))))
    }

    /// Binds what was compiled to browsers: its two files, in a folder.
    pub fn bind(&self, compiled: &Path, to: &Path, build: Build) -> anyhow::Result<()> {
        let is_release = build == Build::Release;
        let mut bindgen = Bindgen::new();
        bindgen.input_path(compiled).out_name(self.name).web(true)?.typescript(false).omit_default_module_path(true);
        bindgen.remove_name_section(true).remove_producers_section(is_release).debug(!is_release);
        let mut output = bindgen.generate_output().context("the islands cannot be bound to browsers")?;
        if is_release {
            unused::drop_exports(&mut output);
        }
        output.emit(to)?;
        if is_release { unused::cut_classes(&to.join(self.js())) } else { Ok(()) }
    }
}

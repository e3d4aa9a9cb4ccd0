//! How the program is linked.

#[expect(clippy::disallowed_methods, reason = "cargo says in variables what it builds for")]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    let is_release = std::env::var_os("CARGO_CFG_HEALTHPOST_RELEASE").is_some();
    // There Rust brings a linker of its own, and uses it.
    let has_own_linker = is("CARGO_CFG_TARGET_ARCH", "x86_64") && is("CARGO_CFG_TARGET_ENV", "gnu");
    if is_release && has_own_linker {
        // Every page of the program that is read stays in memory (P-10). Functions that come out equal are kept once:
        // views and futures leave tens of thousands of them. Addresses to mend at start take a word for many.
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all,-z,pack-relative-relocs");
    }
}

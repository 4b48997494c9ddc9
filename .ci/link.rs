//! How the program of the site is linked.

fn main() {
    println!("cargo::rerun-if-changed=.ci/link.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What `wasm-split-cli` follows from function to function when it cuts the program into files.
        println!("cargo::rustc-link-arg-bin=subnet-ledger=--emit-relocs");
    }
}

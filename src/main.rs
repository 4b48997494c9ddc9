//! The browser binary.

#[cfg(target_arch = "wasm32")]
fn main() {
    subnet_ledger::app::mount();
}

/// Natively there is no browser to run in; the command-line tool is `ledger`.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: see `make serve`. The command-line tool is `ledger`.");
}

//! The browser binary, and where it is cut in three.

#[cfg(target_arch = "wasm32")]
fn main() {
    subnet_ledger::app::begin(cut::fetch_application, cut::fetch_second);
}

/// Natively there is no browser to run in; the command-line tool is `ledger`.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: see `make serve`. The command-line tool is `ledger`.");
}

/// The cut is here and not in the library, whose other binary has no use for it.
#[cfg(target_arch = "wasm32")]
mod cut {
    #![allow(unsafe_code, reason = "a cut is an import of the program, which is unsafe to declare")]

    use futures::future::LocalBoxFuture;
    use subnet_ledger::app::data::LoadError;
    use subnet_ledger::app::{Application, Second};
    use wasm_split_helpers::wasm_split;

    /// Everything that is reached only from a function marked like this goes into a file of its own.
    #[wasm_split(application, fallible)]
    fn application() -> Result<Application, LoadError> {
        Ok(Application::HERE)
    }

    #[wasm_split(second, fallible)]
    fn second() -> Result<Second, LoadError> {
        Ok(Second::HERE)
    }

    pub fn fetch_application() -> LocalBoxFuture<'static, Result<Application, LoadError>> {
        Box::pin(application())
    }

    pub fn fetch_second() -> LocalBoxFuture<'static, Result<Second, LoadError>> {
        Box::pin(second())
    }
}

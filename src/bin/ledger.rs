//! The command-line tool: makes the published files from captures, and checks them.

/// The tool is native only; in the browser there is nothing to publish.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod command {
    use std::path::PathBuf;
    use std::process::ExitCode;

    use clap::{Parser, Subcommand};
    use subnet_ledger::publish::flag::Flags;
    use subnet_ledger::publish::inputs::Inputs;
    use subnet_ledger::publish::{self, PublishError};

    /// Makes and checks the data files of Subnet Ledger.
    #[derive(Parser)]
    #[command(name = "ledger", version)]
    struct Cli {
        #[command(subcommand)]
        command: Command,
    }

    #[derive(Subcommand)]
    enum Command {
        /// Makes snapshots from captured files.
        ///
        /// Every cross-section of the chain in CAPTURES becomes a snapshot, oldest first; all other
        /// captures (prices, classes, repositories, probes) may be missing, and what they would say
        /// is then published as not searched or not measured. The same captures always give the same
        /// bytes.
        #[command(after_long_help = HELP)]
        Publish {
            /// Folder of captured files.
            #[arg(long, value_name = "DIR")]
            captures: PathBuf,
            /// Folder to write to, as served beside the site under `data/`.
            #[arg(long, value_name = "DIR")]
            out: PathBuf,
            /// Descriptions of subnets, instead of those built in.
            #[arg(long, value_name = "FILE")]
            about: Option<PathBuf>,
            /// Claims, instead of those built in.
            #[arg(long, value_name = "FILE")]
            claims: Option<PathBuf>,
            /// Registrations, instead of those built in.
            #[arg(long, value_name = "FILE")]
            generations: Option<PathBuf>,
        },
    }

    const HELP: &str = "\
Files read from CAPTURES (only a cross-section is needed):
  metagraphed/native/finney-subnets.<day>.json        cross-section with identities
  metagraphed/api/economics.<day>.json                cross-section without them
  catalog/catalog_categories_<day>.csv                classes
  alphamind/daily_alpha_price_ohlc.csv (+ .sources)   daily prices
  metagraphed/api/recorded/…                          TAO price, TAO weight

Exit codes:
  0  published
  1  a file could not be read or written
  2  the command was not understood
  3  published, but rows were left out; each is listed
  4  refused: the captures contradict themselves, nothing new was named in latest.json";

    /// Runs the command that was given.
    pub fn run() -> ExitCode {
        let Command::Publish { captures, out, about, claims, generations } = Cli::parse().command;
        let inputs = Inputs::read(about.as_deref(), claims.as_deref(), generations.as_deref());
        ended(inputs.and_then(|inputs| publish::publish(&captures, &inputs, &out)))
    }

    fn ended(result: Result<Flags, PublishError>) -> ExitCode {
        match result {
            Ok(flags) => {
                for flag in &flags.0 {
                    eprintln!("{flag}");
                }
                if flags.count_left_out() == 0 { ExitCode::SUCCESS } else { ExitCode::from(3) }
            }
            Err(error) => {
                eprintln!("{error}");
                ExitCode::from(error.exit_code())
            }
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

//! The command-line tool: makes the published files from captures, and checks them.

/// The tool is native only; in the browser there is nothing to publish.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod command {
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;
    use std::time::Instant;

    use clap::{Parser, Subcommand};
    use subnet_ledger::model::Day;
    use subnet_ledger::prerender::output::Written;
    use subnet_ledger::prerender::{self, Site};
    use subnet_ledger::publish::flag::Flags;
    use subnet_ledger::publish::inputs::Inputs;
    use subnet_ledger::publish::{self, PublishError, check, schema, synth};

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
        /// Checks a data folder: hashes, lengths, the format, and what has to be true of the numbers.
        #[command(after_long_help = CHECK_HELP)]
        Check {
            /// Folder to check, the one with latest.json in it.
            #[arg(value_name = "DIR")]
            folder: PathBuf,
        },
        /// Writes the pages, widgets, previews and feeds of a built site.
        ///
        /// Every page and subnet becomes an HTML file that can be read, found and previewed without
        /// the program, from the data in DIST/data and the page that the build wrote. Run it again
        /// whenever the data or the address of the site changes; then write the .br and .gz anew.
        #[command(after_long_help = PRERENDER_HELP)]
        Prerender {
            /// Folder of the built site.
            #[arg(value_name = "DIST")]
            dist: PathBuf,
            /// Public address of the site, such as https://example.org/ledger/.
            #[arg(long, value_name = "URL")]
            url: String,
            /// Leaves out the pictures that chat programs show.
            #[arg(long)]
            no_previews: bool,
        },
        /// Makes up a network of any size, to measure and to test with.
        ///
        /// It says of itself that it is synthetic; never publish it as anything else.
        Synth {
            /// How many subnets.
            #[arg(long, default_value_t = 1024)]
            subnets: u16,
            /// How many days of history each has.
            #[arg(long, default_value_t = 3650)]
            days: u32,
            /// Folder to write to.
            #[arg(long, value_name = "DIR")]
            out: PathBuf,
        },
        /// Prints the JSON Schema of the published files.
        Schema,
    }

    const PRERENDER_HELP: &str = "\
Written into DIST:
  …/index.html, 404.html       a page for every address, with title, description, canonical link and preview
  embed/card, embed/spark      widgets for other people's pages; they need no script
  badge/                       badges as SVG, light and dark
  oembed/                      descriptions for sites that embed links by themselves
  preview/                     pictures of 1200 × 630 for chat programs
  data/current/                copies to fetch by name, and feeds
  sitemap.xml, robots.txt, _redirects

Exit codes:
  0  written
  1  not a built site, damaged data, no font, or a file could not be written
  2  the command was not understood";

    const CHECK_HELP: &str = "\
Follows latest.json to every root and object, as the site does, and reports what is wrong: a file that is
missing or not what its hash says, rows that do not meet, numbers that contradict each other, evidence from
before a registration, links that are not https.

Exit codes:
  0  nothing is wrong
  1  there is no readable latest.json of this format
  2  the command was not understood
  5  something is wrong; each finding is listed";

    const HELP: &str = "\
From a capture to a site:
  ledger publish --captures captures --out public/data    makes the files
  ledger check public/data                                reads them as a stranger would
  make dist URL=https://your.host/                        builds the site with them
  ledger prerender dist --url https://your.host/          writes its pages anew when only data changed

What is missing from CAPTURES is published as not measured or not searched, never as zero. A row that
cannot be used is left out and listed with its file, row and field. docs/publishing.md tells the whole
way, and how to add an importer.

Files read from CAPTURES, in folders named after where they come from; only one cross-section is needed:
  metagraphed/native/finney-subnets.<day>.json             cross-section of the chain with identities
  metagraphed/api/economics.<day>.json                     cross-section without them
  metagraphed/registry/subnets/*.json                      websites, APIs and repositories of subnets
  metagraphed/registry/generated/github-signals.json       what is in the repositories
  metagraphed/registry/verification/surface-health.json    probes of websites and APIs
  metagraphed/api/recorded/…                               TAO price, TAO weight, days of single subnets
  alphamind/daily_alpha_price_ohlc.csv, .sources.csv       daily prices
  catalog/catalog_categories_<day>.csv                     classes
  derived/cross_section_panel.csv                          alpha of subnets on single days
metagraphed is github.com/JSONbored/metagraphed, alphamind github.com/alexlange1/alphamind-transparency,
catalog github.com/pkoellinger/bittensor-subnet-price-correlates.

A slot that has a new holder is refused until its registration is in the table of registrations: copy
src/publish/input/generations.toml, append what the message names, and give the copy as --generations.

Exit codes:
  0  published
  1  a file could not be read or written
  2  the command was not understood
  3  published, but rows were left out; each is listed
  4  refused: the captures contradict themselves, nothing new was named in latest.json";

    /// Runs the command that was given.
    pub fn run() -> ExitCode {
        match Cli::parse().command {
            Command::Publish { captures, out, about, claims, generations } => {
                let inputs = Inputs::read(about.as_deref(), claims.as_deref(), generations.as_deref());
                ended(inputs.and_then(|inputs| publish::publish(&captures, &inputs, &out)))
            }
            Command::Check { folder } => checked(&folder),
            Command::Prerender { dist, url, no_previews } => prerendered(&dist, &url, !no_previews),
            Command::Synth { subnets, days, out } => synthesized(subnets, days, &out),
            Command::Schema => {
                print!("{}", schema::text());
                ExitCode::SUCCESS
            }
        }
    }

    fn prerendered(dist: &Path, url: &str, previews: bool) -> ExitCode {
        let started = Instant::now();
        match Site::at(url).and_then(|site| prerender::prerender(dist, &site, previews)) {
            Ok(written) => {
                for (kind, Written { files, bytes, largest }) in written {
                    println!(
                        "{kind:14}{files:6} files {:8} kB, largest {:6.1} kB",
                        bytes / 1000,
                        largest as f64 / 1e3
                    );
                }
                println!("{}: written in {:.1} s", dist.display(), started.elapsed().as_secs_f64());
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error}");
                ExitCode::from(1)
            }
        }
    }

    fn synthesized(subnets: u16, days: u32, out: &Path) -> ExitCode {
        // One day for ever, so that the same size is always the same bytes.
        let until = Day::from_ymd(2030, 1, 1).expect("a day of the calendar");
        match synth::write(synth::Size { subnets, days, until }, out) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::from(1)
            }
        }
    }

    fn checked(folder: &Path) -> ExitCode {
        let report = match check::check(folder) {
            Ok(report) => report,
            Err(error) => {
                eprintln!("{error}");
                return ExitCode::from(1);
            }
        };
        for finding in &report.findings {
            eprintln!("{finding}");
        }
        let check::Report { findings, snapshots, files, bytes } = report;
        let found = if findings.is_empty() {
            "nothing wrong".to_owned()
        } else {
            format!("{} findings", findings.len())
        };
        println!("{}: {snapshots} snapshots, {files} files, {bytes} bytes, {found}", folder.display());
        if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(5) }
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

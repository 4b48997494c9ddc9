//! Holds what `src/lib.rs` promises about its modules, by reading the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// The pure modules; each may use only those before it.
const RINGS: [&str; 9] =
    ["model", "registry", "compute", "snapshot", "format", "finding", "view", "chart", "markup"];
/// What no pure module may know.
const OUTSIDE: [&str; 9] = [
    "web_sys",
    "js_sys",
    "leptos",
    "gloo",
    "wasm_bindgen",
    "std::fs",
    "std::net",
    "crate::app",
    "crate::publish",
];
/// Macros that stand for work that was not done.
const UNFINISHED: [&str; 2] = ["todo!", "unimplemented!"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("the sources can be listed").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Whether a file holds only tests: the module it belongs to says so.
fn is_test(file: &Path) -> bool {
    let folder = file.parent().unwrap_or(file);
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let declarations = [format!("#[cfg(test)]\nmod {stem};"), format!("#[path = \"{stem}.rs\"]")];
    let beside = fs::read_dir(folder).expect("the sources are there").flatten().map(|entry| entry.path());
    beside
        .chain([folder.with_extension("rs")])
        .filter_map(|module| fs::read_to_string(module).ok())
        .any(|module| declarations.iter().any(|declaration| module.contains(declaration)))
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The ring that a file belongs to, as a position in [`RINGS`].
fn ring(file: &Path) -> Option<usize> {
    let inside = file.strip_prefix(src()).ok()?;
    let first = inside.iter().next()?.to_str()?;
    RINGS.iter().position(|ring| *ring == first.trim_end_matches(".rs"))
}

/// What is compiled into the program: no comments, and no tests at the end of a file.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("sources are UTF-8");
    let program = match text.find("#[cfg(test)]\nmod tests") {
        Some(tests) => &text[..tests],
        None => &text,
    };
    let lines = program.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every place where one of `words` stands by itself in the code of a file.
fn mentions<'a>(file: &Path, words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let code = code(file);
    let belongs = |character: char| character.is_alphanumeric() || character == '_';
    let is_whole = |at: usize, word: &str| {
        let goes_on = word.ends_with(belongs) && code[at + word.len()..].starts_with(belongs);
        !goes_on && !code[..at].ends_with(belongs)
    };
    let name = file.strip_prefix(src()).unwrap_or(file).display();
    words
        .into_iter()
        .filter(|word| code.match_indices(word).any(|(at, word)| is_whole(at, word)))
        .map(|word| format!("{name}: {word}"))
        .collect()
}

#[test]
fn pure_modules_know_neither_browser_nor_files() {
    let files: Vec<PathBuf> = sources(&src()).into_iter().filter(|file| ring(file).is_some()).collect();
    let found: Vec<String> = files.iter().flat_map(|file| mentions(file, OUTSIDE)).collect();
    assert_eq!(found, [""; 0]);
    assert!(
        RINGS.iter().enumerate().all(|(position, _)| files.iter().any(|file| ring(file) == Some(position)))
    );
}

#[test]
fn each_module_uses_only_those_before_it() {
    for file in sources(&src()) {
        let Some(position) = ring(&file) else { continue };
        let later: Vec<String> = RINGS[position + 1..].iter().map(|ring| format!("crate::{ring}")).collect();
        // A list after `crate::` would pass the search above unseen.
        let forbidden = later.iter().map(String::as_str).chain(["crate::{", "use crate::*"]);
        assert_eq!(mentions(&file, forbidden), [""; 0]);
    }
}

#[test]
fn nothing_is_left_undone() {
    let found: Vec<String> = sources(&src()).iter().flat_map(|file| mentions(file, UNFINISHED)).collect();
    assert_eq!(found, [""; 0]);
}

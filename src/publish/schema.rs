//! JSON Schema of the published files, made from the wire types.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::snapshot::{FORMAT, wire};

/// One schema for all kinds of files: each kind is a definition of its own, and the whole accepts any
/// of them. A file is checked with `"$ref": "schema.json#/$defs/Summary"`.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let kinds = [
        kind::<wire::Latest>(&mut generator, "latest.json"),
        kind::<wire::Root>(&mut generator, "snapshots/<id>.json"),
        kind::<wire::Summary>(&mut generator, "objects.summary of a root"),
        kind::<wire::Index>(&mut generator, "objects.index of a root"),
        kind::<wire::Profile>(&mut generator, "profile of an entry of the index"),
        kind::<wire::HistoryYear>(&mut generator, "history of an entry of the index"),
        kind::<wire::Claims>(&mut generator, "objects.claims of a root"),
        kind::<wire::Events>(&mut generator, "objects.events of a root"),
    ];
    let definitions: Map<String, Value> = generator.take_definitions(true);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "The published files of Subnet Ledger. Unknown fields are to be ignored; a field that is missing was not published, and is never zero.",
        "anyOf": kinds,
        "$defs": definitions,
    })
}

/// A kind of file, as a reference to its definition.
fn kind<T: schemars::JsonSchema>(generator: &mut SchemaGenerator, file: &str) -> Value {
    let mut reference = generator.subschema_for::<T>().to_value();
    if let Some(fields) = reference.as_object_mut() {
        fields.insert("title".to_owned(), json!(file));
    }
    reference
}

/// The schema as it is checked in: indented, with a line end.
pub fn text() -> String {
    format!("{:#}\n", schema())
}

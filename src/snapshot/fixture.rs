//! A small snapshot for tests.

use super::{Snapshot, snapshot_from_wire, wire};

/// Four subnets: one that earns and ships, one that was never searched, a reused slot, and the largest.
pub(crate) fn snapshot() -> Snapshot {
    let (root, summary) = wire();
    let (snapshot, issues) = snapshot_from_wire(root, summary).unwrap();
    assert_eq!(issues, []);
    snapshot
}

/// The same with other numbers of a metric.
pub(crate) fn with_values(id: &str, values: [f64; 4]) -> Snapshot {
    let (root, summary) = wire();
    let mut summary = serde_json::to_value(&summary).unwrap();
    summary["metrics"][id] = serde_json::json!({ "values": values, "grade": "chain", "source": "x" });
    snapshot_from_wire(root, serde_json::from_value(summary).unwrap()).unwrap().0
}

/// The same as it is published.
pub(crate) fn wire() -> (wire::Root, wire::Summary) {
    let object = serde_json::json!({ "sha256": "", "bytes": 0 });
    let root: wire::Root = serde_json::from_value(serde_json::json!({
        "format": "subnet-ledger/1", "id": "2026-08-07-8791253", "sequence": 1, "network": "finney",
        "block": 8_791_253, "captured_at": "2026-08-07T08:35:00Z", "sources": [],
        "objects": { "summary": object, "index": object, "claims": object, "events": object },
    }))
    .unwrap();
    let summary: wire::Summary = serde_json::from_value(serde_json::json!({
        "subnets": ["4.r1", "6.r1", "11.r2", "64.r1"],
        "name": ["Targon", "none", "\u{202e}Trajectory", "Chutes"],
        "symbol": ["δ", "ζ", "λ", "ش"],
        "category": [0, null, 1, 0],
        "categories": ["Inference", "Data & search"],
        "metrics": {
            "emission_tao_day": { "values": [28.0, null, 0.0, 450.0], "grade": "chain", "source": "x" },
        },
        "ladder": { "states": ["sss--", "-----", "nnn--", "ssscc"], "source": "x" },
    }))
    .unwrap();
    (root, summary)
}

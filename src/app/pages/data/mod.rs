//! The published files: what they are, what they cover, whether they are whole, and what changed.

mod changes;
mod coverage;
mod files;
mod one;
mod verify;

use std::sync::Arc;

use leptos::prelude::*;

use self::changes::Changes;
use self::coverage::Coverage;
use self::files::{Snapshots, Sources};
use self::verify::Verify;
use super::title;
use crate::app::data::Loaded;
use crate::format;
use crate::view::heading;

#[component]
pub(super) fn DataPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::DATA.title);
    let snapshot = &loaded.snapshot;
    let day = snapshot.as_of.day.map(format::day).unwrap_or_default();
    view! {
        <div class="wrap">
            <h1>{heading::DATA.h1}</h1>
            <p class="lede">{heading::DATA.lede}</p>
            <dl class="facts">
                <dt>"Snapshot"</dt><dd><code>{snapshot.id.clone()}</code></dd>
                <dt>"Captured"</dt><dd>{day} ", " {snapshot.captured_at.clone()}</dd>
                <dt>"Block hash"</dt><dd>{match snapshot.block_hash.clone() {
                    Some(hash) => view! { <code>{hash}</code> }.into_any(),
                    None => "not captured".into_any(),
                }}</dd>
                <dt>"Emission rule"</dt><dd>{snapshot.emission_rule.clone().unwrap_or_else(|| "not captured".to_owned())}</dd>
            </dl>
            <Verify loaded=loaded.clone()/>
            <Snapshots loaded=loaded.clone()/>
            <Changes loaded=loaded.clone()/>
            <Coverage loaded=loaded.clone()/>
            <Sources loaded/>
        </div>
    }
}

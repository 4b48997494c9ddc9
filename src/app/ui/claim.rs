//! What a snapshot has to say to a claim.

use std::sync::Arc;

use leptos::prelude::*;

use super::erase::AnyViews;
use super::{MadeNumber, Number, Reader, SubnetLink};
use crate::app::data::Loaded;
use crate::finding::card::{Card, Tally};
use crate::finding::claim::{self, Answer};
use crate::finding::figures::{in_dollars, price_of};
use crate::format;
use crate::model::Day;
use crate::registry::{self, Style};
use crate::snapshot::wire;

/// The independent reading beside a claim, or that there is none.
#[component]
pub fn ClaimReading(loaded: Arc<Loaded>, claim: wire::Claim) -> impl IntoView {
    let subnet = claim.subnet.as_deref().and_then(|subnet| subnet.parse().ok());
    let answer = claim.reading.as_deref().and_then(|reading| claim::read(&loaded.snapshot, subnet, reading));
    // A claim in dollars is compared in dollars.
    let priced = claim.unit.as_deref().is_some_and(|unit| unit.starts_with("usd"));
    let dollars = answer.as_ref().filter(|_| priced).and_then(|answer| dollars(&loaded, answer));
    let distance = distance(claim.said_on.parse().ok(), loaded.snapshot.as_of.day);
    match answer {
        Some(answer) => view! { <div>{words(loaded, answer)}{dollars.map(|dollars| view! { <div>{dollars}</div> })}<small>{distance}</small></div> }.into_any(),
        None => view! { <div class="none">"No independent reading."</div> }.into_any(),
    }
}

/// What a reading in TAO is in dollars.
fn dollars(loaded: &Loaded, answer: &Answer) -> Option<String> {
    let tao = match answer {
        Answer::Metric { metric, row } if metric.unit.tao == 1 => {
            loaded.snapshot.value(metric, *row).number()?
        }
        Answer::Lead { metric, gap, .. } if metric.unit.tao == 1 => *gap,
        _ => return None,
    };
    in_dollars(&loaded.snapshot, tao, &Reader::get().locale)
}

/// How far the reading lies from the claim: a reading is no answer to a claim about another year.
fn distance(said: Option<Day>, read: Option<Day>) -> Option<String> {
    let (said, read) = (said?, read?);
    let day = format::day(read);
    Some(match read.since(said) {
        0 => format!("{day}, the day of the claim"),
        days if days > 0 => format!("{day}, {days} days after the claim"),
        days => format!("{day}: this reading is {} days older than the claim", -days),
    })
}

fn words(loaded: Arc<Loaded>, answer: Answer) -> AnyView {
    let locale = Reader::get().locale;
    match answer {
        Answer::Metric { metric, row } => {
            view! { <b><Number loaded metric row/></b> " " {metric.label.to_lowercase()} }.into_any()
        }
        Answer::Lead { metric, first, second, gap } => {
            let subnet = |row: usize| loaded.snapshot.subnets[row].clone();
            let gap =
                format!("{} {}", format::number(gap, Style::Integer, &locale), format::unit(metric.unit));
            view! {
                <SubnetLink subnet=subnet(first)/> " leads by " <b>{gap}</b> " over " <SubnetLink subnet=subnet(second)/>
                ": " <Number loaded=loaded.clone() metric row=first/> " against " <Number loaded=loaded.clone() metric row=second/>
            }
            .into_any()
        }
        Answer::Slots(bands) => {
            let parts = bands.map(|band| {
                let third = format!("{} caps, a third of all by market cap", band.name);
                let full = Card::of_tally(&loaded.snapshot, Tally::Full, &band.rows, &third, &locale);
                view! { <b><MadeNumber made=full/></b> " " {band.name} " caps, " }
            });
            view! { "Every slot taken in " {parts.any_views()} "by thirds of market cap" }.into_any()
        }
        Answer::Subnets(count) => view! { <b>{count}</b> " subnets" }.into_any(),
        Answer::EmissionUsdYear(dollars) => {
            let dollars = format::number(dollars, Style::Integer, &locale);
            let day = Card::of_total(&loaded.snapshot, registry::known("emission_usd_day"), &locale);
            let price = price_of(&loaded.snapshot);
            view! { <b>{format!("${dollars}")}</b> " a year: 365 times " <MadeNumber made=day/> {price} }
                .into_any()
        }
    }
}

//! `/subnets`

use super::Page;
use crate::finding;
use crate::format;
use crate::prerender::head::Head;
use crate::prerender::markup::{Markup, el};
use crate::prerender::press::{Press, ladder, table};
use crate::view::{Columns, Route, Table, heading, rows};

pub(super) fn page(press: &Press, route: &Route) -> Page {
    let (ledger, snapshot) = (press.ledger, &press.ledger.snapshot);
    let metrics = Columns::default().metrics();
    let heads =
        ["Subnet", "Category", "Shipped"].map(Markup::from).into_iter().chain(metrics.iter().map(|metric| {
            let unit = format::unit(metric.unit);
            Markup::text(metric.short).and((!unit.is_empty()).then(|| el("small").with(unit)))
        }));
    let row = |row: usize| {
        let subnet = &snapshot.subnets[row];
        let netuid = el("span").class("netuid").with(subnet.id.netuid().to_string());
        let category = subnet.category.clone().unwrap_or_else(|| "not classified".to_owned());
        let own =
            [Markup::from(netuid).and(press.subnet(row)), category.into(), ladder(subnet.ladder).into()];
        own.into_iter().chain(metrics.iter().map(|metric| press.bare(metric, row).into())).collect()
    };
    let rows = rows(&Table::default(), snapshot);
    let day = snapshot.as_of.day.map(format::day).unwrap_or_default();
    let headline = format!("{} subnets on {day}", rows.len());
    let content = el("div").class("wrap wide-page").with(el("h1").with(headline.as_str())).with(table(
        "subnets",
        heads,
        rows.into_iter().map(row),
    ));
    let paid = finding::paid(snapshot, &ledger.rows(), &press.locale);
    let head = Head::new(heading::SUBNETS, format!("{headline}. {paid}"), route.path())
        .preview("preview/subnets.png", headline.clone());
    Page::new(press, route, head, content)
}

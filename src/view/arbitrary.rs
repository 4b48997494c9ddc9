//! Any view, for the properties of all views.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::compute::custom;
use crate::compute::select::Comparison;
use crate::model::value::Direction;
use crate::model::{Day, Rung, RungState, SubnetId, SubnetRef};
use crate::registry::{self, Metric};

fn metric() -> impl Strategy<Value = &'static Metric> {
    select(registry::all().collect::<Vec<_>>())
}

/// A metric, or one formula in four.
fn quantity() -> impl Strategy<Value = &'static Metric> {
    let sign = select(vec!["*", "/", "* 2 /", "/ 0.5 /", "* -", "/ ("]);
    let formula = (metric(), sign, metric()).prop_map(|(a, sign, b)| {
        let close = if sign.ends_with('(') { ")" } else { "" };
        custom::typed(&format!("{} {sign} {}{close}", a.id, b.id)).unwrap()
    });
    prop_oneof![3 => metric(), 1 => formula]
}

fn one_of<T: Choice + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::NAMES.iter().map(|(_, choice)| *choice).collect::<Vec<_>>())
}

fn at() -> impl Strategy<Value = Option<String>> {
    option::of((day(), 0u64..10_000_000).prop_map(|(day, block)| format!("{day}-{block}")))
}

fn day() -> impl Strategy<Value = Day> {
    (-700_000i32..2_900_000).prop_map(Day::from_epoch_days)
}

fn subnet() -> impl Strategy<Value = SubnetRef> {
    (1u16.., option::of(1u16..)).prop_map(|(netuid, generation)| match generation {
        Some(generation) => SubnetId::new(netuid, generation).unwrap().into(),
        None => SubnetRef::occupant(netuid).unwrap(),
    })
}

fn window() -> impl Strategy<Value = Window> {
    let edges = (option::of(day()), option::of(0i32..1000)).prop_map(|(from, length)| {
        let to = length.map(|length| WindowEdge::Day(from.unwrap_or(Day::from_epoch_days(0)).plus(length)));
        Window::Between(from.map_or(WindowEdge::First, WindowEdge::Day), to.unwrap_or(WindowEdge::Last))
    });
    prop_oneof![Just(Window::All), (1u16..).prop_map(Window::LastDays), edges]
}

fn compare() -> impl Strategy<Value = Compare> {
    let subnets = proptest::collection::btree_set(subnet(), 0..=10);
    let only = proptest::collection::btree_set(subnet(), 0..=10);
    let what =
        (subnets, only, quantity(), quantity(), option::of(one_of::<UnitChoice>()), one_of::<YScale>());
    let how = (one_of::<Mode>(), one_of::<TimeBase>(), window(), one_of::<Form>(), at());
    let parts = (option::of(extent()), option::of(extent()));
    (what, how, parts).prop_map(
        |((subnets, only, metric, metric_x, unit, scale), (mode, base, window, form, at), parts)| Compare {
            subnets: subnets.into_iter().rev().collect(),
            only: only.into_iter().collect(),
            metric,
            metric_x,
            unit: unit.filter(|unit| unit.fits(metric)),
            scale,
            mode: if mode.fits(metric) { mode } else { Mode::Absolute },
            base,
            window,
            range: parts.0,
            range_x: parts.1,
            form,
            at,
        },
    )
}

fn extent() -> impl Strategy<Value = (f64, f64)> {
    (number(), number()).prop_filter("two numbers", |(a, b)| a != b).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("finite", |number| number.is_finite()),
        (-100i32..100).prop_map(f64::from)
    ]
    .prop_map(|number| number + 0.0)
}

fn filter() -> impl Strategy<Value = Filter> {
    prop_oneof![
        "[a-z0-9]{1,8}(-[a-z]{1,5})?".prop_map(Filter::Category),
        (quantity(), one_of::<Comparison>(), number())
            .prop_map(|(metric, comparison, limit)| Filter::Number(metric, comparison, limit)),
        (quantity(), any::<bool>()).prop_map(|(metric, measured)| Filter::Measured(metric, measured)),
        (one_of::<Comparison>(), 0u8..=5).prop_map(|(comparison, rung)| Filter::Rung(comparison, rung)),
        (select(Rung::ALL.to_vec()), select(RungState::ALL.to_vec()))
            .prop_map(|(rung, state)| Filter::State(rung, state)),
        (select(Rung::ALL.to_vec()), select(RungState::ALL.to_vec()))
            .prop_map(|(rung, state)| Filter::Best(rung, state)),
        any::<bool>().prop_map(Filter::Searched),
    ]
}

fn filters() -> impl Strategy<Value = Vec<Filter>> {
    proptest::collection::vec(filter(), 0..6).prop_map(|filters| {
        let mut kept: Vec<Filter> = Vec::new();
        for filter in filters {
            if !kept.iter().any(|other| other.repeats(&filter)) {
                kept.push(filter);
            }
        }
        kept
    })
}

fn columns() -> impl Strategy<Value = Columns> {
    let all: Vec<_> = registry::all().collect();
    let count = all.len();
    let chosen = (subsequence(all, 0..=count), option::of(quantity())).prop_map(|(mut metrics, own)| {
        metrics.extend(own.filter(|own| !metrics.contains(own)));
        metrics
    });
    prop_oneof![one_of::<Preset>().prop_map(Columns::Preset), chosen.prop_shuffle().prop_map(Columns::of)]
}

fn sort() -> impl Strategy<Value = Vec<(SortKey, Direction)>> {
    let words = [SortKey::Name, SortKey::Netuid, SortKey::Category, SortKey::Rung, SortKey::Rank];
    let keys: Vec<_> = registry::all().map(SortKey::Metric).chain(words).collect();
    let direction = |down: bool| if down { Direction::Descending } else { Direction::Ascending };
    (subsequence(keys, 1..=MAX_SORT_KEYS).prop_shuffle(), any::<[bool; MAX_SORT_KEYS]>())
        .prop_map(move |(keys, down)| keys.into_iter().zip(down.map(direction)).collect())
}

fn table() -> impl Strategy<Value = Table> {
    let picked = proptest::collection::btree_set(subnet(), 0..=MAX_SUBNETS);
    let picked = picked.prop_map(|picked| picked.into_iter().collect::<Vec<_>>());
    ("\\PC{0,64}", filters(), columns(), sort(), picked, at(), at()).prop_map(
        |(search, filters, columns, sort, picked, since, at)| Table {
            search,
            filters,
            columns,
            sort,
            picked,
            since,
            at,
        },
    )
}

fn plane() -> impl Strategy<Value = Plane> {
    let metric = select(Plane::metrics().collect::<Vec<_>>());
    let cut = number().prop_map(f64::abs).prop_filter("above zero", |cut| *cut > 0.0);
    (metric, option::of(cut), option::of(1u8..=5), at()).prop_map(|(metric, cut_x, cut_y, at)| Plane {
        metric,
        cut_x,
        cut_y,
        at,
    })
}

fn network() -> impl Strategy<Value = Network> {
    let metric = select(registry::all().filter(|metric| metric.is_part()).collect::<Vec<_>>());
    let kind = option::of("[a-z_]{1,24}");
    (metric, filters(), kind, at()).prop_map(|(metric, filters, kind, at)| Network {
        metric,
        filters,
        kind,
        at,
    })
}

fn subnet_page() -> impl Strategy<Value = SubnetPage> {
    (one_of::<SubnetTab>(), at()).prop_map(|(tab, at)| SubnetPage { tab, at })
}

fn embed() -> impl Strategy<Value = Embed> {
    let widget = prop_oneof![
        compare().prop_map(Widget::Compare),
        plane().prop_map(Widget::Plane),
        table().prop_map(Widget::Table),
        (subnet(), subnet_page()).prop_map(|(id, page)| Widget::Subnet(id, page)),
    ];
    (widget, one_of::<Theme>()).prop_map(|(widget, theme)| Embed { widget, theme })
}

pub(super) fn route() -> impl Strategy<Value = Route> {
    let page = || at().prop_map(|at| Page { at });
    prop_oneof![
        (at(), at()).prop_map(|(since, at)| Route::Overview(Overview { since, at })),
        table().prop_map(Route::Subnets),
        (subnet(), subnet_page()).prop_map(|(id, page)| Route::Subnet(id, page)),
        compare().prop_map(Route::Compare),
        plane().prop_map(Route::Plane),
        network().prop_map(Route::Network),
        page().prop_map(Route::Claims),
        page().prop_map(Route::Methods),
        (metric(), page()).prop_map(|(metric, page)| Route::Method(metric, page)),
        (at(), option::of(subnet()), metric(), at())
            .prop_map(|(since, subnet, metric, at)| Route::Data(Data { since, subnet, metric, at })),
        Just(Route::About),
        embed().prop_map(Route::EmbedBuilder),
        (subnet(), any::<bool>(), one_of::<Theme>()).prop_map(|(id, card, theme)| {
            let widget = if card { Widget::Card(id) } else { Widget::Spark(id) };
            Route::EmbedBuilder(Embed { widget, theme })
        }),
        embed().prop_map(Route::Embed),
    ]
}

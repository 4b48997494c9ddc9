//! Two to ten subnets on one metric over time, or two metrics against each other.

use std::borrow::Cow;
use std::sync::Arc;

use crate::app::ui::{AnyViews, live};
use futures::future::try_join_all;
use leptos::prelude::*;

use super::title;
use crate::app::data::{LoadError, Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::ui::{
    ChartFigure, Choice, Choices, FormulaField, Hands, Later, Marking, MetricSelect, Picker, SeriesName,
    on_key,
};
use crate::chart::ChartSpec;
use crate::chart::build::{Guarded, compare_chart, guarded};
use crate::chart::spec::EventMark;
use crate::compute::custom::{self, is_custom};
use crate::compute::transform::Totals;
use crate::finding;
use crate::format;
use crate::model::Day;
use crate::registry::Metric;
use crate::snapshot::{History, Snapshot};
use crate::view::{
    Compare, Form, MAX_SUBNETS, Mode, TimeBase, UnitChoice, Widget, Window, WindowEdge, YScale, heading,
};

#[component]
pub(super) fn ComparePage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::COMPARE);
    view! { <div class="wrap compare-page"><CompareView loaded framed=false/></div> }
}

/// The comparison itself, in the page and in an embed.
#[component]
pub(super) fn CompareView(loaded: Arc<Loaded>, framed: bool) -> impl IntoView {
    let navigation = Navigation::get();
    let store = Store::get();
    let change = Change::of(navigation);
    let compare = change.compare;
    let rows = change.rows(loaded.clone());
    // A formula is computed once for all subnets; what ranks by it is then made anew.
    let formulas = Memo::new(move |_| compare.with(Compare::formulas));
    let computed = {
        let loaded = loaded.clone();
        Memo::new_owning(move |_| (loaded.with_custom(&formulas.get()), true))
    };
    // Shares are parts of what all subnets have on a day, so all histories are needed for them.
    let whole =
        Memo::new(move |_| compare.with(|compare| (compare.mode == Mode::Share).then_some(compare.metric)));
    let load = {
        let loaded = loaded.clone();
        move || Material::load(store.get_value(), loaded.clone(), rows.get(), whole.get())
    };
    let marking = Marking::default();
    on_key(move |key| {
        match key {
            "l" => change.by(|compare| {
                compare.scale = if compare.scale == YScale::Log { YScale::Linear } else { YScale::Log };
            }),
            "i" => change.by(|compare| {
                compare.mode = if compare.mode == Mode::Index { Mode::Absolute } else { Mode::Index };
            }),
            _ => return false,
        }
        true
    });
    let tabled = Memo::new(move |_| compare.with(|compare| compare.form == Form::Table));
    let name = loaded.snapshot.id.clone();
    let show = move |material: &Arc<Material>| {
        let material = material.clone();
        let drawn = Memo::new(move |_| {
            computed.with(|loaded| compare.with(|compare| material.chart(&loaded.snapshot, compare)))
        });
        let spec = Signal::derive(move || drawn.with(|(spec, _)| spec.clone()));
        let overlap = Memo::new(move |_| drawn.with(|(_, overlap)| *overlap));
        view! {
            {live(move || overlap.get().map(|days| change.offer(days)))}
            <ChartFigure spec level=1 snapshot=name.clone() hands=change.hands() marking tabled/>
        }
        .into_any()
    };
    view! {
        {(!framed).then(|| view! {
            {live(move || view! { <Chips loaded=computed.get() change rows marking/> })}
            <Controls loaded=loaded.clone() change/>
        })}
        {framed.then(|| view! { <Names loaded=loaded.clone() rows marking/> })}
        <Absent loaded=loaded.clone() compare/>
        <Later what="the histories" load show/>
    }
}

/// Changes the comparison in the address.
#[derive(Clone, Copy)]
struct Change {
    navigation: Navigation,
    compare: Memo<Compare>,
}

impl Change {
    fn of(navigation: Navigation) -> Self {
        let compare = Memo::new(move |last: Option<&Compare>| match navigation.widget() {
            Some(Widget::Compare(compare)) => compare,
            _ => last.cloned().unwrap_or_default(),
        });
        Self { navigation, compare }
    }

    /// The rows that are compared.
    fn rows(self, loaded: Arc<Loaded>) -> Memo<Vec<usize>> {
        Memo::new(move |_| self.compare.with(|compare| compare.rows(&loaded.snapshot)))
    }

    fn by(self, edit: impl FnOnce(&mut Compare)) {
        let mut next = self.compare.get_untracked();
        edit(&mut next);
        self.navigation.show(Widget::Compare(next));
    }

    /// What the drawing itself changes: the days shown.
    fn hands(self) -> Hands {
        let show = move |(from, to)| {
            self.by(|compare| compare.window = Window::Between(WindowEdge::Day(from), WindowEdge::Day(to)));
        };
        let reset = move |()| {
            let narrowed = self.compare.with_untracked(|compare| compare.window != Window::All);
            if narrowed {
                self.by(|compare| compare.window = Window::All);
            }
            narrowed
        };
        Hands { span: Some(Callback::new(show)), cut: None, reset: Some(Callback::new(reset)) }
    }

    /// A way to the days on which everything can be compared.
    fn offer(self, (from, to): (Day, Day)) -> AnyView {
        let words =
            format!("Show only {} to {}, which all of them cover", format::day(from), format::day(to));
        let show = move |_| {
            self.by(|compare| compare.window = Window::Between(WindowEdge::Day(from), WindowEdge::Day(to)));
        };
        view! { <p class="offer"><button type="button" class="button" on:click=show>{words}</button></p> }
            .into_any()
    }
}

/// What a comparison is drawn from.
struct Material {
    histories: Vec<(usize, Arc<History>)>,
    totals: Option<Totals>,
    events: Vec<EventMark>,
    /// When the rule changed that divides the emission.
    changes: Vec<Day>,
}

impl Material {
    async fn load(
        store: Store,
        loaded: Arc<Loaded>,
        rows: Vec<usize>,
        whole: Option<&'static Metric>,
    ) -> Result<Arc<Self>, LoadError> {
        let history = async |row: usize| store.history(&loaded, loaded.snapshot.subnets[row].id).await;
        let chosen = try_join_all(rows.iter().map(|row| history(*row)));
        let (chosen, events) = futures::join!(chosen, store.events(&loaded));
        let totals = match whole {
            Some(metric) => {
                let all = try_join_all((0..loaded.snapshot.subnets.len()).map(history)).await?;
                let all: Vec<_> = all.iter().map(|history| history_of(history, metric)).collect();
                Some(Totals::of(all.iter().filter_map(|history| history.series(metric))))
            }
            None => None,
        };
        // A comparison without its events is still a comparison.
        let changes =
            events.as_ref().map(|events| finding::events::of_emission_rule(events)).unwrap_or_default();
        let events = events.map(|events| finding::events::of_network(&events)).unwrap_or_default();
        let mark = |(day, label): (Day, String)| EventMark { day: day.epoch_days(), label, series: None };
        let events = events.into_iter().map(mark).collect();
        Ok(Arc::new(Self { histories: rows.into_iter().zip(chosen?).collect(), totals, events, changes }))
    }

    /// The chart, with what may not be compared said before everything else, and the days that all
    /// cover where those are fewer.
    fn chart(&self, snapshot: &Snapshot, compare: &Compare) -> (ChartSpec, Option<(Day, Day)>) {
        let histories: Vec<_> =
            self.histories.iter().map(|(row, history)| (*row, history_of(history, compare.metric))).collect();
        let subjects: Vec<_> = histories.iter().map(|(row, history)| (*row, history.as_ref())).collect();
        let Guarded { notes, overlap } = guarded(snapshot, &subjects, &self.changes, compare);
        let mut spec = compare_chart(snapshot, &subjects, self.totals.as_ref(), &self.events, compare);
        spec.notes.splice(0..0, notes);
        (spec, overlap)
    }
}

/// A history that has the metric, where it is a formula of a reader's own.
fn history_of<'a>(history: &'a Arc<History>, metric: &'static Metric) -> Cow<'a, History> {
    if is_custom(metric) { Cow::Owned(history.computed(metric)) } else { Cow::Borrowed(history) }
}

/// Says which of the subnets in the link are not in the snapshot.
#[component]
fn Absent(loaded: Arc<Loaded>, compare: Memo<Compare>) -> impl IntoView {
    move || {
        let absent = compare.with(|compare| {
            let missing =
                compare.subnets.iter().filter(|reference| loaded.snapshot.row(**reference).is_none());
            missing.map(|reference| format!("SN{reference}")).collect::<Vec<_>>().join(", ")
        });
        (!absent.is_empty()).then(|| {
            let day = loaded.snapshot.as_of.day.map(format::day).unwrap_or_default();
            view! { <p class="note" role="status">{format!("Not in the snapshot of {day}: {absent}.")}</p> }
        })
    }
}

/// The names of the lines where they cannot be changed, so that keys reach them in a frame too.
#[component]
fn Names(loaded: Arc<Loaded>, rows: Memo<Vec<usize>>, marking: Marking) -> impl IntoView {
    let names = move || {
        let line = |(place, row): (usize, usize)| {
            let subnet = &loaded.snapshot.subnets[row];
            let name = format::shown_name(&subnet.name, subnet.id.netuid());
            view! { <li class="chip"><SeriesName marking line=(place % 10) as u8 name/></li> }
        };
        rows.get().into_iter().enumerate().map(line).any_views()
    };
    view! { <ul class="chips" aria-label="Subnets compared">{live(names)}</ul> }
}

#[component]
fn Chips(loaded: Arc<Loaded>, change: Change, rows: Memo<Vec<usize>>, marking: Marking) -> impl IntoView {
    let compare = change.compare;
    let set = move |rows: Vec<usize>, loaded: &Loaded| {
        let subnets = rows.into_iter().map(|row| loaded.snapshot.subnets[row].id.into()).collect();
        // Colours go by place: the one looked at alone may be another's now.
        marking.clear();
        change.by(|compare| compare.subnets = subnets);
    };
    let chips = {
        let loaded = loaded.clone();
        move || {
            let all = rows.get();
            all.iter()
                .enumerate()
                .map(|(slot, row)| {
                    let subnet = &loaded.snapshot.subnets[*row];
                    let name = format::shown_name(&subnet.name, subnet.id.netuid());
                    let label = format!("Remove {name}");
                    let rest: Vec<_> = all.iter().copied().filter(|other| other != row).collect();
                    let only = rest.is_empty();
                    let loaded = loaded.clone();
                    let remove = move |_| set(rest.clone(), &loaded);
                    view! {
                        <li class="chip">
                            <SeriesName marking line=(slot % 10) as u8 name/>
                            <small>{subnet.id.netuid()}</small>
                            <button type="button" aria-label=label disabled=only on:click=remove>"×"</button>
                        </li>
                    }
                })
                .any_views()
        }
    };
    let add = {
        let loaded = loaded.clone();
        Callback::new(move |row: usize| {
            let mut rows = rows.get_untracked();
            if !rows.contains(&row) && rows.len() < MAX_SUBNETS {
                rows.push(row);
                set(rows, &loaded);
            }
        })
    };
    let metric = Signal::derive(move || compare.with(|compare| compare.metric));
    view! {
        <div class="chips">
            <ul class="chips" aria-label="Subnets compared">{chips}</ul>
            <Picker loaded metric taken=Signal::derive(move || rows.get()) most=MAX_SUBNETS add/>
        </div>
    }
}

/// Everything that a comparison can be set to, for where it is shown elsewhere.
#[component]
pub(super) fn CompareSettings(loaded: Arc<Loaded>) -> impl IntoView {
    let change = Change::of(Navigation::get());
    let rows = change.rows(loaded.clone());
    view! {
        <Chips loaded=loaded.clone() change rows marking=Marking::default()/>
        <Controls loaded change/>
    }
}

#[component]
fn Controls(loaded: Arc<Loaded>, change: Change) -> impl IntoView {
    let compare = change.compare;
    let scatter = Memo::new(move |_| compare.with(|compare| compare.form == Form::Scatter));
    let modes = Memo::new(move |_| compare.with(|compare| Mode::of(compare.metric)));
    let units = Memo::new(move |_| compare.with(|compare| UnitChoice::of(compare.metric)));
    view! {
        <div class="controls">
            <MetricSelect
                label="Metric"
                loaded=loaded.clone()
                value=Signal::derive(move || compare.with(|compare| compare.metric))
                set=Callback::new(move |metric| change.by(|compare| compare.set_metric(metric)))
            />
            <FormulaField
                label="Formula"
                now=Signal::derive(move || compare.with(|compare| custom::text(compare.metric)))
                set=Callback::new(move |metric| change.by(|compare| compare.set_metric(metric)))
            />
            {live(move || scatter.get().then(|| view! {
                <MetricSelect
                    label="Across"
                    loaded=loaded.clone()
                    value=Signal::derive(move || compare.with(|compare| compare.metric_x))
                    set=Callback::new(move |metric| change.by(|compare| compare.metric_x = metric))
                />
            }))}
            {live(move || view! {
                <Choices
                    label="Values"
                    value=Signal::derive(move || compare.with(|compare| compare.mode))
                    set=Callback::new(move |mode| change.by(|compare| compare.mode = mode))
                    choices=modes.get().into_iter().map(|(mode, label)| Choice::new(mode, label)).collect()
                />
            })}
            {live(move || (units.with(|units| units.len() > 1)).then(|| view! {
                <Choices
                    label="Unit"
                    value=Signal::derive(move || compare.with(|compare| compare.unit))
                    set=Callback::new(move |unit| change.by(|compare| compare.unit = unit))
                    choices=units.get().into_iter().map(|(unit, label)| Choice::new(unit, label)).collect()
                />
            }))}
            <Choices
                label="Scale"
                value=Signal::derive(move || compare.with(|compare| compare.scale))
                set=Callback::new(move |scale| change.by(|compare| compare.scale = scale))
                choices=vec![Choice::new(YScale::Linear, "Linear"), Choice::new(YScale::Log, "Log")]
            />
            <Choices
                label="Along"
                value=Signal::derive(move || compare.with(|compare| compare.base))
                set=Callback::new(move |base| change.by(|compare| compare.base = base))
                choices=vec![Choice::new(TimeBase::Date, "Date"), Choice::new(TimeBase::Age, "Age")]
            />
            <Choices
                label="Span"
                value=Signal::derive(move || compare.with(|compare| compare.window))
                set=Callback::new(move |window| change.by(|compare| compare.window = window))
                choices=vec![
                    Choice::new(Window::All, "All"),
                    Choice::new(Window::LastDays(365), "1 year"),
                    Choice::new(Window::LastDays(90), "90 days"),
                    Choice::new(Window::LastDays(30), "30 days"),
                ]
            />
            <Choices
                label="Form"
                value=Signal::derive(move || compare.with(|compare| compare.form))
                set=Callback::new(move |form| change.by(|compare| compare.form = form))
                choices=vec![
                    Choice::new(Form::Line, "Line"),
                    Choice::new(Form::Scatter, "Scatter"),
                    Choice::new(Form::Bar, "Bar"),
                    Choice::new(Form::Table, "Table"),
                ]
            />
        </div>
    }
}

//! Two to ten subnets on one metric over time, or two metrics against each other.

use std::sync::Arc;

use crate::app::ui::{AnyViews, live};
use futures::future::try_join_all;
use leptos::prelude::*;

use super::title;
use crate::app::data::{LoadError, Loaded, Store};
use crate::app::navigation::Navigation;
use crate::app::ui::{ChartFigure, Choice, Choices, Later, MetricSelect, Picker};
use crate::chart::ChartSpec;
use crate::chart::build::compare_chart;
use crate::chart::spec::EventMark;
use crate::compute::transform::Totals;
use crate::finding;
use crate::format;
use crate::model::Day;
use crate::registry::Metric;
use crate::snapshot::{History, Snapshot};
use crate::view::{
    Compare, Embed, Form, MAX_SUBNETS, Mode, Route, TimeBase, Widget, Window, YScale, heading,
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
    let store =
        use_context::<StoredValue<Store, LocalStorage>>().expect("the application provides the store");
    let compare = Memo::new(move |last: Option<&Compare>| match navigation.route() {
        Route::Compare(compare) | Route::Embed(Embed { widget: Widget::Compare(compare), .. }) => compare,
        _ => last.cloned().unwrap_or_default(),
    });
    let rows = {
        let loaded = loaded.clone();
        Memo::new(move |_| compare.with(|compare| compare.rows(&loaded.snapshot)))
    };
    // Shares are parts of what all subnets have on a day, so all histories are needed for them.
    let whole =
        Memo::new(move |_| compare.with(|compare| (compare.mode == Mode::Share).then_some(compare.metric)));
    let load = {
        let loaded = loaded.clone();
        move || Material::load(store.get_value(), loaded.clone(), rows.get(), whole.get())
    };
    let shown = loaded.clone();
    let show = move |material: &Arc<Material>| {
        let material = material.clone();
        let loaded = shown.clone();
        let name = loaded.snapshot.id.clone();
        let spec = Memo::new(move |_| compare.with(|compare| material.chart(&loaded.snapshot, compare)));
        view! { <ChartFigure spec=Signal::derive(move || spec.get()) level=1 snapshot=name.clone()/> }
            .into_any()
    };
    view! {
        {(!framed).then(|| view! {
            <Chips loaded=loaded.clone() compare rows/>
            <Controls loaded=loaded.clone() compare/>
        })}
        <Absent loaded=loaded.clone() compare/>
        <Later what="the histories" load show/>
    }
}

/// What a comparison is drawn from.
struct Material {
    histories: Vec<(usize, Arc<History>)>,
    totals: Option<Totals>,
    events: Vec<EventMark>,
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
                Some(Totals::of(all.iter().filter_map(|history| history.series(metric))))
            }
            None => None,
        };
        // A comparison without its events is still a comparison.
        let events = events.map(|events| finding::events::of_network(&events)).unwrap_or_default();
        let mark = |(day, label): (Day, String)| EventMark { day: day.epoch_days(), label, series: None };
        let events = events.into_iter().map(mark).collect();
        Ok(Arc::new(Self { histories: rows.into_iter().zip(chosen?).collect(), totals, events }))
    }

    fn chart(&self, snapshot: &Snapshot, compare: &Compare) -> ChartSpec {
        let subjects: Vec<_> = self.histories.iter().map(|(row, history)| (*row, history.as_ref())).collect();
        compare_chart(snapshot, &subjects, self.totals.as_ref(), &self.events, compare)
    }
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

#[component]
fn Chips(loaded: Arc<Loaded>, compare: Memo<Compare>, rows: Memo<Vec<usize>>) -> impl IntoView {
    let navigation = Navigation::get();
    let set = move |rows: Vec<usize>, loaded: &Loaded| {
        let subnets = rows.into_iter().map(|row| loaded.snapshot.subnets[row].id.into()).collect();
        navigation.replace(&Route::Compare(Compare { subnets, ..compare.get_untracked() }));
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
                            <i class=format!("key series-{slot}")></i>
                            <bdi>{name}</bdi>
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

#[component]
fn Controls(loaded: Arc<Loaded>, compare: Memo<Compare>) -> impl IntoView {
    let navigation = Navigation::get();
    let change = move |edit: &dyn Fn(&mut Compare)| {
        let mut next = compare.get_untracked();
        edit(&mut next);
        navigation.replace(&Route::Compare(next));
    };
    let scatter = Memo::new(move |_| compare.with(|compare| compare.form == Form::Scatter));
    view! {
        <div class="controls">
            <MetricSelect
                label="Metric"
                loaded=loaded.clone()
                value=Signal::derive(move || compare.with(|compare| compare.metric))
                set=Callback::new(move |metric| change(&|compare| compare.metric = metric))
            />
            {live(move || scatter.get().then(|| view! {
                <MetricSelect
                    label="Across"
                    loaded=loaded.clone()
                    value=Signal::derive(move || compare.with(|compare| compare.metric_x))
                    set=Callback::new(move |metric| change(&|compare| compare.metric_x = metric))
                />
            }))}
            <Choices
                label="Values"
                value=Signal::derive(move || compare.with(|compare| compare.mode))
                set=Callback::new(move |mode| change(&|compare| compare.mode = mode))
                choices=vec![
                    Choice::new(Mode::Absolute, "Absolute"),
                    Choice::new(Mode::Index, "Indexed"),
                    Choice::new(Mode::Share, "Share"),
                    Choice::new(Mode::Cumulative, "Added up"),
                ]
            />
            <Choices
                label="Scale"
                value=Signal::derive(move || compare.with(|compare| compare.scale))
                set=Callback::new(move |scale| change(&|compare| compare.scale = scale))
                choices=vec![Choice::new(YScale::Linear, "Linear"), Choice::new(YScale::Log, "Log")]
            />
            <Choices
                label="Along"
                value=Signal::derive(move || compare.with(|compare| compare.base))
                set=Callback::new(move |base| change(&|compare| compare.base = base))
                choices=vec![Choice::new(TimeBase::Date, "Date"), Choice::new(TimeBase::Age, "Age")]
            />
            <Choices
                label="Span"
                value=Signal::derive(move || compare.with(|compare| compare.window))
                set=Callback::new(move |window| change(&|compare| compare.window = window))
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
                set=Callback::new(move |form| change(&|compare| compare.form = form))
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

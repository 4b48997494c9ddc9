//! Where the code of an embedded view is made: choose, look, copy.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::data::Loaded;
use crate::app::navigation::Navigation;
use crate::app::pages::title;
use crate::app::ui::{AnyViews, Choice, Choices, MetricSelect, clipboard, live};
use crate::format;
use crate::view::{
    Compare, Embed, Plane, Route, SubnetPage, Table, Theme, Widget, absolute, file, heading, snippet,
};

/// Widths that a view is looked at in: what a page beside a text, a phone and a wide page give it.
const WIDTHS: [(u32, &str); 4] = [(240, "240"), (360, "360"), (640, "640"), (1040, "1040")];

#[component]
pub(in crate::app::pages) fn BuilderPage(loaded: Arc<Loaded>) -> impl IntoView {
    title(heading::EMBED.title);
    let navigation = Navigation::get();
    let embed = Memo::new(move |last: Option<&Embed>| match navigation.route() {
        Route::EmbedBuilder(embed) => embed,
        _ => last.cloned().unwrap_or_default(),
    });
    let frozen = Memo::new(move |_| navigation.route().at().is_some());
    let width = RwSignal::new(WIDTHS[2].0);
    let taken = loaded.clone();
    // What is handed out names registrations, because a slot can change hands.
    let made =
        Memo::new(move |_| match Route::EmbedBuilder(embed.get()).copied(&taken.snapshot, frozen.get()) {
            Route::EmbedBuilder(embed) => embed,
            _ => Embed::default(),
        });
    let (origin, base) = (navigation.origin(), navigation.base());
    let address = Memo::new(move |_| made.with(|made| snippet::source(&origin, &base, made)));
    view! {
        <div class="wrap">
            <h1>{heading::EMBED.h1}</h1>
            <p class="lede">{heading::EMBED.lede}</p>
            <Choosing loaded=loaded.clone() embed frozen width/>
            {live(move || {
                let (address, width) = (address.get(), width.get());
                let (height, sandbox) = (made.with(|made| made.widget.height()), snippet::SANDBOX);
                view! { <div class="preview"><iframe src=address title="Preview" width=width.to_string() height=height.to_string() sandbox=sandbox></iframe></div> }
            })}
            {live(move || view! { <Codes loaded=loaded.clone() embed=made.get() address=address.get()/> })}
        </div>
    }
}

#[component]
fn Choosing(
    loaded: Arc<Loaded>,
    embed: Memo<Embed>,
    frozen: Memo<bool>,
    width: RwSignal<u32>,
) -> impl IntoView {
    let navigation = Navigation::get();
    let set = move |embed: Embed| navigation.replace(&Route::EmbedBuilder(embed));
    let first = loaded.snapshot.subnets.first().map(|subnet| subnet.id.into());
    let choose = move |kind: &'static str| {
        let now = embed.get_untracked();
        let subnet = now.widget.subnet().or(first);
        let widget = match (kind, subnet) {
            ("plane", _) => Widget::Plane(Plane::default()),
            ("table", _) => Widget::Table(Table::default()),
            ("subnet", Some(id)) => Widget::Subnet(id, SubnetPage::default()),
            ("card", Some(id)) => Widget::Card(id),
            ("spark", Some(id)) => Widget::Spark(id),
            _ => Widget::Compare(Compare::default()),
        };
        set(Embed { widget, ..now });
    };
    let names = loaded.snapshot.subnets.iter().map(|subnet| {
        let (id, netuid) = (subnet.id, subnet.id.netuid());
        let name = format!("{netuid} {}", format::shown_name(&subnet.name, netuid));
        let chosen = move || embed.with(|embed| embed.widget.subnet().is_some_and(|chosen| chosen.means(id)));
        view! { <option value=id.to_string() selected=chosen>{name}</option> }
    });
    let names = StoredValue::new_local(Some(names.any_views()));
    let change_subnet = move |event| {
        let Ok(id) = event_target_value(&event).parse() else { return };
        let mut next = embed.get_untracked();
        if let Widget::Subnet(chosen, _) | Widget::Card(chosen) | Widget::Spark(chosen) = &mut next.widget {
            *chosen = id;
        }
        set(next);
    };
    let compared = Memo::new(move |_| embed.with(|embed| matches!(embed.widget, Widget::Compare(_))));
    let metric = Signal::derive(move || {
        embed.with(|embed| match &embed.widget {
            Widget::Compare(compare) => compare.metric,
            _ => Compare::default().metric,
        })
    });
    let change_metric = Callback::new(move |metric| {
        let mut next = embed.get_untracked();
        if let Widget::Compare(compare) = &mut next.widget {
            compare.metric = metric;
        }
        set(next);
    });
    let pin = loaded.snapshot.id.clone();
    let freeze = Callback::new(move |frozen: bool| {
        let route = Route::EmbedBuilder(embed.get_untracked()).pinned(frozen.then(|| pin.clone()));
        navigation.replace(&route);
    });
    let of_subnet = Memo::new(move |_| embed.with(|embed| embed.widget.subnet().is_some()));
    let is_file = Memo::new(move |_| embed.with(|embed| embed.widget.file().is_some()));
    let kinds = [
        ("card", "Card"),
        ("spark", "Price line"),
        ("subnet", "Subnet"),
        ("compare", "Comparison"),
        ("plane", "Plane"),
        ("table", "Table"),
    ];
    view! {
        <div class="controls">
            <Choices
                label="Show"
                value=Signal::derive(move || embed.with(|embed| embed.widget.id()))
                set=Callback::new(choose)
                choices=kinds.map(|(kind, label)| Choice::new(kind, label)).to_vec()
            />
            <label hidden=move || !of_subnet.get()>
                <span>"Subnet"</span>
                <select on:change=change_subnet>{names.try_update_value(Option::take).flatten()}</select>
            </label>
            {live(move || compared.get().then(|| view! { <MetricSelect label="Metric" loaded=loaded.clone() value=metric set=change_metric/> }))}
            <Choices
                label="Colours"
                value=Signal::derive(move || embed.with(|embed| embed.theme))
                set=Callback::new(move |theme| set(Embed { theme, ..embed.get_untracked() }))
                choices=vec![
                    Choice::new(Theme::Auto, "As the reader’s"),
                    Choice::new(Theme::Light, "Light"),
                    Choice::new(Theme::Dark, "Dark"),
                ]
            />
            {live(move || (!is_file.get()).then(|| view! {
                <Choices
                    label="Numbers"
                    value=frozen
                    set=freeze
                    choices=vec![Choice::new(false, "Live"), Choice::new(true, "Frozen")]
                />
            }))}
            <Choices
                label="Preview, pixels wide"
                value=width
                set=Callback::new(move |wide| width.set(wide))
                choices=WIDTHS.map(|(wide, label)| Choice::new(wide, label)).to_vec()
            />
        </div>
    }
}

/// The code for every kind of page.
#[component]
fn Codes(loaded: Arc<Loaded>, embed: Embed, address: String) -> impl IntoView {
    let navigation = Navigation::get();
    let (origin, base) = (navigation.origin(), navigation.base());
    let subnet = embed.widget.subnet();
    let name = subnet.and_then(|subnet| loaded.snapshot.row(subnet)).map(|row| {
        let subnet = &loaded.snapshot.subnets[row];
        format!("{} (SN{})", format::shown_name(&subnet.name, subnet.id.netuid()), subnet.id)
    });
    let words = format!("Subnet Ledger: {}", name.unwrap_or_else(|| embed.widget.id().to_owned()));
    let page = absolute(&origin, &base, &embed.whole());
    let own = |path: String| format!("{origin}{}", file(&base, &path));
    let mut codes = vec![
        ("Frame, for any page", snippet::iframe(&address, &words, embed.widget.height())),
        ("Element, which follows its height", snippet::element(&origin, &base, &embed)),
    ];
    if let Some(id) = subnet {
        for (label, badge) in
            [("Badge in Markdown, emission", "emission"), ("Badge in Markdown, shipped", "rung")]
        {
            codes.push((label, snippet::markdown(&words, &own(format!("badge/{id}/{badge}.svg")), &page)));
        }
        codes.push(("oEmbed, for sites that read it", own(format!("oembed/{id}.json"))));
    }
    codes.push(("Link", page));
    let said = RwSignal::new("");
    let codes = codes.into_iter().map(|(label, code)| {
        let text = code.clone();
        let copy = move |_| {
            let copying = clipboard::text(text.clone());
            spawn_local(async move {
                let words = match copying.await {
                    Ok(()) => "Copied.",
                    Err(_) => "This browser did not allow it; mark the text and copy it.",
                };
                let _ = said.try_set(words);
            });
        };
        view! {
            <section class="snippet">
                <h2>{label}</h2>
                <pre class="raw" tabindex="0">{code}</pre>
                <button type="button" class="button" on:click=copy>"Copy"</button>
            </section>
        }
    });
    view! {
        {codes.any_views()}
        <p class="hint" role="status">{move || said.get()}</p>
    }
}

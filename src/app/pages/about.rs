//! What this is, and what it is not.

use leptos::prelude::*;

use super::title;
use crate::app::navigation::Navigation;
use crate::view::{Data, Page, Route};

#[component]
pub(super) fn AboutPage() -> impl IntoView {
    title("About");
    let navigation = Navigation::get();
    view! {
        <div class="wrap prose">
            <h1>"About the ledger"</h1>
            <p class="lede">
                "Bittensor pays its subnets every twelve seconds. This ledger sets what each has been paid beside what each can be shown to have shipped."
            </p>
            <section>
                <h2>"What it is"</h2>
                <p>
                    "A folder of published files and a program that runs in your browser. There is no server behind it, no account, no cookie and no tracker, and it asks nobody but its own host for anything. Every number opens a card that says where it comes from, when it was read, how it was computed and what it cannot see."
                </p>
                <p>
                    "What is missing is never shown as zero: “not measured”, “none found”, “not searched”, “not applicable” and 0 are five different things here."
                </p>
            </section>
            <section>
                <h2>"What it is not"</h2>
                <p>
                    "It is not a wallet and not a place to trade. It gives no score, no grade and no advice. A payment from the network is not revenue, and a commit is not a product; the ladder of evidence asks for things that anybody can go and check, and says when the last search was made."
                </p>
            </section>
            <section>
                <h2>"If a number is wrong"</h2>
                <p>
                    "Open its card: the source, the block and the formula are there. The "
                    <a href=navigation.href(&Route::Methods(Page::default()))>"methods"</a> " say how each metric is made, and the "
                    <a href=navigation.href(&Route::Data(Data::default()))>"data page"</a>
                    " lists the files with their hashes, so that a correction can name the exact value. Anyone can publish corrected snapshots with the command-line tool that comes with the source."
                </p>
            </section>
        </div>
    }
}

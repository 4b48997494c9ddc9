//! The words at the top of pages, which stand there before the program runs and after.

/// What stands at the top of a page whose words do not depend on a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// Name of the page in titles and lists.
    pub title: &'static str,
    /// The headline.
    pub h1: &'static str,
    /// What the page is for, in one or two sentences.
    pub lede: &'static str,
}

/// Name of the site.
pub const SITE: &str = "Subnet Ledger";

/// Title of `/`, whose headline is made of its snapshot.
pub const OVERVIEW: &str = "What subnets earned and shipped";
/// Title of `/subnets`, whose headline counts what is shown.
pub const SUBNETS: &str = "Subnets";
/// Title of `/compare`, whose headline is the finding of its chart.
pub const COMPARE: &str = "Compare";

/// What the comparison in a frame is, where its numbers cannot be named yet.
pub const COMPARE_LIVE: &str =
    "Two to ten Bittensor subnets on one measure over time, every number with its source and its date.";
/// What the table in a frame is.
pub const SUBNETS_LIVE: &str =
    "Every Bittensor subnet with what it earned and what it can be shown to have shipped.";
/// The name of a subnet's view in a frame, and what it is.
pub const SUBNET_LIVE: (&str, &str) =
    ("Subnet", "What one Bittensor subnet has earned, beside what it can be shown to have shipped.");

/// `/plane`
pub const PLANE: Heading = Heading {
    title: "The earned-shipped plane",
    h1: "Earned against shipped",
    lede: "Each dot is a subnet. Nothing is scored: move the two cuts and read the sentence. What was only claimed, and what nobody searched for, have lanes of their own, and those that had none of the chosen measure a place of their own.",
};
/// `/network`
pub const NETWORK: Heading = Heading {
    title: "Network",
    h1: "The network",
    lede: "How much lies with how few, whether slots are full, and which rules divided the emission when.",
};
/// `/claims`
pub const CLAIMS: Heading = Heading {
    title: "Claims",
    h1: "What was said, and what can be read",
    lede: "Public statements in our words, each with who said it, when and in which publication, beside what an independent reading of this snapshot gives. Where no address of the publication was captured, that is said. A claim without a reading is not false; nobody has published a way to check it.",
};
/// `/methods`
pub const METHODS: Heading = Heading {
    title: "Methods",
    h1: "How the numbers are made",
    lede: "One entry a metric. The formula shown is the formula that runs.",
};
/// `/data`
pub const DATA: Heading = Heading {
    title: "Data",
    h1: "The files behind the pages",
    lede: "Everything here is a folder of JSON files. Each names the next by its SHA-256, and your browser checks every one as it arrives: a cut or changed file is an error, never a wrong number.",
};
/// `/about`
pub const ABOUT: Heading = Heading {
    title: "About",
    h1: "About the ledger",
    lede: "Bittensor pays its subnets every twelve seconds. This ledger sets what each has been paid beside what each can be shown to have shipped.",
};
/// `/embed`
pub const EMBED: Heading = Heading {
    title: "Embed",
    h1: "A view in your own page",
    lede: "Choose what to show, see it in a frame as your readers will, and copy the code. A live view follows the newest snapshot; a frozen one shows the same for ever and says what has moved since.",
};

/// The mark of the site: three rods of an abacus, what was earned and what was shipped, counted side
/// by side.
pub const MARK: &str = concat!(
    r#"<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">"#,
    r#"<path d="M3 3v14M17 3v14M10 2v16" stroke="currentColor" stroke-width="1.2"/>"#,
    r#"<path d="M4.5 6h4M4.5 10h4M4.5 14h4" class="mark-earned" stroke-width="2"/>"#,
    r#"<path d="M11.5 8h4M11.5 14h4" class="mark-shipped" stroke-width="2"/></svg>"#,
);

/// A magnifying glass.
pub const GLASS: &str = r#"<svg viewBox="0 0 14 14" aria-hidden="true"><path d="M6 1.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM9.3 9.3l3.4 3.4" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>"#;

/// What every page promises at its foot.
pub const PROMISE: &str = "No cookies, no trackers, no requests to anybody else.";

/// What `/about` says: a headline and its paragraphs.
pub const ABOUT_SECTIONS: [(&str, &[&str]); 2] = [
    (
        "What it is",
        &[
            "A folder of published files and a program that runs in your browser. There is no server behind it, no account, no cookie and no tracker, and it asks nobody but its own host for anything. Every measured number opens a card that says where it comes from, when it was read, how it was computed and what it cannot see.",
            "What is missing is never shown as zero: “not measured”, “none found”, “not searched”, “not applicable” and 0 are five different things here.",
        ],
    ),
    (
        "What it is not",
        &[
            "It is not a wallet and not a place to trade. It gives no score, no grade and no advice. A payment from the network is not revenue, and a commit is not a product; the ladder of evidence asks for things that anybody can go and check, and says when the last search was made.",
        ],
    ),
];

/// What `/about` says of wrong numbers: the headline, and the words around two links, to the methods and
/// to the data.
pub const WRONG: (&str, [&str; 3]) = (
    "If a number is wrong",
    [
        "Open its card: the source, the block and the formula are there. The ",
        " say how each metric is made, and the ",
        " lists the files with their hashes, so that a correction can name the exact value. Anyone can publish corrected snapshots with the command-line tool that comes with the source.",
    ],
);

/// What `/data` can verify.
pub const VERIFY: &str = "Fetches every file of this snapshot, compares its SHA-256 with the one that names it, computes every number that has a formula once more, and compares it with the one that was computed at publication.";

/// What the list of events is.
pub const EVENTS: &str = "Registrations, renamings, changes of owner and the rules above, newest first.";

/// What the table of rules is.
pub const RULES: &str =
    "What divides the TAO that is minted, oldest first. How exactly a day is known is said with it.";

/// The headlines of what is known of the use of a subnet, and of the other claims about it.
pub const USE_AND_CLAIMS: [&str; 2] = ["Use", "Claims, and what can be read"];

/// What `/methods` says of earning: the headline, what stands before the three definitions and after them.
pub const EARNED: [&str; 3] = [
    "Earned, by three definitions",
    "Nobody has the one right number for what a subnet earns. Three can be defended, all in τ a day, and are never added:",
    "A rank is the best and the worst place under the three, such as “3–9 of 128”; one place alone means that all three agree. Equal numbers share the whole span of their places. A subnet that has no value by a definition has no place in it, and none at all where it has no value by any.",
];

/// What the table of full slots is.
pub const FULL_SLOTS: &str = "Subnets with every slot taken, by thirds of market cap.";

/// What the names of snapshots are good for.
pub const SNAPSHOTS: &str = "A link with at= and one of these names shows the same for ever.";

/// What was taken from the sources.
pub const SOURCES: &str = "Facts were taken from these: numbers, names, links and dates. No text and no file of theirs is passed on.";

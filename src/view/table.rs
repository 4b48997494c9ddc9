//! `/subnets`: all subnets, searched, filtered and sorted.

use super::compare::subnet;
use super::escape::{escaped, unescaped};
use super::page::{read_at, read_snapshot, write_at, write_snapshot};
use super::reader::quantity;
use super::sort::{MAX_SORT_KEYS, SortKey, sort_key};
use super::{Choice, Columns, Filter, MAX_SUBNETS, Preset, Printer, Reader, View};
use crate::compute::custom;
use crate::model::value::Direction;
use crate::model::{SubnetId, SubnetRef};
use crate::registry::{self, Metric};

const MAX_FILTERS: usize = 12;
const MAX_COLUMNS: usize = 64;

/// What `/subnets` shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// `q`: what the reader typed, as typed: at most 64 characters; empty searches for nothing.
    pub search: String,
    /// `f`: conditions that all have to hold.
    pub filters: Vec<Filter>,
    /// `c`: the columns beside name and ladder.
    pub columns: Columns,
    /// `sort`: the first key decides, the next where it does not. Never empty: a table without any
    /// is read back with the default.
    pub sort: Vec<(SortKey, Direction)>,
    /// `s`: subnets picked out to be compared, in the order they were picked.
    pub picked: Vec<SubnetRef>,
    /// `since`: the snapshot whose numbers stand beside these as what they were; `None` is none.
    pub since: Option<String>,
    /// `at`: the snapshot; `None` is the latest.
    pub at: Option<String>,
}

impl Default for Table {
    /// All subnets by what they earn.
    fn default() -> Self {
        Self {
            search: String::new(),
            filters: Vec::new(),
            columns: Columns::default(),
            sort: vec![(SortKey::Metric(registry::known("emission_tao_day")), Direction::Descending)],
            picked: Vec::new(),
            since: None,
            at: None,
        }
    }
}

impl Table {
    /// Picks a subnet out, or puts it back. More than a comparison can hold are not picked.
    pub fn pick(&mut self, id: SubnetId) {
        match self.picked.iter().position(|picked| picked.means(id)) {
            Some(at) => drop(self.picked.remove(at)),
            None if self.picked.len() < MAX_SUBNETS => self.picked.push(id.into()),
            None => {}
        }
    }

    /// The metric that stands beside a name where there is no room for more: the first that the rows
    /// are sorted by, or the first column.
    pub fn lead(&self) -> &'static Metric {
        let columns = self.columns.metrics();
        let sorted = self.sort.iter().find_map(|(key, _)| match key {
            SortKey::Metric(metric) => columns.iter().find(|column| column == &metric),
            _ => None,
        });
        sorted.or(columns.first()).copied().unwrap_or_else(|| registry::known("emission_tao_day"))
    }

    /// The slug of the category that the rows are limited to.
    pub fn category(&self) -> Option<&str> {
        self.filters.iter().find_map(|filter| match filter {
            Filter::Category(slug) => Some(slug.as_str()),
            _ => None,
        })
    }

    /// The formulas of a reader's own that it shows, is sorted or limited by, each once.
    pub fn formulas(&self) -> Vec<&'static Metric> {
        let keys = self.sort.iter().filter_map(|(key, _)| match key {
            SortKey::Metric(metric) => Some(*metric),
            _ => None,
        });
        let mut formulas: Vec<&'static Metric> = Vec::new();
        let filters = self.filters.iter().filter_map(Filter::metric);
        for metric in self.columns.metrics().into_iter().chain(keys).chain(filters) {
            if custom::is_custom(metric) && !formulas.contains(&metric) {
                formulas.push(metric);
            }
        }
        formulas
    }

    /// Adds a column where a reader looks: beside the one that the rows are sorted by, or beside the
    /// names.
    pub fn show(&mut self, metric: &'static Metric) {
        let mut metrics = self.columns.metrics();
        if metrics.contains(&metric) {
            return;
        }
        let sorted = self.sort.iter().find_map(|(key, _)| match key {
            SortKey::Metric(metric) => metrics.iter().position(|other| other == metric),
            _ => None,
        });
        metrics.insert(sorted.map_or(0, |at| at + 1), metric);
        self.columns = Columns::of(metrics);
    }

    /// Limits the rows to a category, or to none.
    pub fn set_category(&mut self, slug: Option<String>) {
        self.filters.retain(|filter| !matches!(filter, Filter::Category(_)));
        self.filters.extend(slug.map(Filter::Category));
    }

    /// Sorts by a column, or the other way round when it is the first already. With `and`, columns
    /// sorted by before decide where this one does not; otherwise they are forgotten.
    pub fn sort_by(&mut self, key: SortKey, and: bool) {
        let direction = match self.sort.first() {
            Some((first, Direction::Ascending)) if *first == key => Direction::Descending,
            Some((first, Direction::Descending)) if *first == key => Direction::Ascending,
            _ => key.first_direction(),
        };
        self.sort.retain(|(other, _)| and && *other != key);
        self.sort.insert(0, (key, direction));
        self.sort.truncate(MAX_SORT_KEYS);
    }
}

impl View for Table {
    fn read(reader: &mut Reader) -> Self {
        let same_key = |a: &(SortKey, Direction), b: &(SortKey, Direction)| a.0 == b.0;
        Self {
            search: reader.one("q", unescaped).unwrap_or_default(),
            filters: read_filters(reader),
            columns: read_columns(reader),
            sort: reader
                .many("sort", MAX_SORT_KEYS, sort_key, same_key)
                .unwrap_or_else(|| Self::default().sort),
            picked: reader.many("s", MAX_SUBNETS, subnet, PartialEq::eq).unwrap_or_default(),
            since: read_snapshot(reader, "since"),
            at: read_at(reader),
        }
    }

    fn write(&self, printer: &mut Printer) {
        printer.put("q", &escaped(&self.search), false);
        write_filters(printer, &self.filters);
        match self.columns.preset().filter(|_| !printer.is_full()) {
            Some(preset) => printer.put("c", &format!("preset.{}", preset.id()), preset == Preset::default()),
            None => printer.put_list("c", &self.columns.metrics(), |metric| metric.id.to_owned(), false),
        }
        let print = |(key, direction): &(SortKey, Direction)| match direction {
            Direction::Ascending => key.id().to_owned(),
            Direction::Descending => format!("-{}", key.id()),
        };
        printer.put_list("sort", &self.sort, print, self.sort == Self::default().sort);
        printer.put_list("s", &self.picked, SubnetRef::to_string, false);
        write_snapshot(printer, "since", self.since.as_deref());
        write_at(printer, self.at.as_deref());
    }
}

/// `f`: conditions joined with `~`.
pub(super) fn read_filters(reader: &mut Reader) -> Vec<Filter> {
    reader.many("f", MAX_FILTERS, Filter::from_link, Filter::repeats).unwrap_or_default()
}

pub(super) fn write_filters(printer: &mut Printer, filters: &[Filter]) {
    printer.put_list("f", filters, Filter::to_link, false);
}

/// `c`: metrics, or `preset.market`. What a preset holds can grow, so links that are copied name
/// the metrics.
fn read_columns(reader: &mut Reader) -> Columns {
    let preset = |text: &str| text.strip_prefix("preset.").map(Preset::from_id);
    let columns = reader.many(
        "c",
        MAX_COLUMNS,
        |text| match preset(text) {
            Some(preset) => preset.map(Columns::Preset),
            None => quantity(text).map(|metric| Columns::Chosen(vec![metric])),
        },
        |a, b| a == b || matches!((a, b), (Columns::Preset(_), _) | (_, Columns::Preset(_))),
    );
    match columns.as_deref() {
        Some([Columns::Preset(preset)]) => Columns::Preset(*preset),
        Some(columns) => Columns::of(columns.iter().flat_map(Columns::metrics).collect()),
        None => Columns::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Query;

    fn read(query: &str) -> (Table, Vec<String>) {
        let (table, ignored) = Table::parse(&Query::parse(query));
        (table, ignored.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_table_reads_and_prints() {
        for link in [
            "",
            "q=chutes_ai~2b.&f=cat.inference~rung.ge.3&c=preset.market&sort=-emission_tao_day~name",
            "c=stars~emission_tao_day&at=2026-08-07-8791253",
        ] {
            let (table, ignored) = read(link);
            assert_eq!(ignored, [""; 0], "{link}");
            assert_eq!(table.print(), link);
        }
        assert_eq!(
            Table { columns: Columns::Preset(Preset::Shipped), ..Table::default() }.print_full(),
            "v=1&c=commits_13w~stars~releases_365d~last_push~surfaces_official~surfaces_reachable\
             &sort=-emission_tao_day"
        );
    }

    #[test]
    fn a_column_is_added_where_a_reader_looks() {
        let own = custom::typed("emission_tao_day / market_cap_tao").unwrap();
        let shown = |query: &str| {
            let (mut table, _) = read(query);
            table.show(own);
            table.show(own);
            table.columns.metrics().iter().position(|metric| *metric == own)
        };
        assert_eq!(shown("c=stars~price_tao~fdv_tao&sort=-price_tao"), Some(2));
        assert_eq!(shown("c=stars~price_tao&sort=name~price_tao"), Some(2));
        assert_eq!(shown("c=stars~price_tao&sort=name"), Some(0));
        assert_eq!(shown("c=stars~price_tao&sort=-fdv_tao"), Some(0));
    }

    #[test]
    fn what_makes_no_sense_is_said() {
        let (table, ignored) = read("f=cat.a~cat.b&c=preset.market~stars&sort=name~-name~-&zoom=2");
        assert_eq!(table.print(), "f=cat.a&c=preset.market&sort=name");
        assert_eq!(
            ignored,
            [
                "ignored: f=cat.b (said twice)",
                "ignored: c=stars (said twice)",
                "ignored: sort=-name (said twice)",
                "ignored: sort=- (there is no metric of this name)",
                "ignored: zoom=2 (this page has no such setting)",
            ]
        );
    }

    #[test]
    fn formulas_are_columns_and_sort_keys_and_what_is_wrong_in_them_is_said() {
        let link =
            "c=price_tao~emission_tao_day-div-market_cap_tao&sort=-emission_tao_day-div-market_cap_tao~name";
        let (table, ignored) = read(link);
        assert_eq!(ignored, [""; 0]);
        assert_eq!(table.print(), link);
        assert_eq!(table.formulas().len(), 1);
        let (table, ignored) = read("c=price_tao~tao_in_pool-add-alpha_out~stars-div-cap~open-stars-close");
        assert_eq!(table.print(), "c=price_tao~stars");
        assert_eq!(
            ignored,
            [
                "ignored: c=tao_in_pool-add-alpha_out (in “tao_in_pool + alpha_out”, TAO and alpha cannot be \
                 added (at character 13))",
                "ignored: c=stars-div-cap (in “stars / cap”, there is no metric called “cap” (at character 9))",
            ]
        );
    }

    #[test]
    fn on_a_phone_the_column_that_is_sorted_by_stays() {
        let lead = |query: &str| read(query).0.lead().id;
        assert_eq!(lead(""), "emission_tao_day");
        assert_eq!(lead("sort=-price_share"), "price_share");
        assert_eq!(lead("sort=rank"), "emission_tao_day");
        assert_eq!(lead("c=stars~price_tao&sort=name~-price_tao"), "price_tao");
        // Sorted by what is no column, the first column says something.
        assert_eq!(lead("c=stars&sort=-price_tao"), "stars");
    }

    #[test]
    fn clicking_a_column_sorts_by_it_and_again_turns_it() {
        let mut table = Table::default();
        table.sort_by(SortKey::Name, false);
        assert_eq!(table.print(), "sort=name");
        table.sort_by(SortKey::Name, false);
        assert_eq!(table.print(), "sort=-name");
        table.sort_by(SortKey::Rung, true);
        assert_eq!(table.print(), "sort=-rung~-name");
    }

    #[test]
    fn picking_a_subnet_again_puts_it_back_and_a_comparison_has_its_limit() {
        let mut table = Table::default();
        let id = |netuid| SubnetId::new(netuid, 1).unwrap();
        for netuid in [64, 4, 64] {
            table.pick(id(netuid));
        }
        assert_eq!(table.print(), "s=4.r1");
        (5..50).for_each(|netuid| table.pick(id(netuid)));
        assert_eq!(table.picked.len(), MAX_SUBNETS);
    }
}

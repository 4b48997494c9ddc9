//! Rows of the table of all subnets.

use super::fitted::{self, Cell, Widths};
use super::parts::{asked_number, button, ladder, number, subnet};
use super::{Markup, el};
use crate::compute::rank::RankInterval;
use crate::finding::difference;
use crate::format::{self, Locale};
use crate::model::{Absence, Grade, SubnetRef, Value};
use crate::registry::{Metric, Style};
use crate::snapshot::{Snapshot, SubnetRow};

/// What every row needs.
pub struct Rows<'a> {
    /// Whose numbers are shown.
    pub snapshot: &'a Snapshot,
    /// Rank of each row by what it earns.
    pub ranks: &'a [Option<RankInterval>],
    /// The columns.
    pub metrics: &'a [&'static Metric],
    /// The column that stands beside the name where there is no room for more.
    pub lead: &'static Metric,
    /// The snapshot that the numbers are compared with.
    pub before: Option<&'a Snapshot>,
    /// How numbers are written.
    pub locale: &'a Locale,
    /// The page of a subnet.
    pub href: &'a dyn Fn(&SubnetRow) -> String,
    /// The subnets that are picked, where the program runs and subnets can be; numbers open their
    /// cards there, too.
    pub picked: Option<&'a [SubnetRef]>,
}

/// What stands under the head of the ranks: among how many.
pub fn ranked(ranks: &[Option<RankInterval>]) -> String {
    let any = ranks.iter().flatten().next();
    any.map_or_else(|| Absence::NotMeasured.words().to_owned(), |rank| format!("of {}", rank.of))
}

impl Rows<'_> {
    /// One row: laid out by itself where the program runs, else by the browser.
    pub fn row(&self, row: usize) -> Markup {
        match self.picked {
            Some(_) => fitted::row(self.cells(row)),
            None => fitted::plain_row(self.cells(row)),
        }
    }

    /// The cells of a row that stand in these columns alone, to go on with a row that is there.
    pub fn numbers(&self, row: usize) -> Markup {
        fitted::cells(self.metrics.iter().map(|metric| self.number(metric, row)))
    }

    fn cells(&self, row: usize) -> impl Iterator<Item = Cell> {
        let holder = &self.snapshot.subnets[row];
        let netuid = el("span").class("netuid").with(holder.id.netuid().to_string());
        let pick = self.picked.map(|picked| {
            let words = format!("Compare {}", format::shown_name(&holder.name, holder.id.netuid()));
            let pressed = picked.iter().any(|picked| picked.means(holder.id));
            let pick = button("pick").attr("data-pick", row.to_string()).attr("title", "Pick to compare");
            pick.attr("aria-pressed", pressed.to_string()).attr("aria-label", words)
        });
        let name = Markup::from(pick).and(netuid).and(subnet(holder, &(self.href)(holder)));
        let category = holder.category.as_deref().unwrap_or("not classified");
        let rank = self.ranks.get(row).copied().flatten();
        let ranked = rank.map_or(Value::NOT_MEASURED, |rank| Value::Number(rank.low as f64));
        let rank = rank.map_or_else(|| Absence::NotMeasured.words().to_owned(), |rank| rank.to_string());
        let rank = match self.picked {
            Some(_) => asked_number(rank, Some(ranked)).attr("data-rank", row.to_string()),
            None => number(rank, ranked),
        };
        let own = [
            Cell::heading(name),
            Cell::of(el("span").attr("title", category).with(category)).class("l category"),
            Cell::of(ladder(holder.ladder)).class("l"),
            Cell::of(rank).class("rank"),
        ];
        own.into_iter().chain(self.metrics.iter().map(move |metric| self.number(metric, row)))
    }

    fn number(&self, metric: &'static Metric, row: usize) -> Cell {
        let value = self.snapshot.value(metric, row);
        let text = format::value(value, metric, self.locale);
        let grade = self.marked(metric, row);
        let written = match self.picked {
            Some(_) => asked_number(text, Some(value))
                .attr("data-metric", metric.id)
                .attr("data-row", row.to_string()),
            None => number(text, value),
        };
        let written = match grade {
            Some(grade) => written.attr("data-grade", grade.id()).attr("title", grade.words()),
            None => written,
        };
        let moved = self.moved(metric, row).map(|moved| el("small").class("moved").with(moved));
        let cell = Cell::of(Markup::from(written).and(moved));
        if *metric == *self.lead { cell.class("lead") } else { cell }
    }

    /// The grade of a number that somebody says, or that a model made: those have a mark. Numbers that
    /// were read or called have none, so that the marks can be seen.
    fn marked(&self, metric: &'static Metric, row: usize) -> Option<Grade> {
        let reading = self.snapshot.reading(metric, row);
        let grade = reading.value.number().map(|_| reading.provenance.grade)?;
        matches!(grade, Grade::Reconstructed | Grade::TeamSays | Grade::ThirdPartySays).then_some(grade)
    }

    /// By how much a number changed since the snapshot before.
    fn moved(&self, metric: &'static Metric, row: usize) -> Option<String> {
        let then = difference::earlier(self.before?, self.snapshot, metric, row);
        difference::moved(metric, then, self.snapshot.value(metric, row), self.locale)
    }

    /// The columns of numbers, each wide enough for all rows.
    pub fn widths(&self) -> Widths {
        let rows = 0..self.snapshot.subnets.len();
        Widths::of(self.metrics.iter().map(|metric| {
            let notes = [metric.short.to_owned(), self.note(metric)];
            let rows = rows.clone();
            let cells = rows.flat_map(move |row| {
                let value = format::value(self.snapshot.value(metric, row), metric, self.locale);
                // As wide as the mark of a grade.
                let value = if self.marked(metric, row).is_some() { format!("00{value}") } else { value };
                [Some(value), self.moved(metric, row)].into_iter().flatten()
            });
            (notes, cells)
        }))
    }

    /// What stands under a column's name: the unit, and how many have the number when not all do.
    pub fn note(&self, metric: &Metric) -> String {
        let unit = match metric.style {
            Style::Percent(_) => "%".to_owned(),
            _ => format::unit(metric.unit),
        };
        let (measured, all) = (self.snapshot.measured(metric), self.snapshot.subnets.len());
        let coverage = if measured < all { format!("{measured} of {all}") } else { String::new() };
        [unit, coverage].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

//! `subnets-<netuid>-trajectory.json`: daily points of one slot, of which two kinds stand in one
//! field.
//!
//! `alpha_price_tao` is a spot price up to the day before the points begin to carry
//! `emission_share`, and the moving average from then on. Found by comparing: over the 113 days of
//! 2025 that the daily prices share with them, the early points meet the close of the day before
//! within 0.2 to 0.5 % (median), so they were taken when the day began; they have up to 12
//! decimals, as a quotient of reserves has. The late ones have nine, and meet the moving average of
//! the cross-sections of 2026-07-09 and 2026-08-07.

use serde::Deserialize;

use super::file::Folder;
use crate::model::Day;
use crate::publish::PublishError;

const INSIDE: &str = "metagraphed/api/recorded";

#[derive(Deserialize)]
struct File {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    netuid: u16,
    points: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    date: String,
    alpha_price_tao: Option<f64>,
    emission_share: Option<f64>,
    tao_in_pool_tao: Option<f64>,
    alpha_in_pool: Option<f64>,
    alpha_out_pool: Option<f64>,
}

/// One number of one slot on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The slot.
    pub netuid: u16,
    /// The day.
    pub day: Day,
    /// Id of the metric.
    pub metric: &'static str,
    /// The number.
    pub value: f64,
}

/// Every point of every slot that has such a file.
///
/// # Errors
/// When a file is something else.
pub fn read(folder: &Folder) -> Result<Vec<Point>, PublishError> {
    let mut points = Vec::new();
    for name in folder.list(INSIDE, "subnets-", "-trajectory.json") {
        let File { data } = folder.json(&name)?;
        let mut before: Option<Line> = None;
        for line in data.points {
            let day = line.date.parse().map_err(|error| folder.wrong(&name, &error))?;
            // A day with all numbers of the day before was not read anew.
            if !before.as_ref().is_some_and(|before| repeats(&line, before)) {
                points.extend(numbers(&line).map(|(metric, value)| Point {
                    netuid: data.netuid,
                    day,
                    metric,
                    value,
                }));
            }
            before = Some(line);
        }
    }
    Ok(points)
}

fn repeats(line: &Line, before: &Line) -> bool {
    line.alpha_price_tao == before.alpha_price_tao && line.tao_in_pool_tao == before.tao_in_pool_tao
}

fn numbers(line: &Line) -> impl Iterator<Item = (&'static str, f64)> {
    let price = if line.emission_share.is_some() { "ema_price_tao" } else { "price_tao" };
    let numbers = [
        (price, line.alpha_price_tao),
        ("tao_in_pool", line.tao_in_pool_tao),
        ("alpha_in_pool", line.alpha_in_pool),
        ("alpha_out", line.alpha_out_pool),
    ];
    numbers.into_iter().filter_map(|(metric, value)| Some((metric, value.filter(|value| *value > 0.0)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_tells_the_average_from_the_price() {
        let line = |share, price| Line {
            date: String::new(),
            alpha_price_tao: Some(price),
            emission_share: share,
            tao_in_pool_tao: None,
            alpha_in_pool: None,
            alpha_out_pool: None,
        };
        let metrics = |line: Line| numbers(&line).collect::<Vec<_>>();
        assert_eq!(metrics(line(None, 0.1)), [("price_tao", 0.1)]);
        assert_eq!(metrics(line(Some(0.0), 0.1)), [("ema_price_tao", 0.1)]);
        assert_eq!(metrics(line(None, 0.0)), []);
        assert!(repeats(&line(None, 0.1), &line(None, 0.1)));
    }
}

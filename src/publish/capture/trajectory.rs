//! `subnets-<netuid>-trajectory.json`: daily points of one slot.
//!
//! `alpha_price_tao` is the chain's moving average here as in all of that site's files, whatever its
//! name says: over the 113 days of 2025 that the daily prices share with these points, the points
//! follow an average of the prices with a half-life of some hours within 0.04 to 0.2 % (median),
//! and miss the closes by 0.2 to 0.5 %. They are never shown as a price.

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
    let numbers = [
        ("ema_price_tao", line.alpha_price_tao),
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
    fn the_field_named_price_is_the_average_and_a_repeated_reading_is_none() {
        let line = |price| Line {
            date: String::new(),
            alpha_price_tao: Some(price),
            tao_in_pool_tao: None,
            alpha_in_pool: None,
            alpha_out_pool: None,
        };
        assert_eq!(numbers(&line(0.1)).collect::<Vec<_>>(), [("ema_price_tao", 0.1)]);
        assert_eq!(numbers(&line(0.0)).collect::<Vec<_>>(), []);
        assert!(repeats(&line(0.1), &line(0.1)));
        assert!(!repeats(&line(0.1), &line(0.2)));
    }
}

//! The only foreign code: ECharts, our own lazily loaded module, and the lazy half of this program
//! that speaks its language.

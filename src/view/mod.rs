//! Typed views and their URLs: what a page shows is a value, and a link is that value printed.

mod compare;

pub use compare::{Compare, Form, Mode, TimeBase, UnitChoice, Window, WindowEdge, YScale};

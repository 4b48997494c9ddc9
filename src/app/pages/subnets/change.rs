//! What a reader changes of the table, written into the address.

use leptos::prelude::*;

use crate::app::navigation::Navigation;
use crate::view::{Table, Widget};

/// Changes the table in the address.
#[derive(Clone, Copy)]
pub struct Change {
    navigation: Navigation,
    /// The table in it.
    pub table: Memo<Table>,
}

impl Change {
    /// The table in the address of this page, in a frame and in the builder too.
    pub fn get() -> Self {
        let navigation = Navigation::get();
        let table = Memo::new(move |last: Option<&Table>| match navigation.widget() {
            Some(Widget::Table(table)) => table,
            _ => last.cloned().unwrap_or_default(),
        });
        Self { navigation, table }
    }

    /// Changes it by an edit.
    pub fn by(self, edit: impl FnOnce(&mut Table)) {
        let mut next = self.table.get_untracked();
        edit(&mut next);
        self.navigation.show(Widget::Table(next));
    }
}

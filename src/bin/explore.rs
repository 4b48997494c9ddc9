//! The second, lazy browser binary: a chart as plain data in, its ECharts option out. It keeps
//! charming's types out of the first view, which has no use for them.

#[cfg(target_arch = "wasm32")]
mod browser {
    use serde::Serialize as _;
    use subnet_ledger::chart::layout::Size;
    use subnet_ledger::chart::option;
    use subnet_ledger::chart::palette::Theme;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The ECharts option of a chart (a `ChartSpec` as JSON) in a box of the given size. Lines can be
    /// zoomed out from `first` to `last`, days or ages; not a number where they are whole.
    ///
    /// # Errors
    /// A sentence, when the text is no chart, or one that has nothing to explore.
    #[wasm_bindgen]
    pub fn option(
        spec_json: &str,
        width: f64,
        height: f64,
        dark: bool,
        first: f64,
        last: f64,
    ) -> Result<JsValue, JsValue> {
        let spec = serde_json::from_str(spec_json).map_err(|error| JsValue::from_str(&error.to_string()))?;
        let theme = if dark { Theme::Dark } else { Theme::Light };
        let reach = (first <= last).then_some((first as i32, last as i32));
        let option = option::option_of(&spec, Size { width, height }, theme, reach)
            .ok_or_else(|| JsValue::from_str("This chart has nothing to zoom."))?;
        // Objects instead of maps, and null instead of undefined, as ECharts expects.
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        option.serialize(&serializer).map_err(|error| JsValue::from_str(&error.to_string()))
    }
}

fn main() {}

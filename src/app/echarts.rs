//! The only foreign code: ECharts, in our own lazily loaded module, and the lazy half of this
//! program, which turns a [`ChartSpec`] into its option.
//!
//! Both are fetched when a reader first turns to a chart, once per page. Until they are here, and
//! where they cannot be had, the SVG stays and answers with its own readout.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::chart::ChartSpec;

// Browsers remember that an address gave no module: another try needs another address.
#[wasm_bindgen(inline_js = "const failed = {};
export async function load(file) {
  const again = failed[file] ? `?again=${failed[file]}` : '';
  try {
    return await import(new URL(file + again, document.baseURI).href);
  } catch (error) {
    failed[file] = (failed[file] ?? 0) + 1;
    throw error;
  }
}
export function follow(chart, told) {
  let held = false, timer;
  const settle = () => {
    if (chart.isDisposed()) return;
    if (held) return later();
    const { startValue, endValue } = chart.getOption().dataZoom[0];
    told(startValue, endValue);
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(settle, 250); };
  chart.getZr().on('mousedown', () => { held = true; });
  for (const end of ['mouseup', 'globalout']) chart.getZr().on(end, () => { held = false; });
  chart.on('datazoom', () => { told(NaN, NaN); later(); });
}")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn load(file: &str) -> Result<Promise, JsValue>;
    /// Tells of numbers that are none when a zoom or a pan begins, and the ends of the axis when it is over.
    fn follow(chart: &Instance, told: &Closure<dyn FnMut(f64, f64)>);
}

#[wasm_bindgen]
extern "C" {
    /// Our ES module around ECharts.
    type EchartsModule;
    #[wasm_bindgen(method, catch)]
    fn init(
        this: &EchartsModule,
        element: &HtmlElement,
        theme: &JsValue,
        options: &JsValue,
    ) -> Result<Instance, JsValue>;

    /// One drawn chart.
    #[derive(Clone)]
    type Instance;
    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;

    /// The lazy binary of this program, `src/bin/explore.rs`.
    type ExploreModule;
    #[wasm_bindgen(method, catch, js_name = default)]
    fn start(this: &ExploreModule) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn option(
        this: &ExploreModule,
        spec: &str,
        width: f64,
        height: f64,
        dark: bool,
        first: f64,
        last: f64,
    ) -> Result<JsValue, JsValue>;
}

/// Both modules, loaded.
pub struct Explorer {
    echarts: EchartsModule,
    explore: ExploreModule,
}

/// ECharts did not come or did not draw. The chart below is still there, with its own readout.
#[derive(Debug, Clone, thiserror::Error)]
#[error(
    "What zooms this chart could not be loaded, so it stays as it is. Pressing “Zoom” again tries once more."
)]
pub struct ExploreError(JsValue);

impl From<JsValue> for ExploreError {
    fn from(reason: JsValue) -> Self {
        Self(reason)
    }
}

impl Explorer {
    /// Fetches both modules; the browser keeps them, so later calls are cheap.
    ///
    /// # Errors
    /// When either cannot be fetched or started.
    pub async fn load() -> Result<Self, ExploreError> {
        // Both are listened to from the start: the failure of one must not go unheard beside the other's.
        let (echarts, explore) = (JsFuture::from(load("echarts.mjs")?), JsFuture::from(load("explore.js")?));
        let echarts = echarts.await?.unchecked_into();
        let explore: ExploreModule = explore.await?.unchecked_into();
        JsFuture::from(explore.start()?).await?;
        Ok(Self { echarts, explore })
    }

    /// Draws a chart into an element that already has its size. `told` hears of its zooms: of numbers
    /// that are none when one begins, of the ends of the axis across when it is over.
    ///
    /// # Errors
    /// When ECharts throws.
    pub fn draw(
        &self,
        element: &HtmlElement,
        spec: &ChartSpec,
        reach: Option<(i32, i32)>,
        dark: bool,
        told: impl FnMut(f64, f64) + 'static,
    ) -> Result<Drawn, ExploreError> {
        let instance = self.echarts.init(element, &JsValue::NULL, &JsValue::UNDEFINED)?;
        let drawn = Drawn { instance, told: Closure::new(told) };
        self.redraw(&drawn, element, spec, reach, dark)?;
        follow(&drawn.instance, &drawn.told);
        Ok(drawn)
    }

    /// Replaces what is drawn. Nothing of the old option stays.
    ///
    /// # Errors
    /// When ECharts throws.
    pub fn redraw(
        &self,
        drawn: &Drawn,
        element: &HtmlElement,
        spec: &ChartSpec,
        reach: Option<(i32, i32)>,
        dark: bool,
    ) -> Result<(), ExploreError> {
        let json = serde_json::to_string(spec).map_err(|error| ExploreError(error.to_string().into()))?;
        let (width, height) = (f64::from(element.client_width()), f64::from(element.client_height()));
        let (first, last) =
            reach.map_or((f64::NAN, f64::NAN), |(first, last)| (f64::from(first), f64::from(last)));
        let option = self.explore.option(&json, width, height, dark, first, last)?;
        let how = Object::new();
        Reflect::set(&how, &"notMerge".into(), &true.into())?;
        drawn.instance.resize()?;
        Ok(drawn.instance.set_option(&option, &how)?)
    }
}

/// A chart on the page; ECharts lets go of it when this is dropped.
pub struct Drawn {
    instance: Instance,
    told: Closure<dyn FnMut(f64, f64)>,
}

impl Drop for Drawn {
    fn drop(&mut self) {
        // Nothing can be done about a failure to let go.
        let _ = self.instance.dispose();
    }
}

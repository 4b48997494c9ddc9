// <subnet-ledger view="card" subnet="64.r1">: a frame with a view of Subnet Ledger, as high as what it shows.
// It makes that frame, follows its height, and touches nothing else of the page.
(() => {
  if (customElements.get("subnet-ledger")) return;
  const home = new URL(".", document.currentScript.src);
  // Each view with the room it is given before it says how much it needs.
  const VIEWS = { card: 290, spark: 220, subnet: 720, compare: 560, plane: 640, table: 720 };
  const FILES = ["card", "spark"];
  const KEYS = { subnet: "s", subnets: "s", metric: "m", mode: "mode", theme: "theme", at: "at" };
  const SUBNET = /^[1-9]\d*(\.r[1-9]\d*)?$/;
  const clamp = (height) => Math.min(4000, Math.max(50, Math.round(height)));

  const look = new CSSStyleSheet();
  look.replaceSync(":host{display:block}iframe{display:block;width:100%;border:0}p{margin:0;font:14px/1.4 system-ui,sans-serif}");
  const shown = new Set();

  addEventListener("message", ({ data, origin, source }) => {
    if (data?.type !== "subnet-ledger:height" || !Number.isFinite(data.height)) return;
    // A sandboxed frame has no origin of its own and says “null”.
    if (origin !== "null" && origin !== home.origin) return;
    for (const element of shown) if (element.frame?.contentWindow === source) element.frame.style.height = `${clamp(data.height)}px`;
  });

  /** The address that the attributes mean; throws a sentence for whoever writes them. */
  function address(get) {
    const view = get("view") ?? "card";
    if (!Object.hasOwn(VIEWS, view)) throw `view="${view}" is none of ${Object.keys(VIEWS).join(", ")}.`;
    const theme = get("theme") ?? "auto";
    if (!["auto", "light", "dark"].includes(theme)) throw `theme="${theme}" is none of auto, light, dark.`;
    if ((FILES.includes(view) || view === "subnet") && !SUBNET.test(get("subnet") ?? "")) throw `view="${view}" needs a subnet, such as subnet="64" or subnet="70.r2".`;
    if (FILES.includes(view)) {
      if (get("at")) throw `view="${view}" always shows the newest snapshot; use view="subnet" to freeze one.`;
      return new URL(`embed/${view}/${get("subnet")}.html${theme === "auto" ? "" : `#${theme}`}`, home);
    }
    const url = new URL(`embed/${view}?v=1`, home);
    for (const [name, key] of Object.entries(KEYS)) {
      const value = get(name);
      if (!value) continue;
      if (!/^[\w.~-]+$/.test(value)) throw `${name}="${value}" may have letters, digits and . ~ - _ only; lists are joined with ~.`;
      url.searchParams.set(key, value);
    }
    return url;
  }

  customElements.define("subnet-ledger", class extends HTMLElement {
    static observedAttributes = ["view", "height", ...Object.keys(KEYS)];

    connectedCallback() {
      shown.add(this);
      this.draw();
    }

    disconnectedCallback() {
      shown.delete(this);
    }

    attributeChangedCallback() {
      // Several attributes that are set together make one change.
      if (this.due) return;
      this.due = true;
      queueMicrotask(() => { this.due = false; if (this.isConnected) this.draw(); });
    }

    draw() {
      const get = (name) => this.getAttribute(name);
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [look];
      try {
        const url = address(get).href;
        const height = clamp(Number(get("height")) || VIEWS[get("view") ?? "card"]);
        if (this.frame?.src === url && this.asked === height) return;
        const frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
        frame.loading = "lazy";
        frame.title = `Subnet Ledger: ${[get("view") ?? "card", get("subnet") ?? get("subnets")].filter(Boolean).join(" ")}`;
        frame.style.height = `${height}px`;
        frame.src = url;
        this.asked = height;
        root.replaceChildren(this.frame = frame);
      } catch (reason) {
        this.frame = undefined;
        const note = document.createElement("p");
        note.textContent = `<subnet-ledger>: ${reason}`;
        root.replaceChildren(note);
      }
    }
  });
})();

// <subnet-ledger view="card" subnet="64.r1">: a frame with a view of Subnet Ledger, as high as what it shows.
// It makes that frame, follows its height, and touches nothing else of the page.
(() => {
  if (customElements.get("subnet-ledger")) return;
  // A script that is loaded as a module is not the current one.
  const script = document.currentScript ?? document.querySelector('script[src$="embed.js"]');
  const home = new URL(".", script.src);
  // Each view with the room it is given before it says how much it needs.
  const VIEWS = { card: 260, spark: 230, subnet: 1900, compare: 800, plane: 760, table: 720 };
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

  const among = (name, value, list) => {
    if (!list.includes(value)) throw `${name}="${value}" is none of ${list.join(", ")}.`;
  };

  /** The address that the attributes mean; throws a sentence for whoever writes them. */
  function address(get, view) {
    among("view", view, Object.keys(VIEWS));
    const theme = get("theme") ?? "auto";
    among("theme", theme, ["auto", "light", "dark"]);
    const file = FILES.includes(view);
    const subnet = get("subnet");
    if ((file || view === "subnet") && !SUBNET.test(subnet)) throw `view="${view}" needs a subnet, such as subnet="64" or subnet="70.r2".`;
    if (file) {
      if (get("at")) throw `view="${view}" always shows the newest snapshot; use view="subnet" to freeze one.`;
      return new URL(`embed/${view}/${subnet}.html${theme === "auto" ? "" : `#${theme}`}`, home);
    }
    const url = new URL(`embed/${view}?v=1`, home);
    const named = Object.entries(KEYS).map(([name, key]) => [key, get(name), name]);
    // Every other key of a link, as it stands there.
    const others = [...new URLSearchParams(get("keys") ?? "")].map((pair) => [...pair, "keys"]);
    for (const [key, value, name] of [...others, ...named]) {
      if (!value) continue;
      if (!/^[\w.~-]+$/.test(key + value)) throw `${name}="${get(name)}" may have letters, digits and . ~ - _ only; lists are joined with ~.`;
      url.searchParams.set(key, value);
    }
    return url;
  }

  customElements.define("subnet-ledger", class extends HTMLElement {
    static observedAttributes = ["view", "height", "keys", ...Object.keys(KEYS)];

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
        const view = get("view") ?? "card";
        const url = address(get, view).href;
        const asked = get("height");
        if (asked && !(asked > 0)) throw `height="${asked}" is no number of pixels, such as height="300".`;
        const height = clamp(asked || VIEWS[view]);
        if (this.frame?.src === url && this.asked === height) return;
        const frame = document.createElement("iframe");
        // Frames without an origin share nothing they load; live views keep theirs, which is not the page's.
        frame.setAttribute("sandbox", `allow-scripts allow-popups allow-popups-to-escape-sandbox${FILES.includes(view) ? "" : " allow-same-origin"}`);
        frame.loading = "lazy";
        // The words that the builder wrote into the element say more than its attributes.
        frame.title = (!this.asked && this.textContent.trim()) || `Subnet Ledger: ${view} ${get("subnet") ?? get("subnets") ?? ""}`;
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

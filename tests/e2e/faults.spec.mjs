// Every way in which a file can fail to arrive has a sentence of its own, keeps what was shown, and
// ends when the file arrives.
import { readFileSync } from "node:fs";
import { expect, ready, test } from "./page.mjs";
import { places, publication, serve } from "./publication.mjs";

// What the reader is told is the subject here; the console says the rest.
test.use({ provoked: /^console / });

const json = (body) => ({ contentType: "application/json", body });
const FAULTS = {
  "is not there": [() => ({ status: 404, body: "" }), /has no file/],
  "meets a busy host": [() => ({ status: 503, ...json('{"error":"busy"}') }), /error 503/],
  "meets a limit": [() => ({ status: 429, body: "" }), /error 429/],
  "comes as a portal's page": [() => ({ contentType: "text/html", body: "<!doctype html><title>Log in</title>" }), /sent a web page|damaged/],
  "comes empty": [() => json(""), /cannot be read|damaged/],
  "comes cut": [(text) => json(text.slice(0, text.length / 2)), /cannot be read|damaged/],
  // The first hash in it where it has one, otherwise its last digit.
  "comes with a digit changed": [(text) => json(text.replace(/(?<="sha256":")\w|\d(?=\D*$)/, (digit) => (digit === "1" ? "2" : "1"))), /damaged/],
};

const PLACES = ["latest", "root", "summary", "profile", "history"];

for (const part of PLACES) {
  for (const [fault, [answer, sentence]] of Object.entries(FAULTS)) {
    test(`${part} ${fault}`, async ({ page }) => {
      const place = places()[part];
      const text = readFileSync(`dist/data/${place}`, "utf8");
      await page.route(`**/data/${place}`, (route) => route.fulfill(answer(text)));
      await page.goto("./subnet/64");
      const alert = page.getByRole("alert").filter({ hasText: sentence }).first();
      await expect(alert).toBeVisible();
      // What did arrive stays: with the summary the name is known.
      if (["profile", "history"].includes(part)) await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chutes");
      // Facts that were written into the page stay under the reason.
      else await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText("The ledger could not be opened");

      await page.unroute(`**/data/${place}`);
      // Two panels of a profile are drawn from the history, and each can be asked again.
      const retry = page.getByRole("button", { name: "Try again" });
      for (let panels = await retry.count(); panels > 0; panels--) await retry.first().click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chutes");
      await expect(alert).toBeHidden();
    });
  }
}

const SECOND = /assets\/split_second-\w+\.wasm$/;

test("when the file of the second pages cannot be had they say so, the rest of the site goes on, and a retry opens them", async ({ page, open }) => {
  await page.route(SECOND, (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.goto("./claims");
  const said = page.getByRole("alert").filter({ hasText: "A part of the program did not arrive" });
  await expect(said).toBeVisible();
  await page.getByRole("link", { name: "Subnets", exact: true }).click();
  await expect(page.getByRole("row")).toHaveCount(129);
  await page.getByRole("link", { name: "Network", exact: true }).click();
  await expect(said).toBeVisible();
  await page.unroute(SECOND);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("figure.chart").first()).toBeVisible();
  // The search came in the same file, without being asked for again by hand.
  await open("/claims");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

const WISHES = {
  "the button": (page) => page.getByRole("button", { name: "Search" }).click(),
  "a key": (page) => page.keyboard.press("/"),
};
for (const [wish, make] of Object.entries(WISHES)) {
  test(`a search that is wished for with ${wish} before it is here opens when it has come`, async ({ page }) => {
    let arrive;
    const held = new Promise((resolve) => { arrive = resolve; });
    await page.route(SECOND, async (route) => { await held; await route.continue(); });
    await page.goto("./");
    await ready(page);
    await make(page);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    arrive();
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  });
}

for (const file of ["split_application", "chunk_"]) {
  test(`when the application cannot be had for want of ${file}, what is drawn stays, and the page says why that is all`, async ({ page }) => {
    await page.route(new RegExp(`assets/${file}\\w+-\\w+\\.wasm$|assets/${file}-`), (route) => route.fulfill({ status: 503, body: "busy" }));
    const said = page.getByRole("status").filter({ hasText: "A part of the program did not arrive" });
    for (const address of ["./compare?s=64.r1~4.r1&y=log", "./embed/compare?s=64.r1~4.r1&y=log"]) {
      await page.goto(address);
      await expect(page.locator("figure.chart svg")).toBeVisible();
      await expect(said).toBeVisible();
    }
    // So it does where facts were written at publication, and where there is nothing to see yet.
    await page.goto("./subnet/64");
    await expect(said).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chutes");
    await page.goto("./subnets?q=chutes");
    await expect(said).toBeVisible();
  });
}

for (const address of ["./", "./compare?s=64&y=log", "./subnets?q=chutes"]) {
  test(`a host that stalls is given up after ten seconds: ${address}`, async ({ page }) => {
    await page.route("**/data/latest.json", () => {});
    await page.goto(address);
    await expect(page.getByRole("alert")).toContainText("did not arrive within 10 seconds", { timeout: 14_000 });
  });
}

test("a comparison in a link whose files fail says why, and is drawn at another try", async ({ page }) => {
  const { history } = places();
  await page.route(`**/data/${history}`, (route) => route.fulfill({ status: 503, body: "busy" }));
  await page.goto("./compare?s=64&y=log");
  await expect(page.getByRole("alert")).toContainText("error 503");
  await page.unroute(`**/data/${history}`);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("figure.chart svg").first()).toBeVisible();
});

test("without a connection the page says so", async ({ page }) => {
  await page.route("**/data/latest.json", (route) => route.abort("internetdisconnected"));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("Check your connection");
});

test("an older publication than one seen is refused", async ({ page }) => {
  const seen = publication((parts) => { parts.latest.sequence += 7; });
  await serve(page, seen);
  await page.goto("./");
  await ready(page);
  await page.unroute("**/data/**");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("older publication");
});

test("a format of a later time is named, and old pages do not guess", async ({ page }) => {
  await serve(page, publication((parts) => { parts.latest.format = "subnet-ledger/2"; }));
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("subnet-ledger/2");
});

test("what is new in the files is ignored, and what is unknown is said", async ({ page, open }) => {
  await serve(page, publication(({ latest, root, summary }) => {
    for (const part of [latest, root, summary, summary.ladder, summary.metrics.stars]) part.from_the_future = { deep: [1, "two"] };
    summary.metrics.a_metric_of_tomorrow = summary.metrics.stars;
    summary.metrics.stars.grade = "seen_in_a_dream";
  }));
  await open("/subnets?c=stars");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("128 subnets on 7 Aug 2026");
  await expect(page.getByText(/parts? of the published files could not be used/)).toBeVisible();
});

test("the page works where nothing can be stored", async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
  });
  await open("/subnets");
  await page.getByRole("button", { name: /^Colours/ }).click();
  // The first press shows the other colours than the light ones that the system asks for.
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("row")).toHaveCount(129);
});

test("a storage full of nonsense changes nothing", async ({ page, open }) => {
  await page.addInitScript(() => {
    for (const key of ["theme", "sequence", "highest-sequence", "watchlist"]) localStorage.setItem(key, "\u{202e}{]NaN<script>");
  });
  await open("/subnets");
  await expect(page.getByRole("row")).toHaveCount(129);
});

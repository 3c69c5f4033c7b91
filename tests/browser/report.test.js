// The HTML report as a reader meets it: complete, quiet, usable with and without its script, and deaf to what articles say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { done, findings, open } from "./page.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const stories = ["drina-flood", "ferry-fire", "museum-theft", "pipeline-talks", "tram-opening"];
const story = (name) => ["fixtures/stories/" + name];
const hostile = ["tests/browser/hostile"];
const flat = (text) => text.replace(/\s+/g, " ").trim();

after(done);

const quiet = (seen) => assert.deepEqual(seen, { requests: [], complaints: [] });

// Text of an element, closed parts and all.
const textOf = async (page, selector) => flat(await page.locator(selector).first().evaluate((e) => e.textContent));

for (const name of stories) {
  test(`${name}: every finding of the JSON is on the page`, async () => {
    const report = findings(...story(name));
    const { page, seen } = await open(story(name));
    const texts = new Map(report.claims.map((c) => [c.id, c.text]));
    assert.equal(await page.locator("tr[data-g]").count(), report.groups.length);
    for (const group of report.groups) {
      assert.equal(await page.locator(`[id="f-${group.id}"]`).count(), 1, group.id);
      const row = await textOf(page, `tr[data-g="${group.id}"]`);
      const explanation = report.sources.reduce((text, source, i) => text.replaceAll(source.id, `source ${i + 1}`), group.explanation);
      const sentence = explanation.charAt(0).toUpperCase() + explanation.slice(1);
      // a change is told in order of time instead
      const why = group.status === "changed" ? sentence.split(/[:;]/)[0] : sentence;
      for (const part of [group.label, why, group.status.replace("_", " ")]) assert.ok(row.includes(flat(part)), part);
      for (const id of group.values.flatMap((v) => v.claims.slice(0, 1))) assert.ok(row.includes(flat(texts.get(id))), texts.get(id));
    }
    for (const source of report.sources) {
      const article = await textOf(page, "#articles");
      for (const sentence of source.sentences) assert.ok(article.includes(flat(sentence.text)), sentence.text);
    }
    quiet(seen);
    await page.close();
  });
}

test("every link leads somewhere on the page", async () => {
  for (const name of stories) {
    const { page } = await open(story(name));
    const lost = await page.evaluate(() => [...document.querySelectorAll("a")].map((a) => a.getAttribute("href")).filter((h) => !h.startsWith("#") || !document.getElementById(h.slice(1))));
    assert.deepEqual(lost, []);
    await page.close();
  }
});

test("names of elements are unique", async () => {
  const { page } = await open(story("ferry-fire"));
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((e) => e.id));
  assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
  await page.close();
});

const visible = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((e) => e.checkVisibility()).length);

for (const javaScriptEnabled of [true, false]) {
  test(`filters hide and show again ${javaScriptEnabled ? "with" : "without"} the script`, async () => {
    const { page, seen } = await open(story("ferry-fire"), { javaScriptEnabled });
    assert.equal(await visible(page, "article.card.conflict"), 2);
    await page.locator("#show-conflict").uncheck();
    assert.equal(await visible(page, ".card.conflict, tr.conflict"), 0);
    assert.ok((await visible(page, "tr.compatible")) > 0);
    await page.locator("#show-conflict").check();
    await page.locator("#show-role").uncheck();
    assert.equal(await visible(page, "article.card.conflict"), 1);
    assert.equal(await visible(page, "tr.role"), 0);
    quiet(seen);
    await page.close();
  });
}

test("the count follows the filters", async () => {
  const { page } = await open(story("ferry-fire"));
  const { groups } = findings(...story("ferry-fire"));
  const left = groups.filter((g) => g.kind !== "figure").length;
  await page.locator("#show-figure").uncheck();
  assert.equal(await page.locator("#shown").textContent(), `${left} of ${groups.length} shown`);
  await page.close();
});

test("the base article opens, and cells say how they stand to it", async () => {
  const { page, seen } = await open(story("ferry-fire"));
  const dead = page.locator("tr.conflict.figure").first();
  await page.locator("#base").selectOption("1");
  assert.deepEqual(await page.locator("details.article").evaluateAll((all) => all.map((d) => d.open)), [false, true, false]);
  assert.deepEqual(await dead.locator("td").evaluateAll((all) => all.map((c) => c.dataset.rel)), ["other", "base", "other"]);
  await page.locator("#base").selectOption("0");
  assert.deepEqual(await page.locator("details.article").evaluateAll((all) => all.map((d) => d.open)), [true, false, false]);
  await page.locator("#base").selectOption("");
  assert.equal(await page.locator("[data-rel]").count(), 0);
  quiet(seen);
  await page.close();
});

test("a draft stands first and is the base article", async () => {
  const draft = ["--against", "fixtures/stories/ferry-fire/2-harbour-gazette.txt", ...story("ferry-fire")];
  const { page, seen } = await open(draft);
  const { against } = findings(...draft);
  assert.equal(await page.locator("main > section").first().getAttribute("id"), "draft");
  assert.equal(await page.locator("#draft li.check").count(), against.checks.length);
  assert.equal(await page.locator("#base").inputValue(), "1");
  assert.ok(await page.locator("#s1").evaluate((e) => e.open));
  quiet(seen);
  await page.close();
});

test("a page is printed as wide as its paper, however many its sources", async () => {
  const { page } = await open(["--story", "one", "fixtures/stories"], { viewport: { width: 718, height: 1000 } });
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await page.close();
});

test("a click on a mark shows what the others say, and Escape leads back", async () => {
  const { page, seen } = await open(story("ferry-fire"));
  const mark = page.locator(".article a.m.conflict.figure").first();
  await mark.click();
  const panel = page.locator("#panel");
  assert.ok((await panel.textContent()).includes("Fourteen people lost their lives"));
  await page.keyboard.press("Escape");
  assert.ok(await panel.isHidden());
  assert.ok(await mark.evaluate((e) => e === document.activeElement));
  quiet(seen);
  await page.close();
});

test("without its script a mark leads to the finding, and a closed article opens for a link", async () => {
  const { page } = await open(story("ferry-fire"), { javaScriptEnabled: false });
  await page.locator(".article a.m.conflict.figure").first().click();
  assert.match(page.url(), /#f-/);
  const link = page.locator("article.card a.where").filter({ hasText: "source 2" }).first();
  await link.click();
  assert.ok((await visible(page, "#s1 .text")) > 0);
  await page.close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1400]) {
    test(`no serious barrier, ${colorScheme}, ${width} pixels wide`, async () => {
      for (const name of ["ferry-fire", "drina-flood", "pipeline-talks"]) {
        const { page } = await open(story(name), { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
        await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        const serious = violations.filter((v) => ["serious", "critical"].includes(v.impact));
        assert.deepEqual(serious.map((v) => [v.id, v.nodes[0].html, v.nodes[0].failureSummary]), []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0, "the page is wider than the window");
        await page.close();
      }
    });
  }
}

test("an article's own code does not run, and its text is shown as text", async () => {
  // Without the page's policy too: escaping alone must hold.
  for (const bypassCSP of [false, true]) {
    const { page, seen } = await open(hostile, { bypassCSP });
    await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
    for (const mark of await page.locator(".article .m").all()) if (await mark.isVisible()) await mark.click();
    assert.equal(await page.evaluate(() => globalThis.stolen), undefined);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("img, iframe, object, embed, link, base").count(), 0);
    const attributes = await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith("on") || n === "style"));
    assert.deepEqual(attributes, []);
    const text = await textOf(page, "#articles");
    assert.ok(text.includes("<script>globalThis.stolen = 1</script>"), text);
    assert.ok(text.includes("javascript:globalThis.stolen"), text);
    quiet(seen);
    await page.close();
  }
});

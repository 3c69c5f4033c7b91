// Makes a report and opens it from disk in headless Chromium, with an eye on everything it does.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = process.env.CLAIMDIFF ?? join(root, "target/debug/claimdiff");

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
export const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });

const folder = mkdtempSync(join(tmpdir(), "claimdiff-"));
export const done = async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
};

const claimdiff = (...args) => execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });

// The JSON report of some articles.
export const findings = (...paths) => JSON.parse(claimdiff("--format", "json", ...paths));

// The page of some articles, with what it asked the network for and what it complained of.
export const open = async (paths, options = {}) => {
  const file = join(folder, "report.html");
  claimdiff("--format", "html", "-o", file, ...paths);
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  // a busy machine is slow, not wrong
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const seen = { requests: [], complaints: [] };
  const url = pathToFileURL(file).href;
  page.on("request", (request) => request.url().split("#")[0] === url || seen.requests.push(request.url()));
  page.on("console", (message) => seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  page.on("dialog", async (dialog) => {
    seen.complaints.push("dialog: " + dialog.message());
    await dialog.dismiss();
  });
  await page.goto(url);
  return { page, seen };
};

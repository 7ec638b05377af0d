import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

// The tools are plain JavaScript, because they run before anything is installed: their types are stated here.
interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly failures: string[];
  readonly skipped: string[];
}
interface Served {
  readonly url: string;
  close(): Promise<void>;
}
const { serve, fileIn } = await vi.importActual<{
  serve(folder: string, port?: number): Promise<Served>;
  fileIn(folder: string, url: string): string | null;
}>("./serve.mjs");
const { countCheck, countVitest, countBrowser, sum } = await vi.importActual<{
  countCheck(exitCode: number, title: string): Tally;
  countVitest(report: unknown, exitCode: number): Tally;
  countBrowser(output: string, exitCode: number): Tally;
  sum(tallies: Tally[]): Tally;
}>("./count.mjs");
const { isStale } = await vi.importActual<{ isStale(root: string): boolean }>("./build.mjs");
const { isNewEnough } = await vi.importActual<{ isNewEnough(version: string): boolean }>("./prepare.mjs");
const { findChromium } = await vi.importActual<{
  findChromium(env: object, platform: string, exists: (path: string) => boolean): string | null;
}>("./chromium.mjs");
const { hasScreen } = await vi.importActual<{ hasScreen(platform: string, env: object): boolean }>(
  "./open-browser.mjs",
);
const { firstLoad } = await vi.importActual<{ firstLoad(page: string): string[] }>("./size.mjs");

const folder = mkdtempSync(join(tmpdir(), "ebb-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("serve", () => {
  let served: Served;
  beforeAll(async () => {
    mkdirSync(join(folder, "dist/assets"), { recursive: true });
    writeFileSync(join(folder, "secret.txt"), "secret");
    writeFileSync(join(folder, "dist/index.html"), "<!doctype html>");
    writeFileSync(join(folder, "dist/assets/a-1.wasm"), "wasm");
    served = await serve(join(folder, "dist"));
  });
  afterAll(() => served.close());

  test("gives the page fresh, and built files for good, with their types", async () => {
    const page = await fetch(served.url);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("cache-control")).toBe("no-store");
    const wasm = await fetch(`${served.url}assets/a-1.wasm?url`);
    expect(wasm.headers.get("content-type")).toBe("application/wasm");
    expect(wasm.headers.get("cache-control")).toContain("immutable");
    expect(await wasm.text()).toBe("wasm");
  });

  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/%zz",
  ])("refuses %s", async (path) => {
    expect(fileIn(join(folder, "dist"), path)).toBeNull();
    expect(await statusOf(served.url, path)).toBe(404);
  });

  test("refuses what is not there, a folder, and anything but reading", async () => {
    expect(await statusOf(served.url, "/nothing.js")).toBe(404);
    expect(await statusOf(served.url, "/assets")).toBe(404);
    expect((await fetch(served.url, { method: "POST" })).status).toBe(405);
  });

  test("takes the next port when one is in use", async () => {
    const port = Number(new URL(served.url).port);
    const second = await serve(join(folder, "dist"), port);
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await second.close();
  });
});

describe("count", () => {
  test("a check is one test", () => {
    expect(countCheck(0, "types")).toEqual({ passed: 1, failed: 0, failures: [], skipped: [] });
    expect(countCheck(2, "types")).toEqual({ passed: 0, failed: 1, failures: ["types"], skipped: [] });
  });

  test("vitest: tests, files that did not load, errors outside any test, no report at all", () => {
    const tests = [
      { status: "passed", fullName: "a" },
      { status: "failed", fullName: "b", failureMessages: ["expected 1 to be 2"] },
      { status: "skipped", fullName: "c" },
    ];
    const report = {
      testResults: [{ name: "/somewhere/tests/x.test.ts", status: "failed", assertionResults: tests }],
    };
    expect(countVitest(report, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ["tests/x.test.ts\nb\nexpected 1 to be 2"],
      skipped: ["c"],
    });
    expect(countVitest({ testResults: [{ status: "failed", assertionResults: [] }] }, 1).failed).toBe(1);
    expect(countVitest({ testResults: [] }, 1).failed).toBe(1);
    expect(countVitest(null, 0).failed).toBe(1);
  });

  test("browser: its closing line, its skipped names, a crash without a line", () => {
    const output = "skipped: drops the sample\nbrowser: 4 passed, 0 failed, 1 skipped\n";
    expect(countBrowser(output, 0)).toEqual({
      passed: 4,
      failed: 0,
      failures: [],
      skipped: ["browser: drops the sample"],
    });
    expect(countBrowser(output, 1).failed).toBe(1);
    expect(countBrowser("failed: keys\nbrowser: 4 passed, 1 failed, 0 skipped\n", 1).failures).toEqual([
      "browser: keys",
    ]);
    expect(countBrowser("", 0).failed).toBe(1);
  });

  test("the sum is over all runners", () => {
    expect(sum([countCheck(0, "a"), countCheck(1, "b"), countCheck(0, "c")])).toEqual({
      passed: 2,
      failed: 1,
      failures: ["b"],
      skipped: [],
    });
  });
});

test("the build is stale when a source is newer, and when there is none", () => {
  expect(isStale(folder)).toBe(false);
  writeFileSync(join(folder, "index.html"), "");
  utimesSync(join(folder, "index.html"), new Date(), new Date(Date.now() + 60_000));
  expect(isStale(folder)).toBe(true);
  expect(isStale(join(folder, "nowhere"))).toBe(true);
});

test("the first load is what the page and its scripts name at once, not what they load later", () => {
  const site = mkdtempSync(join(tmpdir(), "ebb-site-"));
  const write = (path: string, text: string) => writeFileSync(join(site, path), text);
  write(
    "index.html",
    `<script type="module" crossorigin src="./a.js"></script><link rel="stylesheet" href="./a.css">`,
  );
  write("a.js", `import{b as x}from"./b.js";import"./c.js";const later=()=>import("./monaco.js");`);
  for (const path of ["b.js", "c.js", "a.css", "monaco.js"]) write(path, "");
  expect(firstLoad(join(site, "index.html")).map((path) => path.slice(site.length + 1))).toEqual([
    "a.js",
    "a.css",
    "b.js",
    "c.js",
  ]);
  rmSync(site, { recursive: true });
});

test("the Node versions that the build tools run on", () => {
  expect(["18.20.0", "20.18.3", "21.7.0", "22.11.0"].filter(isNewEnough)).toEqual([]);
  expect(["20.19.0", "20.20.2", "22.12.0", "24.0.0"].every(isNewEnough)).toBe(true);
});

test("a Chromium is looked for where each system has it, and where CHROMIUM_PATH says", () => {
  const only = (path: string) => (asked: string) => asked === path;
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
  const windows = { PROGRAMFILES: "C:\\Program Files", "PROGRAMFILES(X86)": "C:\\Program Files (x86)" };
  expect(findChromium({}, "darwin", only(mac))).toBe(mac);
  expect(findChromium(windows, "win32", only(edge))).toBe(edge);
  expect(findChromium({}, "linux", only("/usr/bin/chromium"))).toBe("/usr/bin/chromium");
  expect(findChromium({ CHROMIUM_PATH: "/a" }, "linux", only("/usr/bin/chromium"))).toBeNull();
});

test("a browser is opened only where there is a screen and nobody said no", () => {
  expect(hasScreen("linux", {})).toBe(false);
  expect(hasScreen("linux", { DISPLAY: ":0" })).toBe(true);
  expect(hasScreen("darwin", {})).toBe(true);
  expect(hasScreen("darwin", { CI: "true" })).toBe(false);
  expect(hasScreen("win32", { EBB_NO_OPEN: "1" })).toBe(false);
});

// fetch tidies an address before it asks; this asks for exactly what is written.
function statusOf(url: string, path: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

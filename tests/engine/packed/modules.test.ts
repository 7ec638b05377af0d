import { resolveObjectURL } from "node:buffer";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ModulePlace } from "../../../src/engine/packed/manifest";
import { openModules, withPlaces } from "../../../src/engine/packed/runtime/modules";
import { fileAt, ownFetch } from "../../../src/engine/packed/runtime/own-files";
import { packedBytes } from "../../../src/engine/packed/runtime/packed-bytes";

const texts: Readonly<Record<string, string>> = {
  "assets/main.js": `import{a}from"./a.js";const b=()=>import("./b.js");const c=import.meta.url;`,
  "assets/a.js": `export const a="ä";`,
  "assets/b.js": `export{a}from"./a.js";`,
};
const read = async (file: string): Promise<Blob> => {
  if (texts[file] === undefined) throw new TypeError(`not within this page: ${file}`);
  return packedBytes(gzipSync(texts[file]).toString("base64"));
};

function place(file: string, text: string, what: ModulePlace[2], target: string): ModulePlace {
  const from = texts[file]!.indexOf(text);
  return [from, from + text.length, what, target];
}

const files = {
  "assets/main.js": [
    place("assets/main.js", "./a.js", "static", "assets/a.js"),
    place("assets/main.js", `import("./b.js"`, "dynamic", "assets/b.js"),
    place("assets/main.js", "import.meta", "meta", ""),
  ],
  "assets/a.js": [],
  "assets/b.js": [place("assets/b.js", "./a.js", "static", "assets/a.js")],
};

const textAt = async (address: string) => resolveObjectURL(address)!.text();

describe("modules within a page", () => {
  const addressFor = openModules({ files, preload: { file: "assets/p.js", name: "t" } }, read);

  test("an imported module is named by its own address, a later one is asked for, both made once", async () => {
    const text = await textAt(await addressFor("assets/main.js"));
    const [, a] = /from"(blob:[^"]+)"/.exec(text)!;
    expect(await textAt(a!)).toBe(texts["assets/a.js"]);
    expect(a).toBe(await addressFor("assets/a.js"));
    expect(text).toBe(
      `import{a}from"${a}";const b=()=>ebbPacked.load("assets/b.js");const c=({url:"file:///ebb/assets/main.js"}).url;`,
    );
    expect(await textAt(await addressFor("assets/b.js"))).toContain(a);
  });

  test("what is not within the page is said to be missing", async () => {
    await expect(addressFor("assets/gone.js")).rejects.toThrow("not within this page: assets/gone.js");
  });

  test("the module that waits for styles is put in place by the page's own", async () => {
    expect(await textAt(await addressFor("assets/p.js"))).toMatch(/^export const t = .*ebbPacked\.styles/);
  });

  test("places at both ends of a text", () => {
    const places: ModulePlace[] = [
      [0, 1, "meta", ""],
      [2, 3, "meta", ""],
    ];
    expect(withPlaces("abc", places, (_, i) => String(i))).toBe("0b1");
  });
});

describe("fetch within a page", () => {
  const ask = ownFetch(read);

  test("gives the page's own files, unpacked, with their type", async () => {
    const answer = await ask("file:///ebb/assets/a.js?x");
    expect([answer.headers.get("Content-Type"), await answer.text()]).toEqual([
      "text/javascript",
      texts["assets/a.js"],
    ]);
  });

  test.each([
    "https://example.invalid/a.js",
    "file:///etc/passwd",
    "assets/a.js",
    "file:///ebbx/assets/a.js",
  ])("asks nobody for %s", async (address) => {
    expect(fileAt(address)).toBe(null);
    await expect(ask(address)).rejects.toThrow("not within this page");
  });
});

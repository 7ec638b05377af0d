import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

test("every npm command the README names is a script", () => {
  const commands = [...readme.matchAll(/\bnpm (?:run )?([a-z]+)\b/g)].map(([, command]) => command!);
  expect(commands).toContain("start");
  expect(commands).toContain("test");
  expect(commands.filter((command) => !(command in scripts) && command !== "ci")).toEqual([]);
});

test("every script that starts a file finds it", () => {
  const files = Object.values(scripts).flatMap((script) => /^node (\S+)/.exec(script)?.[1] ?? []);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("every relative link of the README leads to a file", () => {
  const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  const relative = links.filter((link) => !/^(https?:|#)/.test(link)).map((link) => link.replace(/#.*$/, ""));
  expect(relative.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});

test("continuous integration calls the README's test command", () => {
  expect(readFileSync(join(root, ".ci/run"), "utf8")).toMatch(/^npm test\b/m);
});

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const page = readFileSync(fileURLToPath(new URL("../../../public/sandbox.html", import.meta.url)), "utf8");
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)![1]!;
const scripts = [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];

test("the frame's policy allows its one script, evaluating, workers of its own, and nothing else", () => {
  expect(scripts).toHaveLength(1);
  const hash = createHash("sha256").update(scripts[0]![2]!).digest("base64");
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'unsafe-eval'`,
    "worker-src blob:",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ]);
});

test("the policy stands before anything that could load", () => {
  const before = page.slice(0, page.indexOf("<meta\n      http-equiv"));
  expect(before).not.toMatch(/<(script|link|img|style)/);
  expect(page).not.toMatch(/\s(src|href)=/);
});

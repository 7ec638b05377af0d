import { expect, test } from "vitest";
import { keptCopies } from "../../../src/cells/session/kept-copies";
import { slot } from "./slots";

const file = (text: string) => new File([text], "sales.csv");

/** What is found now of a copy of which `kept` was noted when it was put there. */
function isDamaged(
  found: File,
  kept: { bytes?: number; sha256?: string },
  sha256?: string | null,
  own = slot(["a"]),
) {
  const copies = keptCopies();
  copies.add({ notebook: "n", table: "sales", file: found, ...kept });
  return copies.isDamaged(found, sha256, own);
}

test("a copy is damaged that has another size or sum than it had, or cannot be read", () => {
  const kept = { bytes: 4, sha256: "s" };
  expect(isDamaged(file("abcd"), kept, "s")).toBe(false);
  expect(isDamaged(file("ab"), kept, "other")).toBe(true);
  expect(isDamaged(file("abcx"), kept, "other")).toBe(true);
  expect(isDamaged(file("abcd"), kept, null)).toBe(true);
  // Too large for a sum: the size alone can tell.
  expect(isDamaged(file("abcd"), { bytes: 4 }, undefined)).toBe(false);
  expect(isDamaged(file("ab"), { bytes: 4 }, undefined)).toBe(true);
});

test("of a copy from before sums were kept the notebook knows what it was", () => {
  const own = { ...slot(["a"]), fileName: "sales.csv", bytes: 4, sha256: "s" };
  expect(isDamaged(file("abcd"), {}, "s", own)).toBe(false);
  expect(isDamaged(file("abcx"), {}, "other", own)).toBe(true);
  expect(isDamaged(file("ab"), {}, undefined, own)).toBe(true);
  expect(isDamaged(file("ab"), {}, "other", { ...own, fileName: "another.csv" })).toBe(false);
});

test("a file that came from elsewhere is never a damaged copy", () => {
  expect(keptCopies().isDamaged(file("ab"), "other", slot(["a"]))).toBe(false);
});

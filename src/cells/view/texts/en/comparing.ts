import { count, number } from "./amounts";

const cells = (n: number) => count(n, { one: "cell", other: "cells" });

interface Counts {
  readonly changed: number;
  readonly left: number;
  readonly right: number;
  readonly moved: number;
  readonly same: number;
}

/** Two notebook files side by side. */
export const comparing = {
  comparing: {
    title: "Compare notebooks",
    menu: "Compare with a file…",
    here: "This notebook",
    noFile: "Another notebook",
    choose: "Choose a file…",
    otherFile: "Another file…",
    open: "Open this one",
    lead: "Nothing of the files runs here, and they stay as they are.",
    empty: "Choose the notebook file to compare with, or drop it here. Of two files, both are compared.",
    equal: "Both say the same.",
    counts: ({ changed, left, right, moved, same }: Counts) =>
      [
        `Cells: ${number.format(changed)} changed`,
        `${number.format(left)} only on the left`,
        `${number.format(right)} only on the right`,
        `${number.format(moved)} moved`,
        `${number.format(same)} alike`,
      ].join(", "),
    status: {
      same: () => "alike",
      added: (side: string | null) => `only in ${side ?? "this notebook"}`,
      removed: (side: string | null) => `only in ${side ?? "this notebook"}`,
      changed: () => "changed",
      moved: () => "moved",
    },
    takes: {
      same: "",
      added: "Add it here",
      removed: "Delete it here too",
      changed: "Take the cell over",
      moved: "Move it here too",
    },
    take: "Take over",
    takeNamed: (what: string) => `Take over: ${what}`,
    taken: "Taken over, without its result: that is to be reckoned here, from the data of this notebook.",
    undone: "Taken back.",
    alike: (n: number) => `${cells(n)} alike`,
    folded: (n: number) => `Show ${count(n, { one: "line", other: "lines" })} alike`,
    result: "The result differs",
    noResult: (side: string) => `${side} has no result of it.`,
    cut: (n: number) => `Only the first ${number.format(n)} characters are put side by side.`,
  },
};

import { count, number } from "./amounts";

export const find = {
  find: {
    title: "Find",
    replaceTitle: "Find and replace",
    close: "Close",
    wanted: "Find",
    by: "Replace with",
    matchCase: "Match case",
    wholeWord: "Whole words",
    isPattern: "Regular expression",
    scope: "Look in",
    scopes: { all: "all cells", selected: "the selected cells", cell: "this cell" },
    name: "name",
    line: (n: number) => `line ${number.format(n)}`,
    choose: (place: string, text: string) => `Replace, ${place}: ${text}`,
    found: (n: number) =>
      n === 0 ? "Nothing found." : `${count(n, { one: "place", other: "places" })} found.`,
    cut: (n: number) =>
      `There are more: the first ${number.format(n)} are shown, and only these are replaced.`,
    replace: (n: number) => `Replace ${count(n, { one: "place", other: "places" })}`,
    replaced: (n: number) =>
      `${count(n, { one: "place", other: "places" })} replaced. Undo takes it back in one step.`,
    wrong: (message: string) => `This is not a regular expression: ${message}`,
    slow: "This regular expression takes too long and was stopped.",
    refused: (why: string) => `The name stays as it is: ${why}.`,
    taken: "something else has the new name already",
    note: "Texts and names of cells are searched, not results.",
    notSearched: (n: number) =>
      `${count(n, { one: "analysis or foreign cell is", other: "analysis or foreign cells are" })} not searched: parameters are chosen, not written.`,
  },
};

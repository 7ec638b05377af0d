import { number, rows } from "./amounts";

export const explorer = {
  explorer: {
    open: "Explore the columns",
    close: "Close the column explorer",
    parts: (column: string) => `${column}: choose what to keep`,
    help: "Arrow keys move, Enter keeps only this, Ctrl+Enter adds it, Shift+arrows take a range, Escape clears",
    part: (what: string, here: number, all: number) =>
      here === all ? `${what}: ${rows(all)}` : `${what}: ${number.format(here)} of ${rows(all)}`,
    missing: "missing",
    nan: "NaN",
    infinite: "infinite",
    empty: "empty text",
    blank: "only blanks",
    noRows: "no rows",
    onlyMissing: "nothing but missing values",
    missingShare: (share: string) => `${share} missing`,
    noneMissing: "none missing",
    ofSample: "Found in a sample of the rows, counted in all of them",
    noneFrequent: "no value is frequent",
    search: (column: string) => `Search the values of ${column}`,
    searchHint: "Search values",
    searching: "Searching…",
    nothingFound: "No value holds this.",
    moreFound: (n: number) => `The ${number.format(n)} most frequent. Search for others.`,
    quantile: (share: number) =>
      share === 0
        ? "smallest"
        : share === 1
          ? "largest"
          : share === 0.5
            ? "median"
            : `${number.format(100 * share)}% are below`,
    quantilesOf: (n: number) => `of ${rows(n)}`,
    about: (value: string) => `about ${value}`,
    range: (from: string, to: string) => `${from} to ${to}`,
    below: (from: string, to: string) => `${from} to below ${to}`,
    chip: (column: string, what: string) => `${column}: ${what}`,
    or: " or ",
    removeFilter: (what: string) => `Remove the filter ${what}`,
    filters: "Filters",
    hint: "Choose bars or values to see only their rows; Ctrl or Shift adds more.",
    kept: (n: number, all: number) => `${number.format(n)} of ${rows(all)}`,
    counting: "Counting…",
    stop: "Stop counting",
    stopped: "Counting was stopped.",
    again: "Count",
    clear: "Clear filters",
    nonePass: "No row passes the filters.",
    insert: "Insert as a cell",
    showSql: "SQL",
    failed: (message: string) => `The columns could not be counted: ${message}`,
    loading: "Counting…",
  },
};

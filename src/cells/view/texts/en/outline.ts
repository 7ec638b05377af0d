export const outline = {
  outline: {
    title: "Outline and dependencies",
    toggle: "Outline and dependencies",
    contents: "Outline",
    dependencies: "Who reads whom",
    empty: "No headings and no cells yet.",
    nothing: "Nothing here reads anything yet.",
    table: "Table",
    disabled: "switched off",
    reads: (names: string) => `reads ${names}`,
    readBy: (names: string) => `read by ${names}`,
  },
};

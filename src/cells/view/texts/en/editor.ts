/** What the code fields say of a person's code. TypeScript's own messages stay in English. */
export const editor = {
  code: {
    format: "Format",
    noNetwork: (name: string) =>
      `no network in a cell: ${name}. Load the file in the data panel, then read it by its name: table("…")`,
    noImport: (module: string) =>
      `nothing can be imported: ${module}. In scope are Plot, d3, sql, table, html, svg, md, analyse, display, view, width, random`,
    noColumn: (column: string, columns: string) => `no such column: ${column}. There are: ${columns}`,
    openHole: "${ needs a } at its end.",
    emptyHole: "Write a name or an expression between ${ and }.",
    cannotFormat: (where: string) => `Cannot be read, so nothing was changed: ${where}`,
    nothingToRename: "There is no name here that could be changed.",
    renamedElsewhere: "This name comes from a table or from the scope, so it is not changed here.",
    noName: (name: string) => `Not a name: ${name}`,
  },
};

import type { ShareWords } from "../../../../src/cells/model/share";

export const words: ShareWords = {
  few: () => "few",
  withheld: "withheld",
  sentence: () => "left out",
  figure: "no figure",
  customers: "customers left out",
  notCounts: /\d+ (?:days|months)|month \d+/,
};

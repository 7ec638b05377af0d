/** A floating number that DuckDB has written, with the names that most programs know for what is no number. */
export function plainNumber(text: string): string {
  switch (text) {
    case "nan":
      return "NaN";
    case "inf":
      return "Infinity";
    case "-inf":
      return "-Infinity";
    default:
      return text;
  }
}

/** Whether every program that reckons with doubles shows the same digits again: 15 are always kept. */
export function isShort(digits: string): boolean {
  return digits.length <= 15 || digits.replace(/^-?0*\.?0*/, "").replace(".", "").length <= 15;
}

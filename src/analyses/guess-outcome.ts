/** Columns that say what became of a customer, by their names. */
const outcome =
  /(^|_)(churn(ed)?|cancel(l?ed|lation)?|lost|left|attrition|renewed|retained|ended|terminated|отток|уш[её]л|ушли|отказ|расторг\p{L}*|продл[её]н\p{L}*|отключ[её]н\p{L}*)(_(at|on|date|reason|flag))?$/u;

/** Whether a column is named like an outcome: an attribute that was only known afterwards. */
export function isOutcomeName(column: string): boolean {
  const plain = column
    .trim()
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_");
  return outcome.test(plain);
}

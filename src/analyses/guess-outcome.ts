const ending = "(_(at|on|date|reason|flag|label|value|status))?$";

/** Columns that say what became of a customer, by their names. */
const leaving = new RegExp(
  `(^|_)(churn(ed)?|cancel(l?ed|lation)?|lost|left|attrition|ended|terminated|отток|уш[её]л|ушли|отказ|расторг\\p{L}*|отключ[её]н\\p{L}*)${ending}`,
  "u",
);
const staying = new RegExp(`(^|_)(renewed|retained|продл[её]н\\p{L}*)${ending}`, "u");

/** How long a customer has been there: those who left stopped counting. */
const tenure =
  /(^|_)(tenure|lifetime|lifespan|customer_age|(days|weeks|months|years)_(active|since\p{L}*|as_customer)|стаж|срок_жизни)(_(days|weeks|months|years|in_days|in_months))?$/u;

/** Whether a column is named like an outcome: an attribute that was only known afterwards. */
export function isOutcomeName(column: string): boolean {
  return isLeavingName(column) || isStayingName(column);
}

/** "Churn", "is_cancelled": yes means that a customer left. */
export function isLeavingName(column: string): boolean {
  return leaving.test(plainName(column));
}

/** "renewed": yes means that a customer stayed. */
export function isStayingName(column: string): boolean {
  return staying.test(plainName(column));
}

/** The outcome in other words: whoever leaves early has little of it, whatever they did. */
export function isTenureName(column: string): boolean {
  return tenure.test(plainName(column));
}

/** Lower case, `_` between words. */
export function plainName(column: string): string {
  return column
    .trim()
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_");
}

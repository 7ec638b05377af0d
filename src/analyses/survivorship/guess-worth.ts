const value =
  /(^|_)(acv|arr|mrr|ltv|clv|revenue|amount|price|value|spend|contract_value|deal|nps|csat|score|rating|reference|case_stud(y|ies)|testimonial|выручк\p{L}*|сумм\p{L}*|чек|цен\p{L}*|стоимост\p{L}*|оценк\p{L}*|рейтинг|кейс\p{L}*|отзыв\p{L}*)(_|$)/u;

/**
 * Whether a column is named like the value of a contract, a score that customers give or a case study: the best by that are those
 * who pay or praise, not those who stay. Spec C14.
 */
export function isNoTenure(column: string): boolean {
  const plain = column
    .trim()
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_");
  return value.test(plain);
}

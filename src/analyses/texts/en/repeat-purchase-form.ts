import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Repeat purchase and leak",
  question: "Which share of first-time buyers buys again, and how many are lost after one purchase?",
  sentence: (params) => {
    const product =
      params.product === null
        ? "Products bought by the same customers: {product}."
        : "Products bought by the same customers: {product}, both by at least {minTogether} of them.";
    return `Of the customers whose first purchase ({rule}) was at least {window} days ago, what share bought again within that time? A purchase is {purchase}. The threshold is {threshold}; two more readings look at the last {recent} days. ${product} Data known until {asOf}.`;
  },
  params: {
    rule: { label: "What counts as a purchase" },
    purchase: {
      label: "A purchase",
      options: { days: "a day with a purchase", orders: "each order" },
    },
    window: { label: "Days to buy again" },
    recent: { label: "Recent days" },
    threshold: { label: "Threshold" },
    product: { label: "Column of products", unset: "not asked" },
    minTogether: { label: "Fewest customers of a pair" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};

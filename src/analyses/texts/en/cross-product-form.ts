import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Leaving one product, then another",
  question: "Do customers who left one product go on to leave another more often than those who kept it?",
  sentence: ({ mode }) => {
    const having =
      mode === "contracts"
        ? "To have a product is counted by {mode}: one in force on the day before, with {grace} days of grace."
        : "To have a product is counted by {mode}: {rule} at least once in the {gap} days before.";
    return `Of customers with two products, told apart by {product}, do those who left one go on to leave the other more often than those who kept it? ${having} Left in the {before} days before {moment}, or kept; the other product left in the {within} days after, or not. The {most} products with most customers; pairs with fewer than {fewest} customers on a side are not tested. Data known until: {asOf}.`;
  },
  params: {
    mode: { label: "Counted by", options: { activity: "use", contracts: "contracts" } },
    product: { label: "Column of the product", unset: "(which column?)" },
    rule: { label: "Relevant activity" },
    gap: { label: "Days without use" },
    grace: { label: "Days of grace" },
    before: { label: "Days in which the first is left" },
    within: { label: "Days in which the other is left" },
    moment: { label: "Moment", unset: "the last day that leaves enough days after it" },
    most: { label: "Most products" },
    fewest: { label: "Fewest customers on a side" },
    asOf: { label: "Data known until", unset: "the end of the data" },
  },
};

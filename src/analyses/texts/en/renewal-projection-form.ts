import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Contractual projection",
  question: "Of customers who renew or leave, how many will still be there later, and what is that worth?",
  sentence: ({ mode, margin, fitTo }) => {
    const from =
      mode === "contracts"
        ? "From {mode}: a renewal every {term} months from a customer's first start; the next contract may begin {grace} days late. Data known until {asOf}."
        : "From {mode}: survivors {survivors} after renewal {renewal}, cohort {cohort}; customers of a cohort at the start: {atStart}.";
    const fitted =
      fitTo === null ? "The model is fitted to {fitTo}" : "The model is fitted to the first {fitTo} renewals";
    const worth = margin === null ? "margin of a term: {margin}" : "a term brings {margin}";
    return `How many customers will still be there {ahead} renewals past the last one seen? ${from} ${fitted}. Later terms are discounted by {discount} each; ${worth}.`;
  },
  params: {
    mode: { label: "Source", options: { contracts: "contracts", columns: "a table of survivors" } },
    term: { label: "Months of a term" },
    grace: { label: "Days a contract may begin late" },
    survivors: { label: "Column of survivors", unset: "choose a column" },
    renewal: { label: "Column of the renewal's number", unset: "choose a column" },
    cohort: { label: "Column of the cohort", unset: "only one" },
    atStart: { label: "Customers at the start", unset: "as the column says" },
    fitTo: { label: "Renewals to fit to", unset: "all renewals seen" },
    ahead: { label: "Renewals ahead" },
    margin: { label: "Margin of a term", unset: "not told" },
    discount: { label: "Discount of a term" },
    asOf: { label: "Data known until", unset: "the day after the last contract start" },
  },
};

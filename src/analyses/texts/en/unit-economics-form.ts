import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Unit economics and leak calculator",
  question: "Does a customer bring more than it costs to win one, and what would change that?",
  sentence: (params) => {
    const survival =
      params.mode === "contracts"
        ? "Of customers as {mode}"
        : params.mode === "activity"
          ? "Of customers as {mode} ({rule}; gone after {gap} days without it)"
          : "Of customers who leave at {mode} ({attrition} a month, measured on {measured})";
    const cac =
      params.mode !== "inputs" && params.spend !== null
        ? "the cost to win one comes from {spend} (its channel: {spendChannel}; the customer's: {channel})"
        : params.mode === "inputs"
          ? "winning one costs {cac}"
          : "winning one costs {cac}, or what the table of spend says: {spend}";
    const ratio =
      params.costRatio === null
        ? "Winning costs so many times what keeping does: {costRatio}."
        : `Winning costs {costRatio} times what keeping does; budget: {budget}${params.budget === null ? "" : ", of which {acquisitionShare} for winning"}.`;
    const referral =
      params.basket === null
        ? "Basket of a referred customer: {basket}."
        : "Basket of a referred customer: {basket}, with {referralDiscount} off for each side.";
    const asOf = params.mode === "inputs" ? "" : " Data known until {asOf}.";
    return `${survival}: what does one bring in {horizon} months at a margin of {margin} a month, discounted by {discount} a month, when ${cac}? ${ratio} ${referral}${asOf}`;
  },
  params: {
    mode: {
      label: "Where survival comes from",
      options: {
        inputs: "one rate",
        contracts: "their contracts show them",
        activity: "their activity shows them",
      },
    },
    rule: { label: "Relevant activity" },
    gap: { label: "Days without activity" },
    attrition: { label: "Attrition a month" },
    measured: { label: "Measured on so many customers", unset: "an unknown number" },
    margin: { label: "Margin a month" },
    spend: { label: "Table of spend", unset: "none" },
    spendChannel: { label: "Channel of the spend", unset: "not told" },
    channel: { label: "Channel of the customer", unset: "not told" },
    cac: { label: "Cost to win a customer" },
    discount: { label: "Discount a month" },
    horizon: { label: "Months" },
    costRatio: { label: "Cost of winning over cost of keeping", unset: "not known" },
    budget: { label: "Budget", unset: "not told" },
    acquisitionShare: { label: "Share of the budget for winning" },
    basket: { label: "Basket of a referred customer", unset: "not told" },
    referralDiscount: { label: "Discount for each side" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};

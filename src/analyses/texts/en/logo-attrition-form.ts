import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Logo attrition and revenue retention",
  question:
    "Of the companies that paid at the start, how many are gone, and how much of their revenue stays?",
  sentence: (params) => {
    const isContracts = params.mode === "contracts";
    const what = isContracts
      ? "with a contract in force and paid"
      : params.mode === "columns"
        ? "with more than nothing in the column of the month ({months})"
        : "with more than nothing in the month";
    const weeks = isContracts && params.grain === "week" ? " ({weeksAnyway})" : "";
    const grace = isContracts ? " Days of grace after a contract ends: {grace}." : "";
    const currency = params.mode === "columns" ? "" : " Currency: {currency}.";
    return `From {mode}, per {grain}${weeks}: of the logos ({logo}) ${what} before the start of {start}, how many are gone at its end, and how much of their MRR is kept?${grace} NRR {reactivation} logos that came back.${currency} Periods shown: {periods}. Data known until {asOf}.`;
  },
  params: {
    mode: {
      label: "Counted from",
      options: {
        contracts: "contracts",
        rows: "a sheet with a row for each logo and month",
        columns: "a sheet with a column for each month",
      },
    },
    logo: {
      label: "The logo is",
      options: { customer: "the customer column", parent: "the parent account" },
    },
    months: { label: "Columns of months", unset: "every column named after a month" },
    grain: { label: "Period", options: { week: "week", month: "month", quarter: "quarter" } },
    weeksAnyway: {
      label: "Weeks for logos",
      options: { false: "weeks are refused for logos", true: "weeks although they say little about logos" },
    },
    grace: { label: "Days of grace" },
    reactivation: { label: "Reactivation in NRR", options: { false: "without", true: "with" } },
    currency: { label: "Currency", unset: "the only one there is" },
    start: { label: "Period", unset: "the last complete period" },
    periods: { label: "Periods shown" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};

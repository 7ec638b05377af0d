import type { FormTexts } from "../form-texts";

export const cohortMatrixForm: FormTexts = {
  title: "Cohort matrix",
  question: "How many customers of each cohort come back, and do newer cohorts keep more of them?",
  sentence: (params) => {
    const measure = params.metric === "customers" ? "{metric}, shown as {show}" : "{metric}";
    const currency = params.metric === "revenue" ? " in the currency {currency}" : "";
    const beside = params.by === "signup" || params.by === "attribute" ? " from {people}" : "";
    const column = params.people === null ? "{attribute}" : "{attributeBeside}";
    const rows =
      params.by === "attribute"
        ? `${beside}, the column ${column}`
        : params.by === "behaviour"
          ? ", {event} at least {times} times in the first {days} days: yes or no"
          : beside;
    const until = params.counting === "brackets" ? "that begin at {brackets}" : "up to number {offsets}";
    const average = params.metric === "customers" ? " Average over the rows: {average}." : "";
    return `Rows by {by}${rows}. Relevant activity: {rule}. In each {window} {grain} after the start, counted {counting} ${until}: ${measure}${currency}. The verdict speaks of number {at}.${average} Data known until {asOf}.`;
  },
  params: {
    metric: {
      label: "Measure",
      options: { customers: "customers who were there", revenue: "their amounts", orders: "their orders" },
    },
    show: { label: "Shown as", options: { retention: "retention", attrition: "attrition" } },
    rule: { label: "Relevant activity" },
    by: {
      label: "Rows by",
      options: {
        activity: "the first relevant activity",
        signup: "sign-up",
        order: "the first order",
        attribute: "what a customer is",
        behaviour: "what was done at first",
      },
    },
    people: { label: "Table of customers", unset: "the same table" },
    attribute: { label: "Column", unset: "a column" },
    attributeBeside: { label: "Column", unset: "a column" },
    event: { label: "Event", unset: "an event" },
    times: { label: "At least so many times" },
    days: { label: "In the first days" },
    grain: { label: "Period", options: { day: "day", week: "week", month: "month" } },
    window: { label: "Kind of period", options: { calendar: "calendar", rolling: "rolling" } },
    counting: {
      label: "Counted",
      options: { on: "in the period itself,", after: "in it or later,", brackets: "in brackets" },
    },
    brackets: { label: "Brackets begin at" },
    offsets: { label: "Last period shown" },
    at: { label: "Period of the verdict", unset: "as is usual" },
    average: {
      label: "Average",
      options: { pooled: "pooled", simple: "simple mean", mixpanel: "weighted as Mixpanel does" },
    },
    currency: { label: "Currency", unset: "there is" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};

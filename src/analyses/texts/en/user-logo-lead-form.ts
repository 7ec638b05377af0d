import type { FormTexts } from "../form-texts";
import { formatsOf } from "../formats";

const { plural } = formatsOf("en");

export const form: FormTexts = {
  title: "Users leave, then the account",
  question: "Do accounts lose their users before they leave, and how long before?",
  sentence: (params) =>
    `Of the accounts with contracts in {contracts} and at least {minSeats} users with {rule}: is an account that loses more than {threshold} of its users in a month gone within {lag} ${plural(Number(params.lag), { one: "month", other: "months" })}? Days of grace after a contract ends: {grace}. Notice given on: {notice}. Data known until {asOf}.`,
  params: {
    contracts: { label: "Table of contracts", unset: "choose a table" },
    rule: { label: "Relevant activity" },
    lag: { label: "Months ahead" },
    minSeats: { label: "At least so many users" },
    threshold: { label: "Share of users lost in a month" },
    grace: { label: "Days of grace" },
    notice: { label: "Column with the day of notice", unset: "not in the data" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};

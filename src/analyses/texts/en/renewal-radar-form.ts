import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Renewal radar",
  question: "Which contracts end soon, and with whom is it time to talk?",
  sentence: (params) => {
    const reviews = params.qbr === null ? "{qbr}" : "{qbr}, due every {qbrDays} days";
    const usage =
      params.usage === null ? "{usage}" : "{usage}, the last {usageDays} days against as many before";
    return `As of {asOf}: which contracts of the logos ({logo}) end, and with which is it time to talk — from {from} to {to} days before the end, urgently below {urgent}? Not renewed counts as overdue for {grace} days. Last business review: ${reviews}. Last contact: {contact}. Usage: ${usage}.`;
  },
  params: {
    logo: {
      label: "The logo is",
      options: { customer: "the customer column", parent: "the parent account" },
    },
    from: { label: "Talk from, days before the end" },
    to: { label: "Talk until, days before the end" },
    urgent: { label: "Urgent below, days" },
    grace: { label: "Days of grace" },
    qbr: { label: "Last business review", unset: "no column" },
    qbrDays: { label: "Business review every, days" },
    contact: { label: "Last contact", unset: "no column" },
    usage: { label: "Log of usage", unset: "no table" },
    usageDays: { label: "Days of usage" },
    asOf: { label: "Today", unset: "the day after the last contract start" },
  },
};

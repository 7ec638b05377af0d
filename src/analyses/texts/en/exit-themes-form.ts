import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Exit themes and silent attrition",
  question: "Why did customers leave, and how many left without a word?",
  sentence: (params) => {
    const lost =
      params.mode === "contracts"
        ? "{mode}: the logos whose contracts are all over for more than {grace} days"
        : "{mode}: every customer of the table has left";
    const contact =
      params.contact === null ? "{contact}" : "{contact}, none in the {contactDays} days before leaving";
    const known = params.mode === "contracts" ? " Data known until {asOf}." : "";
    return `Lost ${lost}, since {since}. What reasons did they give, several separated by {separator}? Last contact: ${contact}. Second coder: {secondCoder}.${known}`;
  },
  params: {
    mode: { label: "Who is lost", options: { contracts: "by contracts", rows: "as listed" } },
    grace: { label: "Days of grace" },
    since: { label: "Lost since", unset: "the beginning" },
    separator: { label: "Separator", unset: "nothing (one reason each)" },
    contact: { label: "Last contact", unset: "no column" },
    contactDays: { label: "Days without contact" },
    secondCoder: { label: "Second coder", unset: "no column" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};

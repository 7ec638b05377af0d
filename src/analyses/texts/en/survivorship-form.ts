import type { FormTexts } from "../form-texts";
import { levers } from "./levers";

export const form: FormTexts = {
  title: "Survivorship check",
  question: "Do the best customers do anything that those who left did not?",
  sentence: (params) => {
    const windows = levers.windows(params);
    if (params.mode !== "columns")
      return `What of this is more frequent among the best than among those who left: {levers}? The best are {best}. ${windows} Ever used and used in time are compared at day {landmark}.`;
    const best = params.tenure === null ? "{tenure}" : "the top quarter of those who stayed by {tenure}";
    const times = Array.isArray(params.firstUse) && params.firstUse.length > 0;
    return `What of this is more frequent among the best than among those who left: {levers}? The best are ${best}. ${windows} Days of first use: {firstUse}${times ? ", followed for the days of {followed}, compared at day {landmark}" : ""}.`;
  },
  params: {
    ...levers.params,
    best: {
      label: "The best",
      options: {
        longest: "the customers who began first and are still there at the end of the data",
        stayed: "all who stayed",
      },
    },
    tenure: { label: "The best by", unset: "all who stayed" },
    firstUse: { label: "Columns with the day of first use", unset: "none" },
    followed: { label: "Days followed", unset: "(which column?)" },
    landmark: { label: "Landmark, day" },
  },
};

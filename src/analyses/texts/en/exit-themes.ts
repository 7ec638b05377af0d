import { form } from "./exit-themes-form";
import type { Theme } from "../../exit-themes/taxonomy";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, list, percent, plural } = formatsOf("en");

const logos = (n: number) => `${count(n)} ${plural(n, { one: "logo", other: "logos" })}`;

export const exitThemes = {
  form,
  theme: {
    roi: "No return today",
    roadmap: "No return in sight (roadmap)",
    adoption: "Adoption or onboarding",
    competitor: "Competitor",
    support: "Support, felt undervalued",
    price: "Price",
    security: "Security",
    misfit: "Not a fit",
    sponsor: "Sponsor left",
    closed: "Business closed",
    other: "Other",
  } satisfies Record<Theme, string>,
  verdict: {
    coverage: (f: { lost: number; told: number; share: string }) =>
      `Of ${logos(f.lost)} that left, ${count(f.told)} said why (${f.share}).`,
    first: (f: { theme: string; n: number; of: number; share: string; interval: string }) =>
      `Most often: ${f.theme} — ${count(f.n)} of ${count(f.of)} (${f.share}; ${f.interval}).`,
    tied: (themes: readonly string[], n: number, of: number) =>
      `Most often, equally: ${list(themes)} — ${count(n)} of ${count(of)} each.`,
    notAll: (f: { theme: string; least: string; most: string }) =>
      `Interviewed is not all lost: among all that left, “${f.theme}” lies between ${f.least} and ${f.most}, depending on the silent.`,
    everybody:
      "Everybody that left was heard; still, what people say is what they choose to say, and interviewed is not all lost where the list itself is not complete.",
    silent: (n: number, days: number) =>
      `${logos(n)} left in silence: no reason, and no contact in the ${count(days)} days before.`,
    nobodyTold: (lost: number) =>
      `This cannot be told: of ${logos(lost)} that left, none has a reason. Interviewed is not all lost, and here nobody was interviewed.`,
    nobodyLost: "This cannot be told: no logo has left.",
    noRows: "This cannot be told: no row of the table could be used.",
  },
  next: {
    found: "Read the interviews of the first theme; numbers say what and how many, never why.",
    silent:
      "Call some of the silent, at random: what they say tells whether the others may be believed for all.",
    nobodyTold: "Ask the last ten that left, and write down a reason for each.",
    nobodyLost: "Check the column of ends, or list the lost ones.",
    code: "Sort the texts into a dozen themes first, one code for each.",
    saturation: "Go on asking: the next interview may well bring a new theme.",
  },
  caveat: {
    coverage: (told: number, lost: number) =>
      `Interviewed is not all lost: ${count(lost - told)} of ${logos(lost)} that left said nothing, and who stays silent may have other reasons.`,
    freeText: (once: number, different: number) =>
      `${count(once)} of ${count(different)} different reasons occur once: this looks like free text. Shares of uncoded texts say little.`,
    new: (share: string) =>
      `About ${share} of the next interviews would bring a theme not named so far: the list is not complete.`,
    undated: (n: number) =>
      `Of ${logos(n)} it is not known when they left; they count, but in no silence before leaving.`,
    currencies: (all: readonly string[]) =>
      `The amounts are in several currencies (${list(all)}), so no MRR is added up.`,
    unknown: (n: number) =>
      `${logos(n)} that left ${plural(n, { one: "has", other: "have" })} no MRR and ${plural(n, { one: "is", other: "are" })} in no sum of it.`,
    several: "A logo may name several themes: their shares add up to more than all.",
    capped: (shown: number, all: number) =>
      `The ${count(shown)} most frequent of ${count(all)} themes are shown.`,
    kappa: (n: number) =>
      `${count(n)} ${plural(n, { one: "theme has", other: "themes have" })} an agreement below 0.6 between the two coders: their counts hang on who coded.`,
  },
  table: {
    title: "Themes",
    theme: "Theme",
    logos: "Logos",
    interviewed: "Said why",
    share: "Share of those",
    interval: "95% interval",
    least: "Of all lost, at least",
    most: "Of all lost, at most",
    mrr: "MRR lost",
    lost: "All lost",
  },
  coverage: {
    title: "Who was heard",
    what: "Logos",
    n: "How many",
    share: "Share of the lost",
    mrr: "MRR",
    lost: "Lost",
    interviewed: "Said why",
    unheard: "Gave no reason",
    silent: (days: number) => `Of them without contact in the last ${count(days)} days`,
  },
  pairs: { title: "Named together", first: "Theme", second: "And", logos: "Logos" },
  agreement: {
    title: (n: number) => `Agreement of two coders (${logos(n)})`,
    theme: "Theme",
    both: "Both",
    first: "First only",
    second: "Second only",
    kappa: "Kappa",
    interval: "95% interval",
    none: "none",
  },
  saturationTable: {
    title: "Themes by number of interviews",
    interviews: "Interviews",
    themes: "Different themes",
  },
  finding: {
    coverage: "Coverage: lost that said why",
    silent: "Silent attrition: no reason, no contact",
    new: "Chance that the next interview brings a new theme",
    newInterval: "Themes named once over interviews (Good–Turing), shown without an interval.",
  },
  who: {
    lost: "Lost",
    interviewed: "Said why",
    unheard: "Gave no reason",
    silent: "Left in silence",
    theme: (name: string) => `Named: ${name}`,
  },
  figure: {
    title: "Why they left, by those who said so",
    caption:
      "The bar is the share of those who said why, the coloured line its 95% interval; a logo may name several themes. The grey line is where the share of all that left could lie, depending on the silent.",
    axis: "Share of those who said why",
    of: (x: string, n: string) => `${x} of ${n}`,
    alternative: (parts: string) => `Share of those who said why: ${parts}.`,
  },
  curve: {
    title: "Do more interviews bring new themes?",
    caption:
      "The curve is the number of different themes that so many interviews bring on average, in any order. Where it is flat, more interviews bring little that is new.",
    x: "Interviews",
    y: "Different themes",
    alternative: (interviews: number, themes: number) =>
      `${count(interviews)} interviews bring ${count(themes)} different themes.`,
  },
  code: { what: "Themes of those who said why they left. SQL counts, this cell draws." },
  method: {
    formula: (f: { theme: string; x: number; told: number; lost: number }) => [
      `share of those who said why = ${count(f.x)} / ${count(f.told)} (“${f.theme}”)`,
      `share of all that left: between ${count(f.x)} / ${count(f.lost)} and (${count(f.x)} + ${count(f.lost - f.told)}) / ${count(f.lost)}`,
    ],
    notes: {
      lost: (grace: number) =>
        `Lost: every contract of the logo is over, the last for ${base.days(grace)} or more. The reasons are those that stand with the contract that ended last.`,
      listed: "Every customer of the table is taken as lost.",
      codes:
        "Common codes in English and Russian are taken as one of eleven themes; any other value is a theme of its own.",
      since: (iso: string) => `Only logos that left on ${day(iso)} or later.`,
      shareNew: (share: number) => `Share of themes named once among interviews: ${percent(share)}.`,
    },
    sources: {
      saturation:
        "Curve of themes: Hurlbert (1971), Ecology 52, 577–586; Colwell, Mao & Chang (2004), Ecology 85, 2717–2727.",
      turing: "Chance of something new: Good (1953), Biometrika 40, 237–264.",
      kappa: "Agreement: Cohen (1960), Educ. Psychol. Meas. 20, 37–46.",
      themes: "Themes after C. Kao, Customer Attrition Analysis and Optimization (2022).",
    },
  },
};

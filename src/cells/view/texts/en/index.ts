import { columns, number, rows, size } from "./amounts";
import { cells } from "./cells";
import { data } from "./data";
import { messages } from "./messages";
import { page } from "./page";

/** Every text of the interface in English. Analyses have their own, `src/analyses/texts/en`. */
export const en = {
  locale: "en" as "en" | "ru",
  count: { rows, columns, number: (n: number) => number.format(n), size },
  ...page,
  ...data,
  ...cells,
  ...messages,
};

export type Texts = typeof en;

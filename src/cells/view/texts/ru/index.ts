import type { Texts } from "../en";
import { columns, number, rows, size } from "./amounts";
import { cells } from "./cells";
import { data } from "./data";
import { messages } from "./messages";
import { page } from "./page";

/** Все тексты интерфейса по-русски. У анализов свои: `src/analyses/texts/ru`. */
export const ru: Texts = {
  locale: "ru",
  count: { rows, columns, number: (n) => number.format(n), size },
  ...page,
  ...data,
  ...cells,
  ...messages,
};

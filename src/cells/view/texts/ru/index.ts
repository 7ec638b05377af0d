import type { Texts } from "../en";
import { columns, number, rows, size } from "./amounts";
import { cells } from "./cells";
import { comparing } from "./comparing";
import { data } from "./data";
import { editor } from "./editor";
import { explorer } from "./explorer";
import { exporting } from "./exporting";
import { files } from "./files";
import { find } from "./find";
import { history } from "./history";
import { importing } from "./import";
import { inputs } from "./inputs";
import { joined } from "./joined";
import { ledger } from "./ledger";
import { levers } from "./levers";
import { messages } from "./messages";
import { output } from "./output";
import { outline } from "./outline";
import { page } from "./page";
import { palette } from "./palette";
import { reading } from "./reading";
import { receipt } from "./receipt";
import { run } from "./run";
import { share } from "./share";

/** Все тексты интерфейса по-русски. У анализов свои: `src/analyses/texts/ru`. */
export const ru: Texts = {
  locale: "ru",
  count: { rows, columns, number: (n) => number.format(n), size },
  ...page,
  ...reading,
  ...receipt,
  ...run,
  ...share,
  ...data,
  ...cells,
  ...comparing,
  ...editor,
  ...explorer,
  ...exporting,
  ...files,
  ...history,
  ...importing,
  ...inputs,
  ...joined,
  ...ledger,
  ...levers,
  ...messages,
  ...outline,
  ...output,
  ...palette,
  ...find,
};

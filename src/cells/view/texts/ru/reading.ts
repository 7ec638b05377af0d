import { count, number } from "./amounts";
import type { Texts } from "../en";

const cells = (n: number) => count(n, { one: "ячейка", few: "ячейки", many: "ячеек", other: "ячейки" });
const lines = (n: number) => count(n, { one: "строка", few: "строки", many: "строк", other: "строки" });

export const reading: Pick<Texts, "reading"> = {
  reading: {
    unreadRows: (n) => `не прочитано: ${lines(n)}`,
    unreadCells: (n) => `оставлено пустыми: ${cells(n)} — не то, что держит столбец`,
    unreadFile: "не прочитано",
    unreadQuery: "Все — запросом",
    line: (line) => `строка файла ${number.format(line)}`,
    row: (row) => `строка таблицы ${number.format(row)}`,
    missing: (n) => `принято за «неизвестно»: ${cells(n)}`,
    missingToken: (column, token, n) =>
      `${column}: ${token === "" ? "(пусто)" : `«${token}»`}, ${count(n, { one: "раз", few: "раза", many: "раз", other: "раза" })}`,
    renamed: (from, to) => `заголовок «${from}» теперь ${to}`,
    emptyHeader: "(пусто)",
    replaced: (n) =>
      `не удалось раскодировать: ${count(n, { one: "знак", few: "знака", many: "знаков", other: "знака" })}, вместо них стоит \ufffd`,
    notes: {
      "encoding-unsure": (encoding) => `По буквам кодировка видна неясно; прочитано как ${encoding}.`,
      "date-order": (column) =>
        `${column}: сначала день или месяц? Подходит и то и другое, поэтому пока это текст.`,
      "mixed-dates": (column) => `${column}: в одном столбце даты нескольких видов.`,
      zone: (column, zone) => `${column}: время показано в часовом поясе ${zone}.`,
      "missing-column": (column) => `${column}: такого столбца в этом файле нет.`,
      "new-column": (column) => `${column}: новый столбец этого файла.`,
      "other-form": (was, is) => `Записан не так, как прежний файл: ${is} вместо ${was}.`,
      "other-style": (column, style) =>
        `${column}: записано не так, как в прежнем файле, и прочитано по-новому: ${style}`,
    },
  },
};

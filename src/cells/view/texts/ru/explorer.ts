import type { Texts } from "../en";
import { number, rows } from "./amounts";

export const explorer: Pick<Texts, "explorer"> = {
  explorer: {
    open: "Изучить столбцы",
    close: "Закрыть изучение столбцов",
    parts: (column) => `${column}: что оставить`,
    help: "Стрелки — перейти, Enter — оставить только это, Ctrl+Enter — добавить, Shift со стрелками — взять диапазон, Escape — снять",
    part: (what, here, all) =>
      here === all ? `${what}: ${rows(all)}` : `${what}: ${number.format(here)} из ${number.format(all)}`,
    missing: "пропуски",
    nan: "NaN",
    infinite: "бесконечность",
    empty: "пустая строка",
    blank: "одни пробелы",
    noRows: "строк нет",
    onlyMissing: "одни пропуски",
    missingShare: (share) => `пропусков ${share}`,
    noneMissing: "без пропусков",
    ofSample: "Найдены в выборке строк, посчитаны по всем строкам",
    noneFrequent: "частых значений нет",
    search: (column) => `Поиск значений: ${column}`,
    searchHint: "Поиск значений",
    searching: "Идёт поиск…",
    nothingFound: "Таких значений нет.",
    moreFound: (n) => `Показаны самые частые: ${number.format(n)}. Остальные — через поиск.`,
    quantile: (share) =>
      share === 0
        ? "наименьшее"
        : share === 1
          ? "наибольшее"
          : share === 0.5
            ? "медиана"
            : `ниже лежат ${number.format(100 * share)} %`,
    quantilesOf: (n) => `по данным: ${rows(n)}`,
    about: (value) => `около ${value}`,
    range: (from, to) => `от ${from} до ${to}`,
    below: (from, to) => `от ${from} до ${to}, не включая`,
    chip: (column, what) => `${column}: ${what}`,
    or: " или ",
    removeFilter: (what) => `Убрать фильтр: ${what}`,
    filters: "Фильтры",
    hint: "Выберите столбики или значения, чтобы видеть только их строки; с Ctrl или Shift — добавить.",
    kept: (n, all) => `${number.format(n)} из ${number.format(all)} строк`,
    counting: "Подсчёт…",
    stop: "Остановить подсчёт",
    stopped: "Подсчёт остановлен.",
    again: "Посчитать",
    clear: "Снять фильтры",
    nonePass: "Под фильтры не подходит ни одна строка.",
    insert: "Вставить ячейкой",
    showSql: "SQL",
    failed: (message) => `Столбцы не удалось посчитать: ${message}`,
    loading: "Подсчёт…",
  },
};

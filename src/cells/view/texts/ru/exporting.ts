import type { Texts } from "../en";
import { count, number, rows } from "./amounts";

const cells = (n: number) => count(n, { one: "ячейка", few: "ячейки", many: "ячеек", other: "ячейки" });

/** Вся таблица в файл или в буфер обмена. */
export const exporting: Pick<Texts, "exporting"> = {
  exporting: {
    button: "Выгрузить",
    underWay: (written, total) =>
      total ? `Выгружается, ${number.format(Math.floor((100 * written) / total))} %` : "Выгружается…",
    title: (table) => `Выгрузка: ${table}`,
    result: (label) => `Результат ${label}`,
    heading: "Выгрузить всю таблицу",
    format: "Вид файла",
    formats: {
      csv: {
        name: "CSV",
        about: "Текст, который читает любая программа. Типы столбцов в нём не сохраняются.",
      },
      xlsx: {
        name: "XLSX",
        about:
          "Книга для Excel и подобных программ. Числа длиннее 15 цифр и время точнее миллисекунды записываются текстом, чтобы не пропала ни одна цифра.",
      },
      tsv: { name: "TSV", about: "Как CSV, но между ячейками табуляция." },
      json: { name: "JSON", about: "Один массив, по объекту на каждую строку." },
      ndjson: { name: "NDJSON", about: "По объекту в строке — для программ, которые читают построчно." },
      parquet: { name: "Parquet", about: "Компактно и со всеми типами — для DuckDB, Python, R и Spark." },
      arrow: { name: "Arrow", about: "Со всеми типами (Feather), сразу читается в Python, R и Arrow." },
    },
    tooLarge: "XLSX не подойдёт: на листе помещается 1 048 575 строк и 16 384 столбца.",
    options: "Как записать текст",
    numbers: "Числа и разделители",
    commaBetween: "1.5, между ячейками запятая",
    semicolonBetween: "1,5; между ячейками точка с запятой",
    decimalPoint: "1.5",
    decimalComma: "1,5",
    mark: "Пометить как UTF-8: без этого Excel путает буквы",
    exact: "Точно как есть, с формулами",
    exactAbout:
      "Иначе перед текстом, который электронная таблица выполнила бы как формулу, ставится апостроф. Числа не меняются.",
    save: (format) => `Сохранить ${format}`,
    copy: { tsv: "Копировать как TSV", markdown: "Копировать как Markdown" },
    tooLong: (most) => `В буфер обмена помещается не больше: ${rows(most)}.`,
    written: (written, total, size) =>
      total ? `${number.format(written)} из ${number.format(total)}, ${size}` : "Начинается…",
    saved: (file, n, size) => `Сохранено в ${file}: ${rows(n)}, ${size}.`,
    copied: (n) => `Скопировано: ${rows(n)}.`,
    neutralised: (n) =>
      `Похожи на формулы и получили апостроф в начале: ${cells(n)}. Чтобы оставить их как есть, отметьте «Точно как есть».`,
    keptAsText: (n) => `Записано текстом, потому что точное значение в книге не помещается: ${cells(n)}.`,
    stopped: "Остановлено. Ничего не сохранено.",
    failed: (message) => `Не получилось: ${message}.`,
    nothingSaved: "Ничего не сохранено.",
    report: {
      from: (label) => `${label}, от`,
      to: (label) => `${label}, до`,
      unfinished: "Не завершено",
      wholeRow: "вся строка",
    },
  },
};

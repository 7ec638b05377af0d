import type { Values } from "../values";

/** What a file is that is no table, by what its beginning says. */
export const noTable = {
  titles: {
    "old-excel": "Это книга Excel старого формата (.xls)",
    "web-page": "Это веб-страница или XML, а не таблица",
    pdf: "Это PDF, а не таблица",
    picture: "Это картинка, а не таблица",
    packed: "Такой архив Ebb не распаковывает",
    sqlite: "Это база данных SQLite",
    "old-feather": "Это файл Feather старого формата",
    prose: "Это сплошной текст без столбцов",
    binary: "Это не текст",
  } as Readonly<Record<string, string>>,
  hints: {
    "old-excel": "Откройте его в табличном редакторе и сохраните как .xlsx или CSV.",
    "web-page":
      "Некоторые выгрузки — веб-страницы, которые только называются .xls. Откройте файл в табличном редакторе и сохраните как .xlsx или CSV.",
    pdf: "Запросите те же строки в CSV, Excel или Parquet.",
    picture: "Запросите те же строки в CSV, Excel или Parquet.",
    packed: "Сначала распакуйте его; zip и gzip Ebb распаковывает сам.",
    sqlite: "Выгрузите из неё таблицу в CSV или Parquet.",
    "old-feather": "Сохраните его как Feather 2 или Parquet.",
  } as Readonly<Record<string, string>>,
  title: (v: Values): string => noTable.titles[v.what ?? ""] ?? "Это не похоже на таблицу",
  hint: (v: Values): string =>
    noTable.hints[v.what ?? ""] ??
    "Ebb читает текст с разделителями, Excel (.xlsx), Parquet, Arrow, JSON и файлы DuckDB: строки под одним заголовком.",
};

import type { Texts } from "../en";

export const editor: Pick<Texts, "code"> = {
  code: {
    format: "Форматировать",
    noNetwork: (name) =>
      `у ячейки нет сети: ${name}. Загрузите файл на панели данных и читайте его по имени: table("…")`,
    noImport: (module) =>
      `импортировать нечего: ${module}. Доступны Plot, d3, sql, table, html, svg, md, analyse, display, view, width, random`,
    noColumn: (column, columns) => `нет такого столбца: ${column}. Есть: ${columns}`,
    openHole: "Не хватает } в конце: ${ не закрыто.",
    emptyHole: "Напишите между ${ и } имя или выражение.",
    cannotFormat: (where) => `Не читается, поэтому ничего не изменено: ${where}`,
    nothingToRename: "Здесь нет имени, которое можно изменить.",
    renamedElsewhere: "Это имя даёт таблица или сама среда, здесь его не изменить.",
    noName: (name) => `Не имя: ${name}`,
  },
};

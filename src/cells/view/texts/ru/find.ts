import type { Texts } from "../en";
import { count, number } from "./amounts";

const places = { one: "место", few: "места", many: "мест", other: "места" };

export const find: Pick<Texts, "find"> = {
  find: {
    title: "Поиск",
    replaceTitle: "Поиск и замена",
    close: "Закрыть",
    wanted: "Найти",
    by: "Заменить на",
    matchCase: "С учётом регистра",
    wholeWord: "Целые слова",
    isPattern: "Регулярное выражение",
    scope: "Где искать",
    scopes: { all: "во всех ячейках", selected: "в выбранных ячейках", cell: "в этой ячейке" },
    name: "имя",
    line: (n) => `строка ${number.format(n)}`,
    choose: (place, text) => `Заменить, ${place}: ${text}`,
    found: (n) => (n === 0 ? "Ничего не найдено." : `Найдено: ${count(n, places)}.`),
    cut: (n) => `Есть и другие: показаны и будут заменены только первые ${number.format(n)}.`,
    replace: (n) => `Заменить: ${count(n, places)}`,
    replaced: (n) => `Заменено: ${count(n, places)}. Отмена вернёт всё за один шаг.`,
    wrong: (message) => `Это не регулярное выражение: ${message}`,
    slow: "Это регулярное выражение выполняется слишком долго, поиск остановлен.",
    refused: (why) => `Имя остаётся прежним: ${why}.`,
    taken: "новое имя уже занято",
    note: "Поиск идёт по тексту и именам ячеек, но не по результатам.",
    notSearched: (n) =>
      `Без поиска: ${count(n, { one: "ячейка", few: "ячейки", many: "ячеек", other: "ячейки" })} с анализом или из других программ: параметры выбирают, а не пишут.`,
  },
};

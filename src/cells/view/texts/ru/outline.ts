import type { Texts } from "../en";

export const outline: Pick<Texts, "outline"> = {
  outline: {
    title: "Содержание и зависимости",
    toggle: "Содержание и зависимости",
    contents: "Содержание",
    dependencies: "Кто что читает",
    empty: "Пока нет ни заголовков, ни ячеек.",
    nothing: "Пока никто ничего не читает.",
    table: "Таблица",
    disabled: "выключена",
    reads: (names) => `читает: ${names}`,
    readBy: (names) => `читают: ${names}`,
  },
};

import { count, number } from "./amounts";
import type { Texts } from "../en";

export const comparing: Pick<Texts, "comparing"> = {
  comparing: {
    title: "Сравнение блокнотов",
    menu: "Сравнить с файлом…",
    here: "Этот блокнот",
    noFile: "Другой блокнот",
    choose: "Выбрать файл…",
    otherFile: "Другой файл…",
    open: "Открыть этот",
    lead: "Из файлов ничего не выполняется, сами они не меняются.",
    empty:
      "Выберите файл блокнота для сравнения или перетащите его сюда. Если файлов два, они сравниваются между собой.",
    equal: "Различий нет.",
    counts: ({ changed, left, right, moved, same }) =>
      [
        `Ячейки: изменено — ${number.format(changed)}`,
        `только слева — ${number.format(left)}`,
        `только справа — ${number.format(right)}`,
        `перенесено — ${number.format(moved)}`,
        `без изменений — ${number.format(same)}`,
      ].join(", "),
    status: {
      same: () => "без изменений",
      added: (side) => (side === null ? "только в этом блокноте" : `только в ${side}`),
      removed: (side) => (side === null ? "только в этом блокноте" : `только в ${side}`),
      changed: () => "изменена",
      moved: () => "перенесена",
    },
    takes: {
      same: "",
      added: "Добавить сюда",
      removed: "Удалить и здесь",
      changed: "Взять эту ячейку",
      moved: "Перенести и здесь",
    },
    take: "Взять",
    takeNamed: (what) => `Взять: ${what}`,
    taken: "Взято без результата: его нужно посчитать здесь, по данным этого блокнота.",
    undone: "Отменено.",
    alike: (n) =>
      `Без изменений: ${count(n, { one: "ячейка", few: "ячейки", many: "ячеек", other: "ячейки" })}`,
    folded: (n) =>
      `Показать ${count(n, { one: "одинаковую строку", few: "одинаковые строки", many: "одинаковых строк", other: "одинаковой строки" })}`,
    result: "Результат отличается",
    noResult: (side) => `Результата нет: ${side}.`,
    cut: (n) =>
      `Рядом показаны только первые ${count(n, { one: "знак", few: "знака", many: "знаков", other: "знака" })}.`,
  },
};

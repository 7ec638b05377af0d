import { count } from "./amounts";
import type { Texts } from "../en";

const files = (n: number) => count(n, { one: "файла", few: "файлов", many: "файлов", other: "файла" });
const lines = (n: number) => count(n, { one: "строка", few: "строки", many: "строк", other: "строки" });

export const joined: Pick<Texts, "joined"> = {
  joined: {
    made: (n, column) => `Одна таблица из ${files(n)}; из какого строка — в столбце ${column}`,
    file: (name, n) => `${name}: ${lines(n)}`,
    lacks: (columns) => `нет ${columns}, в его строках там пусто`,
    lacking: (n) => `не хватает столбцов, которые есть в других: у ${files(n)}`,
    apart: "По таблице на каждый файл",
    offer: (tables) => `Столбцы одинаковые: ${tables}.`,
    join: (n) => `Сделать одну таблицу из ${n}`,
    folder: "Добавить папку",
  },
};

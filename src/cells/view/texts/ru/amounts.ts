import { choosing, counting, sizing } from "../forms";

export const count = counting("ru");
export const size = sizing("ru", ["Б", "кБ", "МБ", "ГБ"]);
export const anyOf = choosing("ru", "«", "»");
export const number = new Intl.NumberFormat("ru");
export const rows = (n: number) => count(n, { one: "строка", few: "строки", many: "строк", other: "строки" });
export const columns = (n: number) =>
  count(n, { one: "столбец", few: "столбца", many: "столбцов", other: "столбца" });

import type { TableSaid, MatchSaid } from "../../id-match/match-report";
import type { idMatch as english } from "../en/id-match";
import { formatsOf } from "../formats";

const { count, list, plural } = formatsOf("ru");

const quoted = (text: string) => `«${text}»`;
const customers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;

function examples({ table, examples: shown }: TableSaid): string {
  return `в таблице ${quoted(table)} — ${list(shown.map(quoted))}`;
}

function alone({ own, beside }: MatchSaid): string {
  const shown = [own, beside].filter((one) => one.examples.length > 0).map(examples);
  return shown.length ? ` Примеры без пары: ${shown.join("; ")}.` : "";
}

export const idMatch: typeof english = {
  quoted,
  none: (said) =>
    said.beside.customers === 0
      ? `Нельзя сказать: в таблице ${quoted(said.beside.table)} не назван ни один клиент, поэтому не нашлось никого из ${customers(said.own.customers)} таблицы ${quoted(said.own.table)}.`
      : `Нельзя сказать: таблицы не сходятся. Из ${customers(said.own.customers)} таблицы ${quoted(said.own.table)} ни одного нет в таблице ${quoted(said.beside.table)}, а из её ${customers(said.beside.customers)} ни одного нет в первой.${alone(said)}`,
  next: "Выберите столбец, в котором обе таблицы называют клиента одинаково, или другую таблицу.",
  few: (said) =>
    `Совпало мало клиентов: из ${customers(said.own.customers)} таблицы ${quoted(said.own.table)} и из ${customers(said.beside.customers)} таблицы ${quoted(said.beside.table)} в обеих есть ${count(said.matched)}.${alone(said)} Если это одни и те же клиенты, записанные по-разному, результат неверен: выберите столбец, в котором обе таблицы называют их одинаково, или другую таблицу.`,
  table: {
    title: "Клиенты, которые есть в обеих таблицах",
    table: "Таблица",
    column: "Столбец",
    customers: "Разных клиентов",
    matched: "Из них есть в другой таблице",
    examples: "Нет в другой таблице, например",
  },
};

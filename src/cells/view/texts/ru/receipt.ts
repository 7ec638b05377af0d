import { count, number, rows } from "./amounts";
import type { Texts } from "../en";

export const receipt: Pick<Texts, "receipt"> = {
  receipt: {
    title: "Из чего посчитано",
    data: "Данные",
    table: (file, n, hash) => [file, rows(n), hash].filter(Boolean).join(", "),
    cellResult: (table) => `результат ячейки ${table}`,
    hash: (digits) => `SHA-256 ${digits}`,
    engine: "Движок",
    code: "Запросы",
    parameters: "Параметры и отборы",
    result: "Результат",
    at: "Посчитано",
    verify: "Проверить",
    verifyHint: "Считает ещё раз по строкам и говорит, вышло ли то же самое",
    running: "Считается ещё раз…",
    failed: "Посчитать ещё раз не удалось; ошибка указана выше.",
    equal: "Совпало: каждое число вышло таким же.",
    close: (n) =>
      `Совпало, кроме последних знаков: ${count(n, { one: "число", few: "числа", many: "чисел", other: "числа" })}. Так бывает у сумм, взятых в другом порядке.`,
    differs: (n) => `Расходится: ${count(n, { one: "место", few: "места", many: "мест", other: "места" })}.`,
    first: (n) => `Первые ${number.format(n)}:`,
    otherData: "Данные другие:",
    otherEngine: "Версия движка другая:",
    otherCode: "Запросы не те, что выполнялись тогда.",
    otherParameters: "Параметры, смысл столбцов или отборы не те, что тогда.",
    place: "Место",
    then: "Тогда",
    now: "Теперь",
  },
};

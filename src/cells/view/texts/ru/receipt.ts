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
    text: "Код",
    above: "Код выше",
    parameters: "Параметры и отборы",
    input: "Поле ввода",
    result: "Результат",
    withheld: "скрыт вместе с малыми группами",
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
    part: "Сверено то, что сохранилось; остальные строки сверить не с чем.",
    varies: "Код берёт случайные числа или текущее время, поэтому новый расчёт вправе отличаться.",
    cannot: "Посчитать ещё раз здесь нельзя:",
    all: {
      title: "Проверка всех результатов",
      nothing: "Здесь нет ячеек, которые выполняются, — проверять нечего.",
      running: (done, of) => `Считается ещё раз: ${number.format(done)} из ${number.format(of)}…`,
      summary: (equal, differs, unknown) =>
        [
          `совпало: ${number.format(equal)}`,
          `расходится: ${number.format(differs)}`,
          `проверить не удалось: ${number.format(unknown)}`,
        ].join(", "),
      states: { waiting: "считается…", equal: "совпало", differs: "расходится", unknown: "не проверено" },
      why: {
        off: "Ячейка или одна из ячеек выше неё выключена.",
        "no-result": "Результата, с которым можно было бы сравнить, не было.",
        "no-receipt":
          "О результате неизвестно, из чего он посчитан: файл сохранён старой версией или часть результата скрыта.",
        blocked: "Одна из ячеек выше не дала результата.",
      },
    },
    place: "Место",
    then: "Тогда",
    now: "Теперь",
  },
};

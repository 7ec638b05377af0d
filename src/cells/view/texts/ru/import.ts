import { count, number, rows } from "./amounts";
import type { Texts } from "../en";

export const importing: Pick<Texts, "importing"> = {
  importing: {
    title: (file) => `Как читается ${file}`,
    open: "Как прочитано",
    another: "Прочитать иначе",
    before: "Прочитать как раньше",
    looking: "Смотрю…",
    cancel: "Отмена",
    done: "Прочитать так",
    file: "Файл",
    entry: "Файл в архиве",
    sheet: "Лист",
    hidden: "скрытый",
    encoding: "Кодировка",
    delimiter: "Разделитель столбцов",
    delimiters: {
      ",": "запятая  ,",
      ";": "точка с запятой  ;",
      "\t": "табуляция",
      "|": "черта  |",
      blanks: "пробелы",
    },
    quote: "Кавычки вокруг текста",
    quotes: { '"': "двойные", "'": "апострофы", "": "нет" },
    header: "Первая строка — названия столбцов",
    skip: "Пропустить строк сверху",
    dropTotals: "Не брать строки итогов в конце",
    nested: "Вложенные значения",
    nestedAs: { text: "текстом", columns: "отдельными столбцами" },
    meaning: "Все столбцы",
    marks: "Числа записаны так",
    marksMixed: "в каждом столбце по-своему",
    order: "В датах сначала идёт",
    orders: { day: "день", month: "месяц", mixed: "в каждом столбце по-своему" },
    zone: "Часовой пояс",
    missing: "Считать неизвестным",
    missingHint: "По одному в строке; для всех столбцов, кроме текстовых.",
    which: "Какие строки",
    rows: { all: "все", first: "только первые", sample: "выборка клиентов" },
    firstCount: "Сколько строк",
    share: "Доля, %",
    by: "Целиком по столбцу",
    sampleHint:
      "Берутся все строки отобранных клиентов, и в файле следующего месяца отберутся те же. Число клиентов тогда — это число в выборке.",
    asTable: "Как будет",
    asFile: "Как в файле",
    first: (n) => `Первые строки: ${number.format(n)}`,
    columnsShown: (from, to, of) =>
      `Столбцы ${number.format(from)}–${number.format(to)} из ${number.format(of)}`,
    previous: "Предыдущие столбцы",
    next: "Следующие столбцы",
    keepAll: "Взять все",
    keepNone: "Снять все",
    name: (header) => `Название столбца ${header}`,
    kept: (name) => `Взять столбец ${name}`,
    type: (name) => `Тип столбца ${name}`,
    style: (name) => `Как записан столбец ${name}`,
    own: (name) => `Неизвестное в столбце ${name}`,
    ownHint: "ещё неизвестное…",
    noHeader: "без заголовка",
    types: {
      text: "текст",
      whole: "целое число",
      number: "число",
      decimal: "точное число",
      boolean: "да или нет",
      date: "дата",
      timestamp: "дата и время",
      stored: "как в файле",
    },
    iso: "ISO",
    unreadCell: (reason, text) => `${reason}: ${text}`,
    unreadRows: (n) => `не читается: ${rows(n)} из показанных`,
    unreadCells: (n) =>
      `не читается и останется пустым: ${count(n, { one: "ячейка", few: "ячейки", many: "ячеек", other: "ячейки" })} из показанных`,
    noRows: "Показывать нечего: строк нет.",
    nothingKept: "Оставьте хотя бы один столбец.",
    twice: (name) => `Два столбца называются ${name}.`,
    size: (file, memory) => `${file}; таблица займёт около ${memory} памяти`,
    tooLarge: (memory, limit) =>
      `Понадобится около ${memory}, а места ${limit}. Возьмите меньше столбцов или часть строк.`,
    held: (file, memory) =>
      `${file} — большой файл: около ${memory} памяти. Выберите, что из него нужно, или прочитайте целиком.`,
    secondsLeft: (n) =>
      `ещё ${count(n, { one: "секунда", few: "секунды", many: "секунд", other: "секунды" })}`,
    minutesLeft: (n) => `ещё ${count(n, { one: "минута", few: "минуты", many: "минут", other: "минуты" })}`,
    readAll: "Прочитать целиком",
    choose: "Выбрать, что читать",
    drift: {
      title: (file) => `Сравнение с файлом ${file}`,
      rows: (before, now) => `было: ${before}, стало: ${now}`,
      period: ({ column, before, now, overlap }) =>
        `${column}: было с ${before.join(" по ")}, стало с ${now.join(" по ")}; ${
          {
            none: "общего времени нет",
            some: "периоды пересекаются",
            whole: "прежний период входит целиком",
          }[overlap]
        }`,
      gone: (names) => `Исчезли столбцы: ${names}`,
      added: (names) => `Новые столбцы: ${names}`,
      renamed: (from, to) => `Возможно, ${to} — это прежний ${from}.`,
      same: "Да, это он",
      retyped: (column, before, now) => `${column}: тип был ${before}, стал ${now}`,
      categories: (column, added, gone) =>
        [
          added.length > 0 && `${column}: новые значения ${added.join(", ")}`,
          gone.length > 0 && `${column}: больше нет значений ${gone.join(", ")}`,
        ]
          .filter(Boolean)
          .join("; "),
      missing: (column, before, now) => `${column}: без значения было ${before} строк, стало ${now}`,
      repeated: (column, n) => `Столбец ${column} не повторялся, теперь есть повторы: ${rows(n)}`,
      uncounted:
        "Содержимое прежнего файла не было посчитано, поэтому сравнить значения, время и пропуски нельзя.",
    },
    beside: {
      line: (file, day) => (day ? `Было (${file}, ${day}):` : `Было (${file}):`),
      otherQuestion: (definition) => `Тогда вопрос был другим: ${definition}`,
      then: "Было",
      now: "Стало",
      verdict: "Результат",
    },
    dayFirst: "Сначала день",
    monthFirst: "Сначала месяц",
    others: (n) =>
      `В этом файле ещё ${count(n, { one: "таблица", few: "таблицы", many: "таблиц", other: "таблицы" })}:`,
    partFirst: (n) => `Взято только начало файла: ${rows(n)}`,
    partSample: (share, by) => `Выборка: ${share} по столбцу ${by}, со всеми их строками`,
  },
};

import type { segments as english, turns as englishTurns } from "../en/segments";
import type { outcomeParamTexts as englishParams } from "../en/segments-form";
import { formatsOf } from "../formats";
import { attrition } from "./attrition";
import { base } from "./base";

const { count, day, list, number, percent, plural } = formatsOf("ru");

const ofCustomers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;

export function outcomeSentence(params: Readonly<Record<string, unknown>>): string {
  const rest = "Данные известны до: {asOf}.";
  const period = params.start === "auto" || params.end === "auto" ? "Длина периода: {period}. " : "";
  const times = `{k} ${plural(Number(params.k), { one: "раза", other: "раз" })}`;
  switch (params.mode) {
    case "status":
      return "Ушедшие определяются по {mode}: это клиенты со статусом {left}.";
    case "contracts":
      return `Ушедшие определяются по {mode}: накануне {start} договор действовал, а накануне {end} — нет. Отсрочка после окончания договора, дней: {grace}. ${period}${rest}`;
    case "interval":
      return `Ушедшие определяются по {mode}. Действие: {rule} — не меньше ${times} за период до {start} и реже с этого дня до {end}. ${period}${rest}`;
    default: {
      const lookback = params.lookback === "days" ? "{lookback} {lookbackDays}" : "{lookback}";
      return `Ушедшие определяются по {mode}. Действие: {rule} — не меньше ${times} за ${lookback} до {start} и реже за такой же срок до {end}. ${period}${rest}`;
    }
  }
}

export const outcomeParamTexts: typeof englishParams = {
  ...attrition.form.params,
  mode: {
    label: "Как считать",
    options: {
      snapshot: "активности на две даты",
      interval: "активности в двух периодах",
      contracts: "договорам",
      status: "столбцу статуса",
    },
  },
  left: { label: "Статус ушедших", unset: "(какое значение?)" },
  people: { label: "Таблица с признаками", unset: "этой таблицы" },
};

export const turns: typeof englishTurns = {
  reversed: "разница меняет знак",
  vanished: "разницы уже не видно",
  smaller: "разница меньше",
  larger: "разница больше",
};

export const segments: typeof english = {
  form: {
    title: "Сегменты",
    question: "Какие клиенты уходят чаще остальных?",
    sentence: (params) =>
      `Уходят ли клиенты в одних сегментах чаще, чем в других, если делить их по столбцам ${params.people === null ? "{by} {people}" : "{byPeople} таблицы {people}"}? ${outcomeSentence(params)} Сегменты, где меньше {fewest} клиентов, и все, кроме {most} самых больших, объединяются. Рейтинг по сглаженным долям: {shrink}.`,
    params: {
      ...outcomeParamTexts,
      by: { label: "Столбцы", unset: "(каким?)" },
      byPeople: { label: "Столбцы", unset: "(каким?)" },
      fewest: { label: "Меньше всего клиентов в сегменте" },
      most: { label: "Больше всего сегментов в столбце" },
      shrink: { label: "Сглаженные доли", options: { true: "да", false: "нет" } },
    },
  },
  others: "(прочие)",
  unknown: "(неизвестно)",
  of: (x, n) => `${x} из ${n}`,
  named: (column, level) => `${column}: ${level}`,
  verdict: {
    overall: (x, n, rate, interval) =>
      `Из ${ofCustomers(n)} ${plural(x, { one: "ушёл", other: "ушли" })} ${count(x)}: ${rate} (${interval}).`,
    apart: (f) =>
      `«${f.name}»: ушли ${f.rate} против ${f.rest} у всех остальных, это на ${f.by} ${f.more ? "больше" : "меньше"} (${f.interval}).`,
    natural: (one, other) => `Это ${one} против ${other}.`,
    chance: (tests) =>
      `Различия между сегментами укладываются в случайный разброс: из ${count(tests)} ${plural(tests, { one: "сравнения", other: "сравнений" })} не выделяется ни одно.`,
    noGroups: (fewest) =>
      `Нельзя сказать: ни один столбец не делит клиентов на две группы хотя бы по ${count(fewest)}.`,
    nobodyLeft: (n) => `Нельзя сказать: из ${ofCustomers(n)} не ушёл никто, и сегменты нечем сравнивать.`,
    everybodyLeft: (n) => `Нельзя сказать: из ${ofCustomers(n)} ушли все, и сегменты нечем сравнивать.`,
    noLeft: "Пока нельзя сказать: не указано, какой статус означает, что клиент ушёл.",
    noSuchStatus: (left) => `Нельзя сказать: ни у одного клиента нет статуса «${left}».`,
    noStatus: "Нельзя сказать: ни у одного клиента нет однозначного статуса.",
  },
  next: {
    found: "Выясните, что ещё общего у этих клиентов: сравнение показывает, кто уходит, а не почему.",
    reversal: "Прежде чем действовать, посмотрите на разницу среди схожих клиентов.",
    chance: "Возьмите период длиннее или меньше сегментов покрупнее.",
    small: "Возьмите период длиннее или снизьте порог размера сегмента.",
    left: "Выберите значение в предложении выше; какие бывают, видно в таблице.",
    nobody: "Возьмите период длиннее или проверьте правило, по которому клиент считается ушедшим.",
  },
  caveat: {
    reversal: (f) =>
      `«${f.name}»: среди клиентов, схожих по столбцу ${f.by}, ${turns[f.kind]}: не ${f.crude}, а ${f.adjusted} (${f.interval}).${f.also.length ? ` Больше чем на треть она меняется и среди схожих по столбцам: ${list(f.also)}.` : ""}`,
    leak: (column) =>
      `«${column}» почти точно указывает, кто ушёл: похоже, это сам исход под другим именем или запись, сделанная задним числом. В вывод столбец не входит.`,
    static:
      "У признаков нет даты: они могли быть записаны уже после ухода. Признак, который меняется вместе с уходом, ничего не предсказывает.",
    late: (column, n, all) =>
      `У ${count(n)} из ${ofCustomers(all)} к началу периода в столбце ${column} ничего не было; взято первое более позднее значение, а оно может быть следствием ухода.`,
    changed: (column, n, all) =>
      `У ${count(n)} из ${ofCustomers(all)} значение столбца ${column} изменилось внутри периода; взято то, что было в начале.`,
    unknown: (column, n, all, rate, rest) =>
      `У ${count(n)} из ${ofCustomers(all)} нет значения в столбце ${column}: среди них ушли ${rate}, среди остальных — ${rest}. Пропуск — не сегмент, но если доли расходятся, то и пропуски не случайны.`,
    overlap: (a, b, v) =>
      `«${a}» и «${b}» тесно связаны (V Крамера ${v}): различия по ним — не два отдельных вывода.`,
    small: (names) => `Малая выборка: ${list(names)}. Несколько клиентов больше или меньше сдвинули бы долю.`,
    contradictory: (n) => `Два разных статуса в таблице без дат: ${base.customers(n)}. Они не учтены.`,
    noStatus: (n) => `Без статуса: ${base.customers(n)}. Они не учтены.`,
  },
  finding: {
    overall: "Ушли, из всех",
    tests: "Сегментов сравнено с остальными",
    left: "Ушедших клиентов",
    strongest: (column) => `Насколько ${column} связан с уходом (V Крамера)`,
    noIntervalOfV: "Мера связи от 0 до 1, показана без интервала.",
  },
  table: {
    title: "Сегменты",
    column: "Столбец",
    segment: "Сегмент",
    customers: "Клиенты",
    lost: "Ушли",
    attrition: "Доля ушедших",
    interval: "95 %-ный интервал",
    rest: "У остальных",
    difference: "Разница, п. п.",
    differenceInterval: "95 %-ный интервал, п. п.",
    p: "p",
    q: "q",
    dimensions: "Столбцы целиком",
    levels: "Разных значений",
    chiSquare: "Хи-квадрат",
    df: "Степени свободы",
    cramerV: "V Крамера",
    overlaps: "Насколько столбцы связаны друг с другом",
    a: "Столбец",
    b: "Другой столбец",
    reversals: "Различия среди схожих клиентов",
    by: "Схожи по",
    crude: "Как есть, п. п.",
    adjusted: "Среди схожих, п. п.",
    adjustedInterval: "95 %-ный интервал, п. п.",
    shrunken: "Рейтинг по сглаженным долям",
    steadied: "Сглаженная доля",
    statuses: "Статусы",
    status: "Статус",
    bands: "квартили",
  },
  figure: {
    title: "Кто уходит: по сегментам",
    caption: (columns) =>
      `Точки — доля ушедших в каждом сегменте, линии — 95 %-ные интервалы (Уилсон). Пунктир — все клиенты вместе. ${columns > 1 ? "Под каждым заголовком одни и те же клиенты. " : ""}Серым: объединённые и неизвестные.`,
    alternative: (f) =>
      `Из всех клиентов ушли ${f.overall}${f.ends ? `; больше всего — ${f.ends.highest}, ${f.ends.rate}, меньше всего — ${f.ends.lowest}, ${f.ends.least}` : ""}.`,
    axis: "Доля ушедших",
    overall: (rate) => `все ${rate}`,
    funnel: {
      title: (column) => `Больше ли это случайного разброса? ${column}`,
      caption:
        "Каждая точка — сегмент. Если бы у всех был один и тот же риск уйти, между внутренними линиями лежало бы 95 % точек, между внешними — 99,8 % (точные биномиальные границы).",
      alternative: (f) => `За внешними границами: ${count(f.outside)} из ${count(f.n)} сегментов.`,
      x: "Клиентов в сегменте",
      y: "Доля ушедших",
    },
  },
  method: {
    overall: (x, n, rate) => `доля = ушедшие / клиенты = ${count(x)} / ${count(n)} = ${rate}`,
    apart: (f) =>
      `${f.name}: ${count(f.x)} / ${count(f.n)} − ${count(f.restX)} / ${count(f.restN)} = ${f.by}, 95 %-ный интервал Ньюкомба ${f.interval}`,
    tests: (tests) =>
      `сравнений в одном семействе: ${count(tests)}; q — это p с поправкой Бенджамини — Хохберга, при q меньше 5 % различие выделяется`,
    notes: {
      rest: "Каждый сегмент сравнивается со всеми клиентами, которые в него не входят: эти два множества не пересекаются.",
      test: "p — по хи-квадрату Пирсона, а где в клетке ожидается меньше 5 — по точному критерию Фишера.",
      moment: (iso) => `Признак берётся таким, каким он был перед ${day(iso)}, началом периода.`,
      last: "Рядом со статусом берётся последнее известное значение признака.",
      bands: (columns) =>
        `${list(columns)}: числа со многими значениями поделены по квартилям значений клиентов; равные значения не разделяются.`,
      held: (columns) =>
        `Различия из вывода проверены по столбцам: ${list(columns)}. Сравнивались схожие клиенты (Мантель — Хензель) там, где столбец связан с сегментом (V Крамера больше ${number(0.1)}). Сказано, если знак меняется или размер сдвигается больше чем на ${percent(0.3)}.`,
      shrunken:
        "Сглаженная доля лежит между собственной долей сегмента и общей долей столбца, тем ближе к общей, чем меньше клиентов.",
      association: "Сегменты отличаются сразу многим: видно, кто уходит, но не из-за чего.",
    },
    sources: {
      newcombe: "Разность двух долей: Newcombe (1998), Stat. Med. 17, 873–890, метод 10.",
      fisher: "Малые ожидаемые числа: Fisher (1935), J. R. Statist. Soc. 98, 39–54.",
      bh: "Много сравнений: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
      mh: "Внутри слоёв: Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22, 719–748; интервал: Sato (1989), Biometrics 45, 1323–1324.",
      shrink: "Сглаженные доли: бета-биномиальная модель, метод моментов.",
      funnel: "Воронка: Spiegelhalter (2005), Stat. Med. 24, 1185–1202.",
    },
  },
  who: {
    all: "Все клиенты",
    lost: "Ушедшие",
    inSegment: (segment) => segment,
    lostIn: (segment) => `Ушедшие, ${segment}`,
  },
  code: {
    what: "Доля ушедших в каждом сегменте с интервалом. SQL считает, эта ячейка рисует.",
    lines: "Строка на заголовок и на сегмент; две доли одной строки лежат друг над другом.",
    room: "Место для подписей с обеих сторон — по самой длинной; длинные обрезаются.",
  },
};

import type { Grain } from "../../calendar";
import type { RuleCondition } from "../../rule";
import type { base as english } from "../en/base";
import { formatsOf } from "../formats";
import { naturalFrequency } from "../natural-frequency";

const { count, day, dayShort, list, month, monthShort, number, percent, plural, points } = formatsOf("ru");

export const base: typeof english = {
  level: {
    certain: "Точно",
    likely: "Похоже",
    "cannot-tell": "Нельзя сказать",
    refused: "Отказ",
  },
  interval: (low, high) => `от ${bare(low, high)} до ${high}`,
  noBase: "нет базы",
  none: "–",
  yes: "да",
  no: "нет",
  noInterval: {
    count: "Это подсчёт, а не оценка.",
    noBase: "Нет базы: долю не от чего считать.",
    ratio: "Отношение двух подсчётов; показано без интервала.",
  },
  ofBase: (x, n) => `${count(x)} из ${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`,
  thatIs: (share, n) => {
    const said = naturalFrequency(share);
    return said.form === "of" && said.total > n ? "" : `Это ${base.natural(share)}.`;
  },
  natural: (share) => {
    const said = naturalFrequency(share);
    switch (said.form) {
      case "none":
        return "ни один из них";
      case "all":
        return "все до одного";
      case "one-in":
        return `${said.exact ? "" : "примерно "}каждый ${ordinals[said.each] ?? count(said.each)}`;
      case "of":
        return `${said.exact ? "" : "примерно "}${count(said.count)} из ${count(said.total)}`;
      case "fewer-than-one-of":
        return `меньше одного из ${count(said.total)}`;
    }
  },
  points: (difference) => `${points(difference)} п. п.`,
  customers: (n) =>
    `${count(n)} ${plural(n, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" })}`,
  rows: (n) => `${count(n)} ${plural(n, { one: "строка", few: "строки", many: "строк", other: "строки" })}`,
  days: (n) => `${number(n, 1)} ${plural(n, { one: "день", few: "дня", many: "дней", other: "дня" })}`,
  grain: { week: "неделя", month: "месяц", quarter: "квартал" },
  period: (opens: string, grain: Grain): string => {
    switch (grain) {
      case "week":
        return `неделя с ${day(opens)}`;
      case "month":
        return `${month(opens)}`;
      case "quarter":
        return `${roman[quarterOf(opens)] ?? ""} квартал ${opens.slice(0, 4)} года`;
    }
  },
  periodShort: (opens, grain) => {
    switch (grain) {
      case "week":
        return dayShort(opens);
      case "month":
        return monthShort(opens);
      case "quarter":
        return `${roman[quarterOf(opens)] ?? ""} кв. ${opens.slice(0, 4)}`;
    }
  },
  inPeriod: (opens, grain) =>
    grain === "week" ? `за неделю с ${day(opens)}` : `за ${base.period(opens, grain)}`,
  state: { complete: "завершён", "in progress": "идёт", "not observed": "не наблюдался" },
  rule: (rule) => {
    const events = list(rule.events);
    const what =
      rule.form === "any" || rule.events.length === 0
        ? "любое действие"
        : rule.form === "listed"
          ? rule.events.length === 1
            ? `«${events}»`
            : `любое из: ${events}`
          : `любое действие, кроме ${events}`;
    const conditions = rule.conditions.map(condition);
    return [
      what,
      ...(conditions.length ? [`где ${list(conditions)}`] : []),
      ...(rule.minPerDay > 1 ? [`не меньше ${count(rule.minPerDay)} в день`] : []),
      ...(rule.after ? [`не позже ${number(rule.after.withinHours)} ч после ${rule.after.event}`] : []),
    ].join(", ");
  },
  rowsTable: {
    title: "Строки: сколько вошло и сколько вышло",
    step: "Шаг",
    rows: "Строк",
    total: "В таблице",
    used: "Использовано",
    why: {
      "no-customer": "Нет кода клиента",
      "no-time": "Нет даты",
      "infinite-time": "Бесконечная дата",
      "not-relevant": "Не подходят под правило",
      refund: "Возврат: сумма отрицательна",
      "empty-contract": "Договор нулевой длины",
      "end-before-start": "Договор кончается раньше, чем начинается",
      "after-as-of": "Позже дня, до которого известны данные",
      "too-few-a-day": "Слишком мало за день или не следует за другим действием",
    },
    duplicates: "Полных повторов среди всех строк (оставлены)",
  },
  rowsNote: ({ total, used }) => `Использовано ${count(used)} из ${count(total)} строк.`,
  caveat: {
    smallSample: (x, n) =>
      n < 30
        ? `Малая выборка: ${count(x)} из ${count(n)}. Интервал широк: несколько клиентов больше или меньше сдвинули бы долю.`
        : `Мало случаев: по одну сторону всего ${count(Math.min(x, n - x))} из ${count(n)}. Несколько больше или меньше — и их доля изменится в разы.`,
    gapLonger: (lookbackDays, p80) =>
      `Окно — ${count(lookbackDays)} дн., а у каждого пятого клиента обычный перерыв длиннее ${number(p80, 1)} дн. Здоровые, но редкие клиенты попадут в ушедшие.`,
    loginsOnly:
      "Правило учитывает только входы, просмотры или рассылки. Войти можно и ничего полезного не сделать: выберите действия, в которых есть ценность для клиента.",
    noTime: (n, all) =>
      `У ${count(n)} из ${count(all)} клиентов (${percent(n / all)}) нет пригодной даты: неизвестно, с какого времени они с вами. Они не учтены.`,
    noCustomer: (n, all) =>
      `В ${count(n)} из ${count(all)} строк (${percent(n / all)}) нет кода клиента; они не учтены.`,
    duplicates: (n) =>
      `${count(n)} ${plural(n, { one: "строка полностью повторяет", few: "строки полностью повторяют", many: "строк полностью повторяют", other: "строки полностью повторяют" })} другую. Они оставлены; на доли клиентов это не влияет, если не требуется несколько действий.`,
    afterAsOf: (n) =>
      `${base.rows(n)} со дня, до которого известны данные, и позже не ${plural(n, { one: "используется", other: "используются" })}: этот день может быть неполным.`,
    asOfAuto: (iso) =>
      `Считаем, что данные известны до ${day(iso)} — дня после начала последнего договора. Если выгрузка новее, укажите её день.`,
  },
  weeks: {
    monday: "Недели — с понедельника по воскресенье.",
    sunday: "Недели — с воскресенья по субботу.",
  },
  sources: {
    wilson:
      "Интервал для доли: Wilson (1927), J. Amer. Statist. Assoc. 22, 209–212; метод 3 у Newcombe (1998), Stat. Med. 17, 857–872.",
    laney:
      "Контрольные границы с учётом собственного разброса базы: Laney (2002), Quality Engineering 14, 531–537.",
    logistic:
      "Тренд: логистическая регрессия с кластерами по клиентам, Liang & Zeger (1986), Biometrika 73, 13–22.",
    quantile: "Квантили типа 7: Hyndman & Fan (1996), Amer. Statist. 50, 361–365.",
    formula: "Формула: C. Kao, Customer Attrition Analysis and Optimization (2022).",
    noble: "Пример с июлем и августом: S. Noble, Defining churn (2011).",
    lifecycle:
      "Новые, удержанные, вернувшиеся и уснувшие — в том смысле, какой принят в продуктовой аналитике.",
  },
};

const ordinals = [
  "",
  "",
  "второй",
  "третий",
  "четвёртый",
  "пятый",
  "шестой",
  "седьмой",
  "восьмой",
  "девятый",
  "десятый",
];
const roman = ["", "I", "II", "III", "IV"];

// «от 19,2 до 20,8 %»: the unit once, after both.
function bare(low: string, high: string): string {
  const unit = /[\s\u00a0\u202f]?(%|п\. п\.)$/u;
  return unit.exec(low)?.[1] === unit.exec(high)?.[1] ? low.replace(unit, "") : low;
}

function condition({ column, operator, value }: RuleCondition): string {
  const sign = { ">=": "≥", "<=": "≤", "=": "=", "<>": "≠" }[operator];
  return `${column} ${sign} ${typeof value === "number" ? number(value, 6) : value}`;
}

function quarterOf(opens: string): number {
  return Math.floor((Number(opens.slice(5, 7)) - 1) / 3) + 1;
}

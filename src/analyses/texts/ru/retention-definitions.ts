import type { retentionDefinitions as english, Asked } from "../en/retention-definitions";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, number, plural } = formatsOf("ru");

const ofDays = (n: number) => `${count(n)} ${plural(n, { one: "дня", other: "дней" })}`;
const windows = { day: "24 часа", week: "7 дней", month: "30 дней" };
const units = { day: "день", week: "неделя", month: "месяц" };
const calendar = { day: "календарные дни", week: "календарные недели", month: "календарные месяцы" };
const that = { day: "Тот календарный день", week: "Та календарная неделя", month: "Тот календарный месяц" };
const inThat = { day: "в тот день", week: "в ту неделю", month: "в тот месяц" };
const inOther = { day: "в другой день", week: "в другую неделю", month: "в другой месяц" };
const each = { day: "каждый день", week: "каждую неделю", month: "каждый месяц" };
const anyOne = { day: "любой день", week: "любую неделю", month: "любой месяц" };
const active = {
  day: "Каждый активный день — начало",
  week: "Каждая активная неделя — начало",
  month: "Каждый активный месяц — начало",
};
const otherDay = { monday: "понедельника", sunday: "воскресенья" };
const hours = (zone: number) => `${zone > 0 ? "+" : "−"}${number(Math.abs(zone), 2)} ч`;

export const retentionDefinitions: typeof english = {
  form: {
    title: "Удержание по определениям других инструментов",
    question: "Почему число не такое, как в другом инструменте?",
    sentence: () =>
      "Какая доля клиентов с целевым действием ({rule}) возвращается по каждому определению: {grain} {k}? Часы идут вперёд на столько часов: {zone}. Диапазон дат начинается с: {from}. Отток за {month}; ушедшим считается тот, от кого ничего не слышно дней: {gap}. Данные известны до: {asOf}.",
    params: {
      rule: { label: "Целевое действие" },
      grain: { label: "Период", options: { day: "день", week: "неделя", month: "месяц" } },
      k: { label: "Какой период после первого" },
      zone: { label: "Сдвиг часов" },
      from: { label: "Начало диапазона другого инструмента", unset: "первого дня (без диапазона)" },
      month: { label: "Месяц оттока", unset: "последний полный месяц" },
      gap: { label: "Дней тишины" },
      asOf: { label: "Данные известны до", unset: "последнего полного дня" },
    },
  },
  period: ({ grain, k }) => `${units[grain]} ${count(k)}`,
  name: (id, { grain, zone, from, other }) =>
    ({
      ours: `Наше: ${calendar[grain]}, все вместе`,
      rolling: `Окна по ${windows[grain]}`,
      after: `${that[grain]} или позже`,
      "rolling-after": `То окно в ${windows[grain]} или позже`,
      week: `Недели с ${otherDay[other]}`,
      all: `Активны ${each[grain]} этого срока`,
      any: "Активны хотя бы раз за этот срок",
      shifted: `Часы сдвинуты на ${hours(zone)}`,
      simple: "Простое среднее когорт",
      weighted: "Когорты дважды взвешены по размеру",
      recurring: active[grain],
      ranged: from === "auto" ? "" : `Впервые замечены с ${day(from)}`,
    })[id],
  says: (id, { other }) =>
    ({
      ours: "Ebb",
      rolling: "Amplitude (N-day), Mixpanel («on»)",
      after: "PostHog («on or after»)",
      "rolling-after": "Mixpanel по умолчанию, Amplitude («on or after»)",
      week: other === "sunday" ? "Google Analytics 4 (standard)" : "недели ISO 8601",
      all: "Google Analytics 4 (rolling)",
      any: "Google Analytics 4 (cumulative)",
      shifted: "инструмент с другим часовым поясом",
      simple: "PostHog (simple mean), электронные таблицы",
      weighted: "Mixpanel (weighted average)",
      recurring: "PostHog (recurring)",
      ranged: "Heap",
    })[id],
  why: (id, { grain, zone, from, other }: Asked) =>
    ({
      ours: `Отсчёт — от календарного периода (${units[grain]}), в котором клиент замечен впервые; вернулся тот, кто активен именно ${inThat[grain]}, из всех, у кого этот период закончился.`,
      rolling: `У каждого клиента свои часы: окна по ${windows[grain]} от самого первого события, поэтому клиент может попасть не в то окно, что по календарю.`,
      after: `Вернувшийся позже тоже считается, поэтому доля не может быть ниже; у новых когорт на это было меньше времени.`,
      "rolling-after": `Окна по ${windows[grain]} от первого события, и вернувшийся позже тоже считается.`,
      week: `Недели начинаются с ${otherDay[other]}: кто впервые замечен или вернулся в день между двумя началами, попадает в другую неделю.`,
      all: `Только те, кто был активен ${each[grain]} этого срока, без пропусков${googleWeeks(grain)}.`,
      any: `Достаточно вернуться один раз, в ${anyOne[grain]} этого срока${googleWeeks(grain)}.`,
      shifted: `Если часы отличаются на ${hours(zone)}, события около полуночи попадают ${inOther[grain]}. Это постоянный сдвиг, а не пояс с летним временем.`,
      simple:
        "Каждая когорта весит одинаково, сколько бы в ней ни было клиентов; у нас одинаково весит каждый клиент.",
      weighted:
        "По документации и вернувшиеся, и все клиенты когорты умножаются на размер когорты: крупные когорты весят как квадрат размера.",
      recurring: `Отсчёт начинается заново ${each[grain]}, когда клиент активен, поэтому частые клиенты считаются много раз.`,
      ranged:
        from === "auto"
          ? ""
          : `Первым считается первое событие в диапазоне с ${day(from)}: давние клиенты выглядят новыми.`,
    })[id],
  churnName: {
    lost: "Наше: потерянные из бывших на начало",
    standard: "Без пришедших и вернувшихся за месяц",
    subscribers: "Все потери к началу и новым",
    events: "Все потери к началу",
    "events-before": "Все потери бывших на начало",
    midpoint: "Все потери к середине",
  },
  churnSays: {
    lost: "Ebb, как в «Оттоке клиентов»",
    standard: "ChartMogul (standard)",
    subscribers: "Stripe",
    events: "Baremetrics",
    "events-before": "Baremetrics до изменения",
    midpoint: "электронные таблицы",
  },
  churnWhy: {
    lost: "Из клиентов на начало — те, кого нет на конец; пришедшие за месяц не входят ни в то, ни в другое.",
    standard:
      "Не считает тех, кто за месяц пришёл и ушёл или ушёл и вернулся: на словах другое правило, в числах наше.",
    subscribers:
      "Пришедшие за месяц — в знаменателе, а их потери — в числителе; вторая потеря того же клиента считается ещё раз.",
    events: "Потери пришедших за месяц делятся на клиентов, которые были до него.",
    "events-before": "Кто за месяц ушёл и вернулся, считается потерянным; пришедший за месяц — нет.",
    midpoint: "Знаменатель — среднее начала и конца, поэтому при росте отток выглядит ниже.",
  },
  counted: {
    customers: "клиенты",
    starts: "активные периоды",
    cohorts: "доли по когортам",
    weights: "веса",
    losses: "потери на клиентов",
  },
  noInterval: {
    customers: base.noInterval.noBase,
    starts: "Без интервала: один и тот же клиент считается несколько раз.",
    cohorts: "Без интервала: это среднее долей с неравными базами.",
    weights: "Без интервала: числитель и знаменатель — веса, а не клиенты.",
    losses: "Без интервала: потери делятся на клиентов, а потерять клиента можно дважды.",
  },
  verdict: {
    range: (f) =>
      `Один и тот же журнал даёт ${base.interval(f.low, f.high)} в зависимости от определения (${f.period}).`,
    same: (f) => `В этих данных все определения дают ${f.rate} (${f.period}).`,
    ours: (f) => `Наше: ${f.rate} (${f.interval}), ${base.ofBase(f.x, f.n)}.`,
    largest: (f) =>
      `Сильнее всего отличается «${f.name}»: ${f.rate}, на ${f.points} ${f.isLower ? "ниже" : "выше"}. Кто так считает: ${f.says}.`,
    churn: (month, low, high) => `Отток за ${month}: ${base.interval(low, high)}.`,
    churnSame: (month, rate) => `Отток за ${month} по всем определениям: ${rate}.`,
    noRows: "Нельзя сказать: ни одну строку таблицы использовать не удалось.",
    notOver: (period) => `Нельзя сказать: ни у одной когорты этот период не закончился (${period}).`,
  },
  next: {
    noRows: "Проверьте, какие столбцы — клиент и дата, и остаются ли строки после правила целевого действия.",
    notOver: "Выберите более ранний период или загрузите выгрузку за большее время.",
    found:
      "Найдите здесь строку с настройками другого инструмента: что останется после этого — разница данных, а не определений.",
  },
  caveat: {
    churnRunning: (month) => `Отток за ${month} не показан: в данных этот месяц не закончился.`,
    churnNoBase: (month) =>
      `Отток за ${month} не показан: за дни тишины перед началом месяца никто не был активен.`,
    churnCut: (month) =>
      `Кто был на начало (${month}), известно не полностью: данные начинаются позже, чем дни тишины перед ним.`,
    silence: (gap) =>
      `Инструменты в таблице оттока узнают о потере по концу подписки. Здесь это больше ${ofDays(gap)} тишины, так что сравниваются только формулы.`,
    noBase: (names) => `Нет базы, поэтому нет и доли: ${names}.`,
    google: "«Rolling» в Google Analytics 4 — это каждый период вплоть до названного, а не окна в часах.",
  },
  who: {
    returned: (period) => `Вернулись по нашему определению, ${period}`,
    eligible: (period) => `Клиенты, у которых период закончился, ${period}`,
  },
  table: {
    title: (period) => `Вернулись по разным определениям, ${period}`,
    churn: (month) => `Отток по разным определениям, ${month}`,
    name: "Определение",
    says: "Кто так считает",
    x: "Числитель",
    n: "Знаменатель",
    unit: "Что считается",
    rate: "Доля",
    interval: "95%-й интервал",
    difference: "К нашему, п. п.",
    why: "Почему отличается",
    parts: (month) => `Клиенты, ${month}`,
    part: "Клиенты",
    start: "На начало",
    joined: "Пришли",
    end: "На конец",
  },
  figure: {
    title: (period) => `Вернулись по разным определениям, ${period}`,
    caption:
      "От большей доли к меньшей. Закрашенная точка и пунктир — наше; отрезок — 95%-й интервал Уилсона там, где считаются разные клиенты.",
    axis: "Доля вернувшихся",
    alternative: (parts) => `${parts}.`,
  },
  method: {
    formula: (f) =>
      `наше = активные в этот период / клиенты, у которых он закончился = ${count(f.x)} / ${count(f.n)} = ${f.rate}`,
    average:
      "среднее когорт = Σ(x / n) / число когорт; дважды взвешенное = Σ(n · x) / Σ(n · n); наше = Σx / Σn",
    churn: (f) =>
      `наш отток = клиенты на начало, которых нет на конец / клиенты на начало = ${count(f.x)} / ${count(f.n)} = ${f.rate}`,
    complete: "По каждому определению считаются только клиенты, у которых весь период закончился.",
    there: (gap) =>
      `На месте тот, кто был активен за последние дни (${base.days(gap)}); потеря — более долгая тишина, которая наступила в этом месяце.`,
    ours: "Другое определение не значит неверное: важно держаться одного.",
  },
  sources: [
    "По документации инструментов, прочитанной в 2026 году: Amplitude, Retention Analysis; Mixpanel, Retention; PostHog, Retention и исходный код запроса; Heap, Retention analysis; Google Analytics 4, Cohort exploration.",
    "По документации инструментов, прочитанной в 2026 году: ChartMogul, Customer churn rate; Stripe Billing, Calculating churn rate; Baremetrics, User churn.",
  ],
  code: {
    what: "Один журнал по определениям разных инструментов. Считает SQL, эта ячейка рисует.",
    disjoint: "Здесь числитель и знаменатель — разные клиенты: у доли есть интервал.",
  },
};

function googleWeeks(grain: Asked["grain"]): string {
  return grain === "week" ? "; недели с воскресенья" : "";
}

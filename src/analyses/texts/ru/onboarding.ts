import type { onboarding as english } from "../en/onboarding";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, percent, plural } = formatsOf("ru");

const isNamed = (value: unknown) => typeof value === "string" && value.trim() !== "";
const ofCustomers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;
const ofDays = (n: number) => `${count(n)} ${plural(n, { one: "дня", other: "дней" })}`;
const day = (n: number) => `день ${count(n)}`;

export const onboarding: typeof english = {
  form: {
    title: "Первые дни и удержание на N-й день",
    question: "Кто возвращается после первого дня и рано ли теряются клиенты?",
    sentence: ({ people, step1, step2, step3 }) => {
      const start = people === null ? "{start}" : "{startBeside}";
      const steps = [
        "{step1}",
        ...(isNamed(step1) ? ["{step2}"] : []),
        ...(isNamed(step1) && isNamed(step2) ? ["{step3}"] : []),
        ...(isNamed(step1) && isNamed(step2) && isNamed(step3) ? ["{step4}"] : []),
      ].join(", затем ");
      const within = isNamed(step1) ? "; на все шаги дней: {within}" : "";
      return `Начало клиента — ${start} (таблица клиентов: {people}). Какая доля совершает действие ({rule}) {reading}: {days}, считая {window}? Все дни по одним и тем же клиентам: {same}. Свой ориентир для первого из этих дней: {benchmark}. Ушедшим считается тот, от кого ничего не слышно дней: {gap}; какая доля потерь за первые {horizon} дн. приходится на первые {early} дн.? Первая ценность: {value}. Шаги: ${steps}${within}. Данные известны до: {asOf}.`;
    },
    params: {
      rule: { label: "Целевое действие" },
      people: { label: "Таблица клиентов", unset: "нет" },
      start: { label: "Начало", unset: "первое действие" },
      startBeside: { label: "Начало", unset: "столбец с датой" },
      window: { label: "Дни", options: { calendar: "календарными днями", rolling: "отрезками по 24 часа" } },
      reading: { label: "Как читать", options: { on: "в дни", after: "в эти дни или позже" } },
      days: { label: "Дни жизни" },
      same: { label: "Одни и те же клиенты", options: { true: "да", false: "нет" } },
      benchmark: { label: "Свой ориентир", unset: "не задан" },
      gap: { label: "Дней тишины", unset: "30 или обычный перерыв, если он дольше" },
      early: { label: "Первые дни" },
      horizon: { label: "Потери за дни" },
      value: { label: "Первая ценность", unset: "не спрашивается" },
      step1: { label: "Первый шаг", unset: "нет" },
      step2: { label: "Второй шаг", unset: "нет" },
      step3: { label: "Третий шаг", unset: "нет" },
      step4: { label: "Четвёртый шаг", unset: "нет" },
      within: { label: "Дней на все шаги" },
      asOf: { label: "Данные известны до", unset: "последнего полного дня" },
    },
  },
  definition: ({ window, reading, same }) =>
    [
      window === "calendar"
        ? "Дни календарные: день 0 — день начала."
        : "Отрезки по 24 часа от самого начала: день 1 — часы с 24-го по 48-й.",
      reading === "on"
        ? "Считается активность в сам этот день."
        : "Считается активность в этот день или в любой из следующих.",
      same
        ? "Только клиенты, у которых видны все эти дни."
        : "Каждый день — по клиентам, у которых он виден целиком.",
    ].join(" "),
  verdict: {
    day: (f) =>
      `${f.after ? `В день ${count(f.day)} или позже` : `В день ${count(f.day)}`} активны ${count(f.x)} из ${ofCustomers(f.n)}: ${f.rate} (${f.interval}).`,
    later: (n, rate, interval) => `${capital(day(n))}: ${rate} (${interval}).`,
    early: (f) =>
      `Из потерянных за ${base.days(f.horizon)} на первые ${count(f.early)} приходится ${f.share} (${f.interval}); при ровном темпе было бы ${f.expected}. Клиенты теряются рано: на ${f.difference} больше (${f.range}).`,
    late: (f) =>
      `Из потерянных за ${base.days(f.horizon)} на первые ${count(f.early)} приходится ${f.share} (${f.interval}); при ровном темпе было бы ${f.expected}. Клиенты теряются поздно: на ${f.difference} меньше (${f.range}).`,
    even: (f) =>
      `Из потерянных за ${base.days(f.horizon)} на первые ${count(f.early)} приходится ${f.share} (${f.interval}); при ровном темпе было бы ${f.expected}. Ранние потери от случайности не отличить.`,
    benchmark: {
      above: (n, own) => `${capital(day(n))} выше вашего ориентира в ${own}.`,
      below: (n, own) => `${capital(day(n))} ниже вашего ориентира в ${own}.`,
      unclear: (n, own) =>
        `Достигает ли ${day(n)} вашего ориентира в ${own}, сказать нельзя: он лежит внутри интервала.`,
    },
    noRows: "Нельзя сказать: ни одну строку таблицы использовать не удалось.",
    tooNew: "Нельзя сказать: ни у одного клиента не виден целиком ни один из этих дней.",
    one: "По одному клиенту сказать нельзя.",
  },
  next: {
    noRows: "Проверьте, какие столбцы — клиент и дата и оставляет ли правило хоть одну строку.",
    time: "Возьмите выгрузку за большее время или более ранние дни.",
    funnel: "Назовите первые шаги, чтобы увидеть, где клиенты останавливаются.",
    early:
      "Посмотрите на шаг, после которого останавливается большинство, и попробуйте изменить его для части новичков.",
    found: "Сравните новичков разных месяцев: среднее скрывает, становится ли лучше.",
  },
  caveat: {
    unseen: (n) => `Ни у кого не виден целиком ${day(n)}: доля не сообщается.`,
    small: (n, x, all) =>
      `Малая выборка, ${day(n)}: ${count(x)} из ${count(all)}. Несколько клиентов больше или меньше сдвинули бы долю.`,
    others: (least, most) =>
      `Дни посчитаны по разным клиентам, от ${count(least)} до ${count(most)}: недавние есть только в ранних днях.`,
    after:
      "В этот день или позже: у недавних клиентов было меньше времени вернуться, поэтому поздние дни выглядят хуже, чем есть.",
    dayZero: "Когда начало — первое действие, в день 0 активны все по определению.",
    firstActivity:
      "Начало клиента — первое действие: тех, кто зарегистрировался и ничего не сделал, в данных нет.",
    noEarly: (early) =>
      `Доля потерь за первые ${count(early)} дн. не сообщается: данные не идут дальше либо не потерян никто или потеряны все.`,
    shortHorizon: (reached, wanted) =>
      `Клиенты видны ${count(reached)} дн., а не ${count(wanted)}: потери считаются до этой отметки.`,
    noValue: (event) => `До «${event}» не дошёл никто. Так ли это написано в данных?`,
    noStep: (event) => `До шага «${event}» в этом порядке не дошёл никто. Так ли это написано в данных?`,
  },
  who: {
    all: "Клиенты, которые начали",
    eligible: (n) => `Виден целиком ${day(n)}`,
    returned: (n) => `Активны, ${day(n)}`,
    missed: (n) => `Не активны, ${day(n)}`,
    followed: (n) => `Под наблюдением через ${base.days(n)}`,
    lost: (to) => `Потеряны за ${base.days(to)}`,
    lostOn: (from, to) => `Потеряны на отрезке от ${count(from)} до ${ofDays(to)}`,
    reached: (event) => `Дошли до «${event}»`,
    reachedBy: (event, n) => `Дошли до «${event}», ${day(n)} или раньше`,
    step: (n, event) => `Шаг ${count(n)}, «${event}»`,
  },
  table: {
    days: "Активны через столько дней после начала",
    day: "День",
    eligible: "Видны",
    returned: "Активны",
    missed: "Не активны",
    share: "Доля",
    interval: "95 %-ный интервал",
    benchmark: "В сравнении с вашим ориентиром",
    what: "Мера",
    here: (n) => `${capital(day(n))}, здесь`,
    own: "Ваш ориентир",
    early: "Потери в начале жизни",
    firstDays: "Первые дни",
    withinDays: "Из потерь за дни",
    lostBy: (n) => `Потеряны к дню ${count(n)}`,
    earlyShare: (early, horizon) => `К дню ${count(early)} из потерянных к дню ${count(horizon)}`,
    expected: "При ровном темпе",
    difference: "Больше этого на",
    even: "Доля времени",
    losses: "Потери по дням жизни",
    life: "Дни жизни",
    span: (from, to) => `свыше ${count(from)} до ${count(to)}`,
    followed: "Под наблюдением в начале",
    lost: "Потеряны",
    hazard: "Теряется в день",
    value: (event) => `Первое «${event}»`,
    valueSteps: (event) => `Первое «${event}» по дням`,
    onTheWay: "Ещё в пути",
    reachedThen: "Дошли в этот день",
    followedUntil: "Видны до этого дня",
    reachedSoFar: "Дошли к этому дню",
    low: "Нижняя граница",
    high: "Верхняя граница",
    byDay: "К дню",
    reachedShare: "Дошли",
    reachedEver: "Дошли когда-либо",
    customers: "Клиентов",
    funnel: (within) => `Шаги за ${base.days(within)}`,
    step: "Шаг",
    began: "начали",
    ofAll: "Из всех начавших",
    ofBefore: "Из предыдущего шага",
    days50: "Медиана дней от предыдущего шага",
  },
  finding: {
    day: (n) => `Активны, ${day(n)}`,
    early: (early, horizon) => `Потеряны за первые ${count(early)} дн. из потерянных за ${count(horizon)}`,
    value: (event) => `Половина доходит до «${event}» за`,
    valueNoInterval: "Медиана кривой, без интервала.",
    noInterval: "интервала нет: рано потеряны все или никто",
  },
  figure: {
    days: {
      title: "Активны через столько дней после начала",
      caption: (definition, hasBenchmark) =>
        `${definition} Черта на столбце — 95 %-ный интервал Уилсона.${hasBenchmark ? " Пунктир — ваш ориентир для первого из этих дней." : ""}`,
      axis: "Доля клиентов",
      day: (n) => capital(day(n)),
      of: (rate, x, n) => `${rate} · ${count(x)} из ${count(n)}`,
      dayCode: "День ${count(day)}",
      ofCode: "${percent(rate)} · ${count(returned)} из ${count(eligible)}",
      alternative: (parts) => `${parts}.`,
    },
    value: {
      title: (event) => `Как скоро новички доходят до «${event}»`,
      caption: (hasFew) =>
        `Доля дошедших к каждому дню (по Каплану — Мейеру: за теми, кто ещё не дошёл, следим до конца данных); полоса — её 95 %-ный интервал.${hasFew ? " Бледно — где остаётся меньше десяти, за кем ещё следим." : ""}`,
      time: "Дней после начала",
      axis: "Доля дошедших",
      part: (n, share) => `${share}, ${day(n)}`,
      alternative: (parts, customers) =>
        parts === "" ? `${base.customers(customers)}.` : `Из ${ofCustomers(customers)}: ${parts}.`,
    },
    funnel: {
      title: "Как далеко доходят новички",
      caption: (within) =>
        `Среди всех, у кого видны первые ${base.days(within)}, доля дошедших до каждого шага в этом порядке. Черта на столбце — 95 %-ный интервал Уилсона.`,
      axis: "Из всех начавших",
      of: (rate, x) => `${rate} · ${count(x)}`,
      alternative: (entered, parts) => `Из ${ofCustomers(entered)}: ${parts}.`,
    },
  },
  method: {
    formula: "удержание на день = активные в этот день / клиенты, у которых он виден целиком",
    first: (n, x, all, rate) => `${day(n)} = ${count(x)} / ${count(all)} = ${rate}`,
    early: (early, horizon) =>
      `потеряны рано = (1 − S(${count(early)})) / (1 − S(${count(horizon)})), при ровном темпе (1 − S(${count(horizon)})^(${count(early)}/${count(horizon)})) / (1 − S(${count(horizon)})); если почти никто не уходит, это ${count(early)}/${count(horizon)} = ${percent(early / horizon)}`,
    losses: (gap) =>
      `Потерян тот, от кого к концу данных ничего не слышно столько дней: ${count(gap)}; потери считаются по Каплану — Мейеру, как в анализе «Время до ухода».`,
    value:
      "Время до первой ценности считается по Каплану — Мейеру: за теми, кто до неё ещё не дошёл, следим до конца данных.",
    funnel: "Шаг считается не раньше предыдущего; входят только клиенты, у которых видно всё окно.",
    quote:
      "Те 55 % на следующий день, которые приводят о Duolingo, — слова самой компании о приложении на каждый день, а не ориентир: строка для него оставлена вам.",
  },
  sources: {
    delta:
      "Доля ранних потерь: дельта-метод от дисперсии Гринвуда; Klein & Moeschberger (2003), Survival Analysis, 2-е изд., §4.2.",
  },
  code: {
    what: "Кто активен через столько дней после начала. Считает SQL, эта ячейка рисует.",
    value: "Доля новичков, дошедших до первой ценности к каждому дню. Считает SQL, эта ячейка рисует.",
    reach: "Рисуем, пока кто-то ещё доходит, и не меньше самого позднего из названных дней.",
    few: (n) => `Бледно — где ещё в пути остаётся меньше ${count(n)}.`,
    labels: "Названные дни подписаны там, где есть место.",
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

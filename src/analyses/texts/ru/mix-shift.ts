import type { mixShift as english } from "../en/mix-shift";
import { formatsOf } from "../formats";
import { base } from "./base";
import { outcomeParamTexts, outcomeSentence } from "./segments";

const { count, day, plural } = formatsOf("ru");

const ofCustomers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;
const direction = (more: boolean) => (more ? "больше" : "меньше");

export const mixShift: typeof english = {
  form: {
    title: "Устоит ли разница?",
    question: "Сохраняется ли разница двух групп или двух периодов среди схожих клиентов?",
    sentence: (params) => {
      const by = params.people === null ? "{by} {people}" : "{byPeople} таблицы {people}";
      const group = params.people === null ? "{group}" : "{groupPeople}";
      const asked =
        params.compare === "periods"
          ? `Больше или меньше клиентов уходит, чем в период с {earlier}, и в чём дело: они уходят чаще или пришли другие клиенты? Схожие — по столбцу ${by}.`
          : `Чаще ли уходят клиенты со значением {first}, чем со значением {second} в столбце ${group}, в том числе среди схожих по столбцу ${by}?`;
      return `Сравниваем {compare}. ${asked} ${outcomeSentence(params)} Все значения, кроме {most} самых больших, объединяются.`;
    },
    params: {
      ...outcomeParamTexts,
      compare: { label: "Что сравнить", options: { levels: "две группы клиентов", periods: "два периода" } },
      group: { label: "Столбец групп", unset: "(каком?)" },
      groupPeople: { label: "Столбец групп", unset: "(каком?)" },
      first: { label: "Первая группа", unset: "(самая большая группа)" },
      second: { label: "Вторая группа", unset: "(остальные)" },
      by: { label: "Столбец, по которому клиенты схожи", unset: "(какому?)" },
      byPeople: { label: "Столбец, по которому клиенты схожи", unset: "(какому?)" },
      earlier: { label: "Ранний период с", unset: "предыдущего" },
      most: { label: "Больше всего значений столбца" },
    },
  },
  side: {
    level: (column, level) => `${column}: ${level}`,
    rest: (column) => `${column}: остальные`,
    period: (from, to) => `${day(from)} – ${day(to)}`,
    first: "Первая группа",
    second: "Вторая группа",
  },
  verdict: {
    crude: (f) =>
      `«${f.first}»: ушли ${f.rate}; «${f.second}»: ${f.other}. Разница: на ${f.by} ${direction(f.more)} (${f.interval}).`,
    noCrude: (f) =>
      `«${f.first}»: ушли ${f.rate}; «${f.second}»: ${f.other}. В целом разницы не видно (${f.interval}).`,
    reversed: (by, difference, interval, more) =>
      `Среди схожих по столбцу ${by} всё наоборот: на ${difference} ${direction(more)} (${interval}).`,
    vanished: (by, interval) => `Среди схожих по столбцу ${by} разницы уже не видно (${interval}).`,
    appeared: (by, difference, interval, more) =>
      `Среди схожих по столбцу ${by} она есть: на ${difference} ${direction(more)} (${interval}).`,
    holds: (by, difference, interval, more) =>
      `Среди схожих по столбцу ${by} она сохраняется: на ${difference} ${direction(more)} (${interval}).`,
    neither: (by, interval) => `Не видно её и среди схожих по столбцу ${by} (${interval}).`,
    split: (rate, mix) =>
      `Из этой разницы ${rate} приходится на другие доли у схожих клиентов и ${mix} — на другой состав клиентов.`,
    oneSide: (name) => `Нельзя сказать: «${name}» — нет клиентов, сравнивать не с кем.`,
    noCommon: (by) =>
      `Нельзя сказать: ни у одного значения столбца ${by} нет клиентов с обеих сторон, схожих сравнить нельзя.`,
    statusPeriods: "Отказ: у статуса нет даты, два периода по нему не различить.",
  },
  next: {
    reversed: "Судите по сравнению схожих клиентов и по каждой его строке.",
    vanished: "Посмотрите, кто переместился между значениями столбца, а не почему уходят.",
    holds: "Попробуйте другой столбец: за разницей может стоять тот, которого здесь нет.",
    neither: "Возьмите период длиннее или группы крупнее.",
    groups: "Выберите две группы, в которых есть клиенты.",
    periods: "Считайте по активности или по договорам.",
    common: "Выберите столбец, в котором меньше значений.",
  },
  caveat: {
    overall: (by) =>
      `Разница двух итогов вводит в заблуждение: она меняется, как только сравниваются схожие по столбцу ${by}.`,
    overallMay: (by) =>
      `Разница двух итогов может вводить в заблуждение: среди схожих по столбцу ${by} она выглядит иначе, хотя это может быть и случайностью.`,
    unequal: (p) =>
      `Разница неодинакова у разных значений (Бреслоу — Дэй, p ${p}): одно число на всех это скрывает, смотрите строки.`,
    leftOut: (n, all) =>
      `У ${count(n)} из ${ofCustomers(all)} значение, которое есть только с одной стороны: сравнить их со схожими нельзя.`,
    overlap: (n) =>
      `В обоих периодах: ${base.customers(n)}. Интервал общей разницы это учитывает; внутри значений периоды считаются независимыми.`,
    unknown: (by, n, all) =>
      `У ${count(n)} из ${ofCustomers(all)} нет значения в столбце ${by}; они сравниваются между собой.`,
    late: (by, n, all) =>
      `У ${count(n)} из ${ofCustomers(all)} к началу периода в столбце ${by} ничего не было; взято первое более позднее значение, а оно может быть следствием ухода.`,
    neither: (n) => `Ни в одну из групп не входят: ${base.customers(n)}. Они не учтены.`,
    small: (name, x, n) =>
      `Малая выборка, «${name}»: ${count(x)} из ${count(n)}. Несколько клиентов больше или меньше сдвинули бы долю.`,
  },
  finding: {
    crude: "Разница как есть",
    adjusted: "Разница среди схожих клиентов",
    standardised: "Разница при одинаковом составе",
    rateEffect: "Из неё за счёт других долей",
    mixEffect: "Из неё за счёт другого состава",
    odds: "Отношение шансов среди схожих",
    crudeOdds: "Отношение шансов как есть",
    sameDirection: "Значений, где доля первой стороны ниже",
    strata: "Значений сравнено",
    part: "Часть разницы; части складываются в неё точно и показаны без интервалов.",
    oddsNoInterval: "Без интервала: одного из исходов нет, или интервал не считался.",
  },
  table: {
    title: "Схожие со схожими",
    value: (by) => by,
    customers: (side) => `${side}: клиенты`,
    lost: (side) => `${side}: ушли`,
    attrition: (side) => `${side}: доля`,
    difference: "Разница, п. п.",
    interval: "95 %-ный интервал, п. п.",
    rateEffect: "За счёт долей, п. п.",
    mixEffect: "За счёт состава, п. п.",
    totals: "Обе стороны в целом",
    measure: "Что сравнивается",
    first: "Первая",
    second: "Вторая",
    crude: "Как есть",
    standardised: "С общим составом",
    adjusted: "Среди схожих (Мантель — Хензель)",
    sum: "Все",
    tests: "Отношения шансов и критерии",
    test: "Что",
    result: "Значение",
    crudeOdds: "Отношение шансов как есть",
    commonOdds: "Общее отношение шансов (Мантель — Хензель)",
    low: "Нижняя граница",
    high: "Верхняя граница",
    cmh: "Хи-квадрат (Кокрен — Мантель — Хензель, с поправкой)",
    cmhP: "Его p",
    breslowDay: "Хи-квадрат (Бреслоу — Дэй)",
    breslowDayP: "Его p",
    tarone: "С поправкой Тарона",
    taroneP: "Его p",
    cramerV: "V Крамера для сторон и значений",
  },
  figure: {
    title: "Схожие со схожими",
    caption:
      "Каждая строка — значение столбца и доля ушедших с обеих сторон; линии — 95 %-ные интервалы (Уилсон). Внизу — все клиенты как есть и такие, какими были бы стороны с общим составом.",
    alternative: (f) =>
      `В ${count(f.lower)} из ${count(f.strata)} строк доля «${f.first}» ниже. В целом разница ${f.crude}, при одинаковом составе — ${f.standardised}.`,
    axis: "Доля ушедших",
    all: "Все клиенты",
    asTheyAre: "как есть",
    sameMix: "с общим составом",
    split: {
      title: "Откуда берётся разница",
      caption:
        "Разница двух итогов в процентных пунктах: за счёт других долей у схожих клиентов и за счёт другого состава. Части всех значений складываются в неё точно.",
      alternative: (f) => `${f.rate} за счёт долей и ${f.mix} за счёт состава дают ${f.crude}.`,
      axis: "Процентные пункты разницы",
      rate: "другие доли",
      mix: "другой состав",
    },
  },
  method: {
    crude: (x, n, y, m, by) => `разница = ${count(x)} / ${count(n)} − ${count(y)} / ${count(m)} = ${by}`,
    split: (rate, mix, whole) =>
      `Σ средний вес × Δ доли + Σ средняя доля × Δ веса = ${rate} + ${mix} = ${whole}`,
    adjusted: (by, interval) => `среди схожих (Мантель — Хензель): ${by}, интервал ${interval}`,
    notes: {
      strata: (by) =>
        `Сравниваются клиенты с одним и тем же значением столбца ${by}; разницы усредняются с весами n₁·n₂ / n.`,
      risk: "Друг с другом сравниваются разности долей: отношения шансов меняются от одного усреднения.",
      association: "За разницей может стоять столбец, которого здесь нет.",
    },
    sources: {
      kitagawa: "Разложение: Kitagawa (1955), J. Amer. Statist. Assoc. 50, 1168–1194.",
      standardise:
        "Стандартизация: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, гл. 19.",
      rbg: "Интервал общего отношения шансов: Robins, Breslow & Greenland (1986), Biometrics 42, 311–323.",
      breslowDay:
        "Одинаково ли отношение шансов: Breslow & Day (1980), IARC, с. 142; Tarone (1985), Biometrika 72, 91–95.",
      overlap:
        "Доли пересекающихся множеств: Newcombe (1998), Stat. Med. 17, 2635–2650; Zou & Donner (2008), Stat. Med. 27, 1693–1702.",
    },
  },
  who: {
    side: (name) => name,
    lost: (name) => `Ушедшие, ${name}`,
    in: (name, value) => `${name}, ${value}`,
  },
  code: {
    what: "Доля ушедших с обеих сторон: по значениям и с общим составом. SQL считает, эта ячейка рисует.",
    sameMix: "Каждая сторона с общим составом; интервалы из границ Уилсона её строк (Zou & Donner, 2008).",
  },
};

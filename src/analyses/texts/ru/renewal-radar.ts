import type { renewalRadar as english } from "../en/renewal-radar";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, dayShort, list, plural } = formatsOf("ru");

const contracts = (n: number) =>
  `${count(n)} ${plural(n, { one: "договор", few: "договора", many: "договоров", other: "договора" })}`;
const ofLogos = (n: number) => `${count(n)} ${plural(n, { one: "логотипа", other: "логотипов" })}`;
const ofContracts = (n: number) => `${count(n)} ${plural(n, { one: "договора", other: "договоров" })}`;
const withMoney = (money: string | null) => (money === null ? "" : ` (MRR ${money})`);

export const renewalRadar: typeof english = {
  form: {
    title: "Радар продлений",
    question: "Какие договоры скоро кончаются и с кем пора говорить?",
    sentence: (params) => {
      const reviews = params.qbr === null ? "{qbr}" : "{qbr}, положена раз в столько дней: {qbrDays}";
      const usage =
        params.usage === null
          ? "{usage}"
          : "{usage}, последние дни ({usageDays}) против стольких же перед ними";
      return `Сегодня — {asOf}. Какие договоры логотипов ({logo}) кончаются и с кем пора говорить — от {from} до {to} дней до окончания, срочно — меньше {urgent}? Непродлённый договор считается просроченным столько дней: {grace}. Последняя встреча по итогам квартала: ${reviews}. Последний контакт: {contact}. Использование: ${usage}.`;
    },
    params: {
      logo: { label: "Логотип — это", options: { customer: "столбец клиента", parent: "головная компания" } },
      from: { label: "Говорить с, дней до окончания" },
      to: { label: "Говорить до, дней до окончания" },
      urgent: { label: "Срочно, если меньше дней" },
      grace: { label: "Дней отсрочки" },
      qbr: { label: "Последняя встреча по итогам квартала", unset: "столбца нет" },
      qbrDays: { label: "Встреча раз в столько дней" },
      contact: { label: "Последний контакт", unset: "столбца нет" },
      usage: { label: "Журнал использования", unset: "таблицы нет" },
      usageDays: { label: "Дней использования" },
      asOf: { label: "Сегодня", unset: "день после начала последнего договора" },
    },
  },
  band: {
    overdue: () => "Кончился, не продлён",
    urgent: (f) => `Меньше ${count(f.urgent)} дней`,
    late: (f) => `От ${count(f.urgent)} до ${count(f.to - 1)} дней`,
    window: (f) => `От ${count(f.to)} до ${count(f.from)} дней`,
    later: (f) => `Больше ${count(f.from)} дней`,
    open: () => "Без даты окончания",
  },
  verdict: {
    window: (f) =>
      `На ${day(f.asOf)} через ${count(f.to)}–${count(f.from)} дней ${plural(f.contracts, { one: "кончается", other: "кончаются" })} ${contracts(f.contracts)}${withMoney(f.money)}: пора говорить.`,
    late: (f) =>
      f.contracts === 0
        ? `Договоров, до конца которых осталось меньше ${count(f.to)} дней, нет.`
        : `До конца ${ofContracts(f.contracts)}${withMoney(f.money)} осталось меньше ${count(f.to)} дней: разговор запоздал.`,
    overdue: (f) =>
      `За последние ${count(f.grace)} дн. ${plural(f.contracts, { one: "кончился и не продлён", other: "кончились и не продлены" })} ${contracts(f.contracts)}${withMoney(f.money)}.`,
    reviews: (late, all, days) =>
      `У ${count(late)} из этих ${ofLogos(all)} за последние ${count(days)} дн. не было встречи по итогам квартала.`,
    nothing: (asOf) => `На ${day(asOf)} нет ни одного действующего договора с датой окончания.`,
    noRows: "Нельзя сказать: ни одну строку таблицы использовать не удалось.",
    disordered:
      "Отказ: числа дней должны убывать — сначала начало срока для разговора, потом его конец, потом срочные.",
  },
  next: {
    overdue: "Сначала позвоните просроченным: откройте их список и выгрузите его.",
    late: "Начните со срочных, затем те, с кем пора говорить: откройте и выгрузите списки.",
    window: "Откройте список тех, с кем пора говорить, выгрузите его и назначьте встречи.",
    nothing: "Проверьте столбец окончания и сегодняшнюю дату.",
    noRows: "Проверьте, какие столбцы — логотип, начало и окончание.",
    disordered: "Поставьте, например, 90, 60 и 30 дней.",
  },
  caveat: {
    autoRenewal:
      "Продлевается ли договор сам и за сколько дней нужно предупредить, в этих столбцах не сказано: проверьте до разговора.",
    asOf: (iso) =>
      `Сегодняшним днём считается ${day(iso)} — день после начала последнего договора. Если выгрузка новее, укажите её день: здесь важен каждый.`,
    open: (n) =>
      `${contracts(n)} без даты окончания: ${plural(n, { one: "он бессрочный", other: "они бессрочные" })} или дата пропущена. Окончание в несуществующий день, например 30 февраля, читается как пустое.`,
    shortened: (n) =>
      `${contracts(n)} ${plural(n, { one: "начинается", other: "начинаются" })} в конце месяца и ${plural(n, { one: "кончается", other: "кончаются" })} в последний день более короткого: такого же числа в нём нет. На бумаге может стоять следующий день.`,
    currencies: (all) =>
      `Суммы в разных валютах (${list(all)}), поэтому MRR не складывается; договоры посчитаны.`,
    unknown: (n) =>
      `${contracts(n)} на радаре без MRR, в его суммы ${plural(n, { one: "он не входит", other: "они не входят" })}.`,
    renewed: (n) =>
      `${contracts(n)} уже ${plural(n, { one: "продлён", other: "продлены" })}: у логотипа есть следующий договор. Здесь их нет.`,
    usage: (iso) =>
      `Журнал использования известен только до ${day(iso)}; показано использование перед этим днём.`,
    listed: (shown, all) =>
      `В таблице первые ${count(shown)} из ${ofContracts(all)}; списки за числами полные.`,
  },
  bandsTable: {
    title: "Договоры по оставшимся дням",
    band: "Осталось дней",
    contracts: "Договоров",
    logos: "Логотипов",
    mrr: "MRR",
  },
  listTable: {
    title: "Договоры, с которыми пора работать",
    logo: "Логотип",
    ends: "Кончается",
    daysLeft: "Осталось дней",
    mrr: "MRR",
    status: "Статус сегодня",
    qbr: "Последняя встреча",
    contact: "Последний контакт",
    users: { before: "Активных раньше", now: "Активных сейчас", gone: "Из них ушли" },
    days: { before: "Активных дней раньше", now: "Активных дней сейчас", gone: "Изменение" },
    none: "нет",
  },
  weeksTable: {
    logos: "Логотипов",
    title: "Окончания по неделям",
    week: "Неделя с",
    band: "Осталось дней",
    contracts: "Договоров",
    mrr: "MRR",
  },
  reviews: {
    title: "Встречи по итогам квартала с логотипами, с которыми пора работать",
    what: "Логотипы",
    n: "Сколько",
    all: "Пора работать",
    late: (days) => `Без встречи за последние ${count(days)} дн.`,
    never: "Из них — без единой",
  },
  finding: {
    share: "Доля логотипов, с которыми пора работать, без недавней встречи",
    covered: "Уже продлённые договоры",
  },
  who: {
    overdue: "Кончился, не продлён",
    urgent: "Срочно",
    late: "Разговор запоздал",
    window: "Пора говорить",
    later: "Позже",
    open: "Без даты окончания",
    "late-qbr": "Встреча просрочена",
  },
  whoInWeek: (band, week) => `${band}, неделя с ${dayShort(week)}`,
  figure: {
    title: "Окончания договоров по неделям",
    caption: (f) =>
      `Столбец — неделя, высота — договоры, которые в ней кончаются; ближайшие ${count(26)} недель. Линии — сегодня, ${count(f.to)} и ${count(f.from)} дней от него: между ними пора говорить.`,
    axis: "Договоры",
    today: "сегодня",
    days: (n) => `${count(n)} дней`,
    alternative: (f) =>
      `${contracts(f.contracts)}, недель: ${count(f.weeks)}; больше всего — ${count(f.most)} — в неделю с ${dayShort(f.week)}.`,
  },
  short: {
    overdue: () => "кончился",
    urgent: (f) => `< ${count(f.urgent)}`,
    late: (f) => `${count(f.urgent)}–${count(f.to - 1)}`,
    window: (f) => `${count(f.to)}–${count(f.from)}`,
    later: (f) => `> ${count(f.from)} дней`,
    open: () => "без конца",
  },
  code: { what: "Окончания договоров неделя за неделей. SQL считает, эта ячейка рисует." },
  method: {
    formula: (f) => [
      "осталось дней = первый день без договора − сегодня",
      `кончился: 0 и меньше; срочно: меньше ${count(f.urgent)}; поздно: меньше ${count(f.to)}; пора говорить: от ${count(f.to)} до ${count(f.from)}; позже: больше`,
    ],
    notes: {
      renewed: (grace) =>
        `Продлён: другой договор логотипа начинается не дальше чем за ${base.days(grace)} до или после окончания и длится дольше.`,
      past: (n, grace) =>
        `${contracts(n)} ${plural(n, { one: "кончился", other: "кончились" })} раньше чем ${base.days(grace)} назад без продления: это потери, на радаре их нет.`,
      future: (n) =>
        `${contracts(n)} ${plural(n, { one: "начинается", other: "начинаются" })} после сегодняшнего дня; они важны только как продления других.`,
      rules: "Только правила и даты: здесь ничего не оценивается.",
      review: (days) =>
        `Встреча просрочена через ${base.days(days)}; учитывается последняя до сегодняшнего дня, отсутствие — просрочка.`,
    },
    source:
      "60–90 дней до окончания: C. Kao, Customer Attrition Analysis and Optimization (2022), со ссылкой на Chang.",
  },
};

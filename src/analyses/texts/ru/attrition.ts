import type { attrition as english } from "../en/attrition";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, list, number, plural } = formatsOf("ru");

const times = (k: number) => `{k} ${plural(k, { one: "раза", other: "раз" })}`;
const ofCustomers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;

export const attrition: typeof english = {
  form: {
    title: "Отток",
    question: "Какая доля клиентов, бывших в начале, исчезла к концу?",
    sentence: (params) => {
      const k = Number(params.k);
      const rest = "Данные известны до: {asOf}.";
      const period = params.start === "auto" || params.end === "auto" ? "Длина периода: {period}. " : "";
      switch (params.mode) {
        case "contracts":
          return `Отток по {mode}: какая доля клиентов, у которых договор действовал накануне {start}, осталась без договора накануне {end}? Отсрочка после окончания договора, дней: {grace}. ${period}${rest}`;
        case "interval":
          return `Отток по {mode}. Действие: {rule} — не меньше ${times(k)}. Какая доля клиентов, у которых оно было за период до {start}, обошлась без него с этого дня до {end}? ${period}${rest}`;
        default: {
          const lookback = params.lookback === "days" ? "{lookback} {lookbackDays}" : "{lookback}";
          return `Отток по {mode}. Действие: {rule} — не меньше ${times(k)}. Какая доля клиентов, у которых оно было за ${lookback} до {start}, обошлась без него за такой же срок до {end}? ${period}${rest}`;
        }
      }
    },
    params: {
      mode: {
        label: "Как считать",
        options: {
          snapshot: "активности на две даты",
          interval: "активности в двух периодах",
          contracts: "договорам",
        },
      },
      rule: { label: "Целевое действие" },
      k: { label: "Не меньше стольких раз" },
      lookback: {
        label: "Окно",
        options: {
          period: "целый период",
          gap: "обычный перерыв 80 % клиентов",
          days: "последние дни, число:",
        },
      },
      lookbackDays: { label: "Дней в окне" },
      grace: { label: "Дней отсрочки" },
      period: { label: "Длина периода", options: { week: "неделя", month: "месяц", quarter: "квартал" } },
      start: { label: "Начало", unset: "начала последнего завершённого периода" },
      end: { label: "Конец", unset: "его конца" },
      asOf: { label: "Данные известны до", unset: "последнего полного дня" },
    },
  },
  verdict: {
    found: (f) =>
      `Из ${ofCustomers(f.n)}, ${
        f.mode === "contracts" ? "имевших договор" : plural(f.n, { one: "активного", other: "активных" })
      } перед ${day(f.start)}, к ${day(f.end)} ${f.lost === 0 ? "не ушёл никто" : `${plural(f.lost, { one: "ушёл", other: "ушли" })} ${count(f.lost)}`}: отток ${f.rate} (${f.interval}). ${f.lost === 0 ? "" : f.thatIs}`.trim(),
    newcomers: (n, returned) => {
      const came = n > 0 ? [`${count(n)} ${plural(n, { one: "новый", other: "новых" })}`] : [];
      const back =
        returned > 0
          ? [`${count(returned)} ${plural(returned, { one: "вернувшийся", other: "вернувшихся" })}`]
          : [];
      return `В расчёт не входят: ${list([...came, ...back])}`;
    },
    running: (f) =>
      `Пока нельзя сказать: период кончается ${day(f.end)}, а данные известны до ${day(f.asOf)}. Пока что не видно ${count(f.unseen)} из ${ofCustomers(f.n)}.`,
    notObserved: (f) =>
      `Нельзя сказать: период начинается ${day(f.start)}, а данные известны только до ${day(f.asOf)}.`,
    noBase: (start) => `Нельзя сказать: перед ${day(start)} никого не было, терять некого.`,
    noRows: "Нельзя сказать: ни одну строку таблицы использовать не удалось.",
    reversed: (start, end) => `Отказ: конец периода (${day(end)}) не позже начала (${day(start)}).`,
  },
  next: {
    found: "Посмотрите отток по периодам: обычен ли он.",
    lookback: (days) => `Поставьте окно ${count(days)} дн. и сравните.`,
    small: (n) => `Возьмите период длиннее или базу шире: ${ofCustomers(n)} мало для вывода.`,
    running: (end) => `Загрузите выгрузку, которая доходит до ${day(end)}, или выберите более ранний период.`,
    noBase: "Выберите более позднее начало или более широкое правило.",
    noRows: "Проверьте, какие столбцы — клиент и дата и оставляет ли правило хоть одну строку.",
    reversed: "Поставьте конец позже начала.",
    rule: "Выберите действия, в которых есть ценность для клиента.",
  },
  caveat: {
    young: (n, all) =>
      `${count(n)} из ${ofCustomers(all)} на начало впервые появились внутри самого окна: полного окна, чтобы проявить себя, у них не было.`,
    gapUnknown:
      "Ни у одного клиента нет двух активных дней, поэтому обычный перерыв неизвестен; взят целый период.",
    cameAndLeft: (n) =>
      `${base.customers(n)} ${plural(n, { one: "пришёл и исчез", other: "пришли и исчезли" })} внутри периода. Они не входят ни в начало, ни в конец.`,
    longLookback: (lookback, period) =>
      `Окно (${count(lookback)} дн.) длиннее периода (${count(period)} дн.): кто был активен незадолго до начала, не может уйти к концу.`,
    status: "Столбец статуса говорит о сегодняшнем дне, а не о границах периода; он не используется.",
  },
  table: {
    title: "Отток",
    period: "Период",
    atStart: "На начало",
    lost: "Ушли",
    remaining: "Остались",
    new: "Новые",
    returned: "Вернулись",
    atEnd: "На конец",
    attrition: "Отток",
    retention: "Удержание",
    interval: "95 %-ный интервал оттока",
  },
  finding: {
    attrition: "Отток",
    retention: "Удержание",
    new: "Новые клиенты",
    returned: "Вернувшиеся клиенты",
    gap: "Обычный перерыв между активными днями (80 % клиентов)",
    gapNoInterval: "Квантиль по всем клиентам с двумя активными днями, показан без интервала.",
  },
  figure: {
    title: "От начала к концу",
    caption:
      "Сплошные столбцы — клиенты на начало и на конец. Между ними: кто ушёл, кто вернулся, кто пришёл впервые. Отток — столбец ушедших как доля первого.",
    unfinished: "Полые столбцы не окончательны: период не кончился.",
    alternative: (f) =>
      `${count(f.atStart)} на начало, минус ${count(f.lost)} ушедших, плюс ${count(f.returned)} вернувшихся, плюс ${count(f.new)} новых — ${count(f.atEnd)} на конец.`,
    axis: "Клиенты",
  },
  method: {
    formula: (f) => [
      "отток = (клиенты на начало − оставшиеся из них) / клиенты на начало",
      `= (${count(f.atStart)} − ${count(f.remaining)}) / ${count(f.atStart)} = ${count(f.lost)} / ${count(f.atStart)} = ${f.rate}`,
      `95 %-ный интервал Уилсона: ${base.interval(f.low, f.high)}`,
    ],
    end: (f) =>
      `на конец ${count(f.atEnd)} = оставшиеся ${count(f.remaining)} + новые ${count(f.new)} + вернувшиеся ${count(f.returned)}`,
    notes: {
      snapshot: (days) =>
        `Клиент есть на дату, если за ${count(days)} дн. перед ней у него достаточно подходящих действий. Кто ушёл и вернулся внутри периода, ушедшим не считается.`,
      interval:
        "Клиент есть в периоде, если в нём достаточно подходящих действий. База — клиенты предыдущего периода.",
      contracts: (grace) =>
        `Клиент есть на дату, если накануне у него был действующий и оплаченный договор${grace > 0 ? `, с отсрочкой ${number(grace)} дн.` : ""}.`,
      new: "Новые — впервые замеченные во всей таблице внутри периода. Новые и вернувшиеся не входят ни в числитель, ни в знаменатель.",
      asOf: (iso) => `Строки с ${day(iso)} и позже не используются; часы компьютера роли не играют.`,
    },
  },
};

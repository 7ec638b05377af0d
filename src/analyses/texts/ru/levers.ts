import type { levers as english } from "../en/levers";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, day, list, number, plural } = formatsOf("ru");

const ofCustomers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;

export const levers: typeof english = {
  windows: (params) => {
    if (params.mode === "columns")
      return "Ушёл — значит {mode} {left}. Поведение посчитано за дни: {usageDays}; статус на день: {statusDay}.";
    const outcome =
      params.outcomeFrom === null
        ? "за {outcomeDays} дн. {outcomeFrom}"
        : "за {outcomeDays} дн. начиная с дня {outcomeFrom}";
    const grace = params.mode === "contracts" ? " в таблице {contracts}, дней отсрочки: {grace}" : "";
    return `Поведение — за первые {observeDays} дн. каждого клиента, события меряются так: {metric}. Ушёл ${outcome} — значит {mode}${grace}. Целевое действие: {rule}. Данные известны до: {asOf}.`;
  },
  controls: (params) =>
    params.people === null ? "{controls} {people}" : "{controlsBeside} таблицы {people}",
  params: {
    mode: {
      label: "Ушёл — значит",
      options: {
        activity: "нет ни одного целевого действия за это время",
        contracts: "нет договора к концу этого времени",
        columns: "статус",
      },
    },
    contracts: { label: "Таблица договоров", unset: "(какой?)" },
    levers: {
      label: "Поведение",
      unset: "самые распространённые события, активные дни и число разных событий",
    },
    metric: { label: "Чем измерены события", options: { count: "число раз", days: "активные дни" } },
    rule: { label: "Целевое действие" },
    observeDays: { label: "Дней наблюдения" },
    outcomeDays: { label: "Дней исхода" },
    outcomeFrom: { label: "Первый день исхода", unset: "сразу после" },
    grace: { label: "Дней отсрочки" },
    left: { label: "Статус ушедших", unset: "(какое значение?)" },
    usageDays: { label: "За сколько дней посчитано поведение", unset: "неизвестно" },
    statusDay: { label: "День статуса", unset: "неизвестно" },
    people: { label: "Таблица с признаками", unset: "этой таблицы" },
    controls: { label: "Схожие по столбцам", unset: "(ничего)" },
    controlsBeside: { label: "Схожие по столбцам", unset: "(ничего)" },
    asOf: { label: "Данные известны до", unset: "последнего полного дня" },
  },
  whole: { "*days": "активные дни", "*kinds": "число разных событий" },
  verdict: {
    overlap:
      "Отказ: исход начинался бы раньше, чем посчитано поведение. Тогда оставшиеся делают больше уже потому, что остались.",
    noLevers: "Пока нельзя сказать: не указано, какие столбцы — поведение.",
    nobody: (n) => `Нельзя сказать: из ${ofCustomers(n)} ни за одним не удалось проследить в обоих окнах.`,
    nobodyLeft: (n) =>
      `Нельзя сказать: из ${ofCustomers(n)} никто не ушёл, и ни одно поведение не может быть связано с удержанием.`,
    everybodyLeft: (n) =>
      `Нельзя сказать: ушли все ${base.customers(n)}, и ни одно поведение не может быть связано с удержанием.`,
  },
  next: {
    overlap: "Начните исход там, где кончается наблюдение, или позже.",
    levers: "Выберите столбцы в предложении выше.",
    windows: "Сократите окна или загрузите данные за больший срок.",
    nobodyLeft: "Проверьте, есть ли в данных ушедшие: в выгрузке активных клиентов их нет.",
  },
  caveat: {
    windows:
      "Не сказано, когда посчитано поведение и на какой день статус. Если считали, когда клиенты уже уходили, они делали меньше потому, что ушли.",
    yesNo: (columns) =>
      `Что делали, в столбцах ${list(columns)} видно по «да» («yes», «true», «1»); любое другое значение — «не делали», пустое — неизвестно.`,
    association: "Поведение может угасать и потому, что клиент уже решил уйти.",
    excluded: {
      "not-observed": (n) => `Исход ещё не известен до конца: ${base.customers(n)}. Они не учтены.`,
      "not-there": (n) => `Ушли ещё до начала исхода: ${base.customers(n)}. Кто уже ушёл, уйти не может.`,
      contradictory: (n) => `Строки противоречат друг другу: ${base.customers(n)}. Они не учтены.`,
      "no-status": (n) => `Без статуса: ${base.customers(n)}. Они не учтены.`,
    },
    unknown: (lever, n, share) =>
      `Неизвестно, каково значение «${lever}»: ${base.customers(n)} (${share}). «Неизвестно» — не «нет».`,
  },
  table: {
    lever: "Поведение",
    customers: "Клиенты",
    flow: "Клиенты: сколько вошло и сколько вышло",
    step: "Шаг",
    all: "Всего замечено",
    used: "В сравнении",
    why: {
      "not-observed": "Исход не известен до конца",
      "not-there": "Ушли до начала исхода",
      contradictory: "Противоречивые строки",
      "no-status": "Без статуса",
    },
  },
  notes: {
    landmark: (days) =>
      `Сравниваются клиенты, которые были к началу исхода (целевое действие за ${count(days)} дн. до него) и чей исход известен до конца.`,
    contractLandmark: "Сравниваются клиенты с договором на начало исхода, чей исход известен до конца.",
    span: (from, until) => `Наблюдение с ${day(from)}, исходы известны до ${day(until)}.`,
  },
  atLeast: (lever, cut) => `${lever} ≥ ${number(cut, 6)}`,
};

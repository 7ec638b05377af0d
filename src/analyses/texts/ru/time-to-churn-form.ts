import type { FormTexts } from "../form-texts";

export const timeToChurnForm: FormTexts = {
  title: "Время до ухода",
  question: "Как долго остаются клиенты и кто остаётся дольше?",
  sentence: (params) => {
    const { mode } = params;
    const hasPeople = mode !== "durations" && params.people !== null;
    const group = hasPeople ? "{groupBeside}" : "{group}";
    const what =
      mode === "inactivity"
        ? `признак жизни — {rule}, ушедшим считается тот, от кого ничего не слышно дней: {gap}. Время идёт с такого дня: ${hasPeople ? "{startBeside}" : "{start}"}; за оставшимися следим до такого дня: {censor}. Таблица клиентов: {people}.`
        : mode === "contracts"
          ? "ушедшим считается тот, у кого нет нового договора, отсрочка в днях: {grace}. Таблица клиентов: {people}."
          : "время — в столбце {duration}; клиент ушёл, если {status} — {event}; под наблюдением с момента: {entry}.";
    const days = mode === "durations" ? "" : " Уходы видны с такого дня: {from}. Данные известны до: {asOf}.";
    return `Считаем по {mode}: ${what} Группы: ${group}. Единица времени — {unit}, доли — через {horizons}, среднее время — на отрезке до {tau}, интервалы — {scale}.${days}`;
  },
  params: {
    mode: {
      label: "Как считать",
      options: { inactivity: "активности", contracts: "договорам", durations: "столбцу с временем" },
    },
    rule: { label: "Целевое действие" },
    gap: { label: "Дней тишины", unset: "30 или обычный перерыв, если он дольше" },
    censor: {
      label: "Следим до",
      options: { cut: "один для всех", last: "последнее действие каждого" },
    },
    grace: { label: "Дней отсрочки" },
    people: { label: "Таблица клиентов", unset: "нет" },
    start: { label: "С нами с", unset: "первое действие" },
    startBeside: { label: "С нами с", unset: "первое действие" },
    duration: { label: "Столбец с временем", unset: "столбец с временем" },
    status: { label: "Столбец состояния", unset: "столбец состояния" },
    event: { label: "Состояние ушедших", unset: "true" },
    entry: { label: "Столбец начала наблюдения", unset: "начало" },
    group: { label: "Группы по", unset: "нет" },
    groupBeside: { label: "Группы по", unset: "нет" },
    unit: { label: "Единица времени", options: { day: "дни", week: "недели", month: "месяцы" } },
    horizons: { label: "Доли через" },
    tau: { label: "Среднее время до", unset: "самого дальнего из них, до которого дошли все группы" },
    scale: {
      label: "Интервал",
      options: { "log-log": "log-log", log: "log (как в R)", plain: "простой Гринвуда" },
    },
    from: { label: "Уходы видны с", unset: "первый день" },
    asOf: { label: "Данные известны до", unset: "последнего полного дня" },
  },
};

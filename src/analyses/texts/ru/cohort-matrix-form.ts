import type { FormTexts } from "../form-texts";

export const cohortMatrixForm: FormTexts = {
  title: "Матрица когорт",
  question: "Сколько клиентов каждой когорты возвращается и удерживают ли новые когорты больше?",
  sentence: (params) => {
    const measure = params.metric === "customers" ? "{metric}, показать {show}" : "{metric}";
    const currency = params.metric === "revenue" ? ", валюта: {currency}" : "";
    const column = params.people === null ? "{attribute}" : "{attributeBeside}";
    const rows =
      params.by === "attribute"
        ? ` (таблица: {people}, столбец: ${column})`
        : params.by === "behaviour"
          ? ": {event} не меньше {times} раз за первые {days} дн., да или нет"
          : params.by === "signup"
            ? " (таблица: {people})"
            : "";
    const until =
      params.counting === "brackets"
        ? "Промежутки начинаются с: {brackets}."
        : "Последний период: {offsets}.";
    const average = params.metric === "customers" ? " Среднее по строкам: {average}." : "";
    return `Строки — {by}${rows}. Целевое действие: {rule}. Период — {grain}, {window}, считать {counting}: ${measure}${currency}. ${until} Вывод — о периоде {at}.${average} Данные известны до: {asOf}.`;
  },
  params: {
    metric: {
      label: "Что считать",
      options: { customers: "клиентов", revenue: "суммы", orders: "заказы" },
    },
    show: { label: "Показать", options: { retention: "удержание", attrition: "отток" } },
    rule: { label: "Целевое действие" },
    by: {
      label: "Строки",
      options: {
        activity: "по первому целевому действию",
        signup: "по регистрации",
        order: "по первому заказу",
        attribute: "по признаку клиента",
        behaviour: "по тому, что сделано вначале",
      },
    },
    people: { label: "Таблица клиентов", unset: "та же" },
    attribute: { label: "Столбец", unset: "выберите столбец" },
    attributeBeside: { label: "Столбец", unset: "выберите столбец" },
    event: { label: "Событие", unset: "выберите событие" },
    times: { label: "Не меньше стольких раз" },
    days: { label: "За первые дни" },
    grain: { label: "Период", options: { day: "день", week: "неделя", month: "месяц" } },
    window: { label: "Вид периода", options: { calendar: "календарный", rolling: "скользящий" } },
    counting: {
      label: "Считать",
      options: { on: "в самом периоде", after: "в нём или позже", brackets: "по промежуткам" },
    },
    brackets: { label: "Начала промежутков" },
    offsets: { label: "Последний период" },
    at: { label: "Период для вывода", unset: "как принято" },
    average: {
      label: "Среднее",
      options: { pooled: "общее", simple: "простое", mixpanel: "взвешенное, как в Mixpanel" },
    },
    currency: { label: "Валюта", unset: "какая есть" },
    asOf: { label: "Данные известны до", unset: "последнего полного дня" },
  },
};

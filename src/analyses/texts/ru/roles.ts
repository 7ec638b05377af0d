import type { roles as english } from "../en/roles";

export const roles: typeof english = {
  name: {
    customer: "Клиент",
    parent: "Компания пользователя",
    time: "Время события",
    event: "Событие",
    order: "Номер заказа",
    amount: "Сумма",
    currency: "Валюта",
    start: "Начало договора",
    end: "Окончание договора",
    paidUntil: "Оплачено до",
    mrr: "Выручка в месяц",
    status: "Статус",
    signup: "Дата регистрации",
    reason: "Причина ухода",
    variant: "Вариант теста",
    assigned: "Момент попадания в тест",
  },
  missing: (role) => `Нужен столбец для роли «${roles.name[role]}».`,
  gone: (role, column) => `Столбца «${column}» для роли «${roles.name[role]}» нет в таблице.`,
  wrongType: (role, column, type) =>
    `«${column}» не может быть ролью «${roles.name[role]}»: его тип — ${type}. ${
      ["time", "start", "end", "paidUntil", "signup", "assigned"].includes(role)
        ? "Загрузите файл ещё раз, указав формат даты, или выберите столбец с датами."
        : "Выберите другой столбец."
    }`,
};

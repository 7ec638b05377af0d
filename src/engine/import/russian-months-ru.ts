/** As they stand in dates: `15 марта 2024 г.`, and as they are cut short. */
export const monthsInRussian: readonly (readonly [name: string, short: string])[] = [
  ["января", "янв"],
  ["февраля", "фев"],
  ["марта", "мар"],
  ["апреля", "апр"],
  ["мая", "май"],
  ["июня", "июн"],
  ["июля", "июл"],
  ["августа", "авг"],
  ["сентября", "сен"],
  ["октября", "окт"],
  ["ноября", "ноя"],
  ["декабря", "дек"],
];

export const yearInRussian = "г";

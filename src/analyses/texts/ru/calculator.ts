import type { calculator as english } from "../en/calculator";
import { formatsOf } from "../formats";

const { count, list, percent, plural } = formatsOf("ru");

const figures = { new: "новых", returned: "вернувшихся" };
const ofCustomers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;

export const calculator: typeof english = {
  form: {
    title: "Отток по итогам",
    question: "Каков отток, если известны только итоги?",
    sentence: () =>
      "В начале клиентов было {start}, в конце — {end}, из них новых {new} и вернувшихся {returned}. Какая доля бывших в начале ушла?",
    params: {
      start: { label: "Клиентов в начале" },
      end: { label: "Клиентов в конце" },
      new: { label: "Новых за это время" },
      returned: { label: "Вернулось за это время" },
    },
  },
  verdict: {
    found: (f) => {
      const outside = [
        ...(f.new > 0 ? [`${count(f.new)} ${plural(f.new, { one: "новый", other: "новых" })}`] : []),
        ...(f.returned > 0
          ? [`${count(f.returned)} ${plural(f.returned, { one: "вернувшийся", other: "вернувшихся" })}`]
          : []),
      ];
      const said =
        `Из ${ofCustomers(f.n)} на начало ${plural(f.lost, { one: "ушёл", other: "ушли" })} ${count(f.lost)}: отток ${f.rate} (${f.interval}). ${f.thatIs}`.trim();
      return outside.length ? `${said} В расчёт не входят: ${list(outside)}.` : said;
    },
    noBase: "Нельзя сказать: если в начале никого не было, терять некого.",
    refused: {
      "more than end": (f) =>
        `Отказ: число ${figures[f.figure]} не может быть верным. Новых (${count(f.new)}) и вернувшихся (${count(f.returned)}) вместе больше, чем ${count(f.end)} в конце.`,
      "remaining more than start": (f) =>
        `Отказ: число ${figures[f.figure]} слишком мало. Без новых и вернувшихся в конце остаётся ${count(f.remaining)}, больше, чем ${count(f.start)} в начале; пришло ещё не меньше ${count(f.remaining - f.start)}.`,
      "growth without newcomers": (f) =>
        `Отказ: не указано число ${figures[f.figure]}. По одним итогам вышло бы (${count(f.start)} − ${count(f.end)}) / ${count(f.start)} = ${minus(percent(f.naive))}, а потерять меньше нуля нельзя. Пришло не меньше ${ofCustomers(f.end - f.start)}; отток спрашивает только о ${count(f.start)} бывших в начале.`,
    },
  },
  next: {
    found: "По таблице событий или договоров то же можно узнать за каждый период, вместе с самими клиентами.",
    noBase: "Укажите, сколько клиентов было в начале.",
    new: "Укажите, сколько клиентов появилось впервые за это время.",
    returned: "Укажите, сколько клиентов вернулось: не больше, чем есть в конце.",
  },
  naive: (f) =>
    `Итоги обманчивы: (${count(f.start)} − ${count(f.end)}) / ${count(f.start)} = ${minus(percent(f.naive))} — не отток, потому что новые клиенты заслоняют ушедших.`,
  trusted:
    "Итоги приняты на веру: без самих клиентов не проверить, что новые и вправду новые и что никто не сосчитан дважды.",
  formula: (f, remaining) => [
    "оставшиеся = конец − новые − вернувшиеся",
    `= ${count(f.end)} − ${count(f.new)} − ${count(f.returned)} = ${minus(count(remaining))}`,
  ],
  exampleNote:
    "В примере июль и август одинаковы: уходит 5 % старых клиентов и 125 новых. Если делить всех ушедших на бывших в начале, август выглядит лучше; по формуле — нет.",
  example: {
    title: "Почему новые не в счёт: два одинаковых месяца",
    month: "Месяц",
    months: ["Июль", "Август"],
    start: "На начало",
    lostOld: "Из них ушли",
    new: "Новые",
    lostNew: "Ушли из новых",
    end: "На конец",
    anyOverStart: "Все ушедшие к началу, %",
    attrition: "Отток по формуле, %",
  },
};

function minus(text: string): string {
  return text.replace("-", "−");
}

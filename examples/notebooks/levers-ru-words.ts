/** Russian for the words in the queries and the code of the levers notebook, by the id of the cell. */
export const words: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  accounts: [
    [
      "each account that can be judged: its first contract, and whether it had one on that day",
      "каждая компания, о которой можно судить: первый договор и был ли договор в тот день",
    ],
    ["a date range is two days, a multi-select a list", "период — это два дня, множественный выбор — список"],
    ["the data has to reach that day", "данные должны доходить до этого дня"],
    [
      "who left during the early days had no time to do anything",
      "кто ушёл в первые дни, ничего не успел сделать",
    ],
  ],
  ranking: [
    ["compared is an array of the TypeScript cell above", "compared — массив из ячейки TypeScript выше"],
  ],
  "by-part": [["a column picker gives a name, not a text", "выбор столбца даёт имя, а не текст"]],
  confidence: [
    ["Confidence of every interval", "Надёжность всех интервалов"],
    ["80 % intervals", "интервалы 80 %"],
    ["90 % intervals", "интервалы 90 %"],
    ["95 % intervals", "интервалы 95 %"],
    ["99 % intervals", "интервалы 99 %"],
  ],
  wilson: [
    ["A share with its score interval; null for nobody.", "Доля с её интервалом; null, если никого нет."],
  ],
  compared: [
    ['"did it", "did not"', '"сделали", "не сделали"'],
    ["too few to show:", "слишком мало, не показано:"],
  ],
  "compared-chart": [
    ["Still under contract, by early behaviour", "Кто остался с договором, по первым шагам"],
    [
      "Dots are shares, bars their intervals: what chance may do, and nothing else.",
      "Точки — доли, полосы — их интервалы: только то, что может сделать случай.",
    ],
    ["accounts still under contract (%)", "компании с договором (%)"],
    ["channels: { accounts:", "channels: { компаний:"],
  ],
  chosen: [["In percent, with one decimal.", "В процентах, с одним знаком после запятой."]],
  bootstrap: [
    [
      "Accounts drawn again, some twice, some not at all. Where only yes or no counts,",
      "Компании выбраны заново, одни дважды, другие ни разу. Где важно только да или нет,",
    ],
    ["that is a coin tossed with their share.", "это бросок монеты с их долей."],
    ["too few accounts to say anything", "компаний слишком мало, чтобы что-то сказать"],
    ["who did it stayed more often", "те, кто это сделал, оставались чаще"],
    ["who did it stayed less often", "те, кто это сделал, оставались реже"],
    ["no difference that chance alone could not make", "такую разницу мог создать и один только случай"],
  ],
  pictogram: [["</strong> of 100 stayed", "</strong> из 100 остались"]],
  "bootstrap-chart": [
    [
      "The difference, had the accounts been drawn again 2,000 times",
      "Какой была бы разница, если выбрать компании заново 2 000 раз",
    ],
    ["difference in percentage points", "разница в процентных пунктах"],
    ['"draws"', '"выборки"'],
  ],
  curve: [
    [
      "Values in sql are bound: none of them can become SQL.",
      "Значения в sql связаны: ни одно не станет частью SQL.",
    ],
    ["Share under contract, week after week", "Доля с договором, неделя за неделей"],
    ["days after signing up", "дней с начала"],
    ["under contract (%)", "с договором (%)"],
  ],
  "by-part-chart": [
    ["Still under contract, by ", "Кто остался с договором, по столбцу "],
    ["still under contract (%)", "с договором (%)"],
    ["channels: { accounts:", "channels: { компаний:"],
  ],
  terms: [
    [
      "${annual} of all ${terms.size} accounts** began with a year's contract. They cannot\nleave before day 365: on day ${day_n} they stay, whatever they did.",
      "${annual} из всех ${terms.size} компаний** начали с договора на год. Они не могут\nуйти до 365-го дня: на ${day_n}-й день они с нами, что бы ни делали.",
    ],
  ],
};

import type { Texts } from "../en";
import { count, number } from "./amounts";

const variants = (n: number) =>
  count(n, { one: "вариант", few: "варианта", many: "вариантов", other: "варианта" });
const entries = (n: number) => count(n, { one: "запись", few: "записи", many: "записей", other: "записи" });
const share = new Intl.NumberFormat("ru", { style: "percent" });

export const ledger: Pick<Texts, "ledger"> = {
  ledger: {
    title: "Гипотезы",
    empty: "Пока ничего не записано, и ни один анализ не дал ответа.",
    write: "Записать, чего вы ждёте",
    first: "Сначала записать, чего я жду, потом считать",
    form: "Чего вы ждёте",
    lead: "Записанная до ответа догадка становится проверкой. Изменить её потом нельзя.",
    seen: (n) =>
      `Эти данные уже отвечали на этот вопрос, ответов: ${number.format(n)}. То, что вы запишете сейчас, записано не заранее, и это будет сказано.`,
    behaviour: "Действие",
    direction: "Чем его больше, тем чаще",
    directions: { stay: "остаются", leave: "уходят", none: "без разницы" },
    metric: "Чем измеряется",
    metricHint: "отток верхней четверти против нижней",
    threshold: "Верно, начиная с",
    thresholdHint: "на 5 п. п. меньше",
    save: "Записать",
    saveAndRun: "Записать и посчитать",
    without: "Посчитать без записи",
    cancel: "Отмена",
    incomplete: "Назовите действие, меру и порог.",
    claim: {
      stay: (behaviour) => `Ожидание: чем больше «${behaviour}», тем чаще остаются.`,
      leave: (behaviour) => `Ожидание: чем больше «${behaviour}», тем чаще уходят.`,
      none: (behaviour) => `Ожидание: «${behaviour}» ни на что не влияет.`,
    },
    claimed: (metric, threshold) => `Мера: ${metric}. Верно, начиная с: ${threshold}.`,
    written: (moment) => `Записано ${moment}`,
    place: (place, of) =>
      of === 1
        ? "Первый вариант этого вопроса"
        : `Вариант ${number.format(place)} из ${number.format(of)} испробованных для этого вопроса`,
    yes: "записано заранее: да",
    oneOf: (n) => `записано заранее: да, всего ожиданий: ${number.format(n)}`,
    otherSettings: "записано заранее: да, но с другими настройками",
    late: (n) => `записано, когда ${variants(n)} уже было видно`,
    no: "записано заранее: нет",
    show: "Что было испробовано",
    hide: "Скрыть, что было испробовано",
    chance: (n, chance) =>
      `Вариантов на одних и тех же данных: ${number.format(n)}. Будь они независимы, хотя бы один случайно вышел бы за свой 95%-й интервал с вероятностью ${share.format(chance)}.`,
    earlier: (n) => `Более ранние записи не показаны: ${number.format(n)}.`,
    noVerdict: "Вывода не было.",
    changed: (label, old, now) => `${label}: ${old} → ${now}`,
    nothing: "–",
    rule: "то, что было задано тогда",
    meaning: "Изменилось, что значат столбцы или что считается активностью.",
    otherData: "На других данных.",
    counts: (tried, claims) =>
      claims ? `${variants(tried)}, ожиданий: ${number.format(claims)}` : variants(tried),
    fault: (n) =>
      `Этот журнал изменён вне Ebb: начиная с записи ${number.format(n)} в нём не то, что было записано.`,
    erased: (n, moment) => `Стёрто ${moment}: ${entries(n)}.`,
    lost: (n) => `Не удалось прочитать из файла: ${entries(n)}.`,
    head: "Метка журнала; запишите её отдельно — и незаметно изменить записанное здесь не сможет никто:",
    erase: "Стереть журнал",
    eraseSure: (n) => `Стереть навсегда ${entries(n)}? То, что журнал стёрли, останется здесь.`,
    eraseYes: "Да, стереть",
  },
};

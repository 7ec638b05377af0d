import type { Texts } from "../en";

export const levers: Pick<Texts, "levers"> = {
  levers: {
    widest: "самые распространённые события",
    choose: "выберите действия",
    add: "+ действие",
    addTo: (label) => `${label}: добавить действие`,
    cut: (name) => `${name}: засчитывается начиная с этого значения; пусто — как измерено`,
    badCut: "Введите число или очистите поле: тогда берётся измеренное значение.",
    notOne: (text) => `Действия «${text}» здесь нет.`,
    groups: { whole: "Все события вместе", event: "События" },
    fault: {
      gone: (name, table) => `В таблице ${table} сейчас нет столбца «${name}».`,
      "wrong-kind": (name) => `Значения столбца «${name}» — не числа и не «да или нет».`,
      "no-event": (name, table) => `В таблице ${table} сейчас нет события «${name}».`,
      "no-events": (_name, table) => `Неизвестно, в каком столбце таблицы ${table} события.`,
    },
  },
};

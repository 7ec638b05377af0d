import type { Texts } from "../en";

export const run: Pick<Texts, "run"> = {
  run: {
    lazy: "По запросу",
    lazyHint:
      "Всё, что зависит от изменения, помечается устаревшим; перед ячейкой выполняется то, что ей нужно",
    more: "Выполнить другие ячейки",
    thisCell: "Эту ячейку",
    above: "Все выше",
    below: "Эту и все ниже",
    stale: "Все устаревшие",
    all: "Все ячейки",
    toTypescript: "Сделать кодом TypeScript",
    switchOff: "Выключить вместе с зависимыми",
    switchOn: "Включить",
    off: "выключена",
    offBecause: (label) => `выключена вместе с ${label}`,
    stopCell: (label) => `Остановить ${label}`,
    running: (seconds) => `выполняется ${seconds} с`,
    long: "Это надолго.",
    question: (n, of) => `вопрос ${n} из ${of}`,
    arithmetic: (share) => (share ? `вычисления, ${share}` : "вычисления"),
    width: "ширина страницы изменилась",
    goTo: (label) => `Перейти к ${label}`,
    nameEverywhere: "Новое имя — везде, где оно читается",
    everywhere: "везде, где читается",
    notRenamed: (name) => `Не переименовано: ${name} здесь не годится как имя или уже занято.`,
    meansAnother: (name, label) =>
      `Не переименовано: в ${label} имя ${name} значит другое или не может быть записано.`,
    renameTo: (name) => `Переименовать эту в ${name}`,
    defines: (names) => `Определяет ${names}`,
    codePlaceholder: 'TypeScript: доступны Plot, d3, sql`…` и table("…")',
    format: "Выровнять код",
    quotedHole: "В кавычках это просто текст. Уберите кавычки: значение подставится как значение.",
    noValue: "…",
  },
};

import type { figures as english } from "../en/lever-regression-figures";
import { formatsOf } from "../formats";

const { count, plural } = formatsOf("ru");

export const figures: typeof english = {
  forest: {
    title: "Кто так себя ведёт, остаётся чаще: отношения шансов при прочих равных",
    caption: (hasMeasure) =>
      `Точки — отношения шансов остаться среди клиентов, схожих во всём остальном, линии — 95 %-ные интервалы; кольца — то же поведение само по себе. Правее 1 — связано с удержанием.${hasMeasure ? " Измеренное — на одно стандартное отклонение." : ""} Это связь, а не влияние.`,
    alternative: (all, strongest) =>
      `Отношения шансов для ${count(all)} ${kinds(all)} поведения${strongest ? `; больше всего — «${strongest.name}», ${strongest.odds}` : ""}.`,
    axis: "Отношение шансов остаться",
    legend: {
      keep: "с удержанием",
      against: "с уходом",
      reversed: "знак меняется",
      other: "нельзя сказать",
    },
  },
  sharesFigure: {
    title: "Сильное само по себе или неповторимое?",
    caption: (resamples, isRefitted) =>
      `Сколько каждое поведение прибавляет к R² Макфаддена: если ввести его первым, в среднем по всем порядкам (Шепли), последним. Длинная первая и короткая последняя — об этом же говорит другое. Справа — доля от всего поведения.${resamples > 0 ? ` Линии — 95 % подвыборок (всего ${count(resamples)})${isRefitted ? "; доли в подвыборках завышены" : ""}.` : ""}`,
    alternative: (name, value) => `Больше всего прибавляет «${name}»: в среднем ${value} от R².`,
    axis: "Часть R²",
    legend: { first: "первым", shapley: "Шепли", last: "последним" },
  },
};

export function kinds(n: number): string {
  return plural(n, { one: "вида", other: "видов" });
}

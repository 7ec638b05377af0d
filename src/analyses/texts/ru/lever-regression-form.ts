import { hasLines } from "../../lever-regression/params";
import type { FormTexts } from "../form-texts";
import { levers } from "./levers";

export const form: FormTexts = {
  title: "Регрессия рычагов",
  question: "Какое поведение связано с удержанием само по себе?",
  sentence: (params) =>
    `Какое поведение — {levers} — связано с удержанием среди клиентов, схожих во всём остальном и в столбцах: ${levers.controls(params)}? ${levers.windows(params)}${hasLines(params) ? " Пороги {lines}." : ""} Модель: {model}; кроме того: {beside}. Клиенты, о которых что-то неизвестно, {missing}. Разница меньше {delta} клиентов не важна. Подвыборок для интервалов долей: {resamples}.`,
  params: {
    ...levers.params,
    model: {
      label: "Модель",
      options: {
        fitting: "подходящая к данным",
        likelihood: "максимальное правдоподобие",
        firth: "правдоподобие со штрафом Фёрта",
      },
    },
    lines: {
      label: "Пороги",
      options: {
        searched: "подобраны на этих же клиентах",
        beforehand: "записаны заранее",
      },
    },
    beside: {
      label: "Кроме того",
      options: {
        none: "ничего",
        cox: "время до ухода (Кокс)",
        ridge: "гребневая регрессия",
        lasso: "лассо",
      },
    },
    missing: {
      label: "Поведение неизвестно",
      options: {
        drop: "не учитываются",
        indicator: "остаются с пометкой",
        impute: "не учитываются, а рядом пропуски заполняются",
      },
    },
    delta: { label: "Наименьшая важная разница" },
    resamples: { label: "Подвыборки" },
  },
};

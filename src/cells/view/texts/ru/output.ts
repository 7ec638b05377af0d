import type { Texts } from "../en";
import { count, number, rows } from "./amounts";

const amount = (one: string, few: string, many: string) => (n: number) =>
  count(n, { one, few, many, other: few });

const letters = amount("знак", "знака", "знаков");
const points = amount("точка", "точки", "точек");
const values = amount("значение", "значения", "значений");
const arrows = amount("стрелка", "стрелки", "стрелок");
const bars = amount("столбик", "столбика", "столбиков");

export const output: Pick<Texts, "output" | "figureWords"> = {
  output: {
    name: (label) => `Вывод ячейки ${label}`,
    figureName: (label) => `График ячейки ${label}`,
    tableName: (label) => `Таблица ячейки ${label}`,
    valueName: (label) => `Значение ячейки ${label}`,
    noRows: "В таблице нет строк.",
    noColumns: "В таблице нет столбцов.",
    tableGone: (n) => `${rows(n)} — не сохранены. Выполните ячейку, чтобы их увидеть.`,
    asTable: "Показать таблицей",
    asValue: "Показать значением",
    reading: "Чтение строк…",
    dataFailed: (message) => `Строки не прочитаны: ${message}`,
    tooMany: (n) =>
      `Нарисовано знаков: ${number.format(n)}. Это медленно, и они закрывают друг друга: начиная примерно с 20 000 сначала посчитайте, потом рисуйте количества.`,
    binHow: "В SQL — group by и count(*). В Plot — Plot.binX, Plot.rectY или Plot.hexbin.",
    bin: "Разбить на интервалы",
    link: (address) => `Эту ссылку создал код: ${address}`,
    linkWarning: "В адресе могут быть данные. Только её открытие и выйдет за пределы этой страницы.",
    openLink: "Открыть",
    cancel: "Отмена",
    cut: (n) => `Здесь обрезано; во всём тексте ${letters(n)}.`,
    more: (n) => `ещё ${number.format(n)}`,
    moreFailed: (message) => `Не удалось прочитать: ${message}`,
    levels: { log: "запись", info: "сведения", warn: "предупреждение", error: "ошибка" },
    cutOutput: {
      parts: "Ячейка показала больше, чем вмещает страница; остальное опущено.",
      changes: "Ячейка меняет показанное быстрее, чем успевает страница; часть изменений опущена.",
      nodes: "Ячейка показала больше элементов, чем вмещает страница; остальное опущено.",
      characters: "Ячейка показала больше текста, чем вмещает страница; остальное опущено.",
      unreadable: "Что-то из показанного ячейкой на странице показать нельзя; это опущено.",
    },
    console: "Консоль",
    goTo: (line) => `Перейти к строке ${number.format(line)}`,
    inCell: (label, line) => `${label}, строка ${number.format(line)}`,
    stack: "Откуда вызвано",
  },
  figureWords: {
    kinds: {
      line: { name: "Линейный график", of: points },
      area: { name: "График с областями", of: points },
      bar: { name: "Столбчатая диаграмма", of: bars },
      rect: { name: "Диаграмма", of: amount("прямоугольник", "прямоугольника", "прямоугольников") },
      cell: { name: "Сетка ячеек", of: amount("ячейка", "ячейки", "ячеек") },
      dot: { name: "Точечная диаграмма", of: points },
      hexagon: {
        name: "Точечная диаграмма",
        of: amount("шестиугольник", "шестиугольника", "шестиугольников"),
      },
      text: { name: "Диаграмма", of: amount("подпись", "подписи", "подписей") },
      tick: { name: "Диаграмма из чёрточек", of: amount("чёрточка", "чёрточки", "чёрточек") },
      box: { name: "Диаграмма размаха", of: values },
      rule: { name: "Диаграмма", of: amount("линия", "линии", "линий") },
      vector: { name: "Поле стрелок", of: arrows },
      arrow: { name: "Диаграмма со стрелками", of: arrows },
      link: { name: "Диаграмма связей", of: amount("связь", "связи", "связей") },
      geo: { name: "Карта", of: amount("фигура", "фигуры", "фигур") },
      contour: { name: "Линии уровня", of: values },
      density: { name: "График плотности", of: values },
      regression: { name: "Линия регрессии", of: values },
      tree: { name: "Дерево", of: amount("узел", "узла", "узлов") },
      image: { name: "Диаграмма из картинок", of: amount("картинка", "картинки", "картинок") },
      raster: { name: "Растр", of: values },
      waffle: { name: "Диаграмма-вафля", of: bars },
      other: { name: "Диаграмма", of: amount("знак", "знака", "знаков") },
    },
    chart: (name, amount) => (amount === null ? name : `${name}: ${amount}`),
    also: (chart, parts) => `${chart}, также ${parts}`,
    axis: {
      x: "по горизонтали",
      y: "по вертикали",
      color: "цвет",
      r: "размер",
      fx: "столбцы малых графиков",
      fy: "ряды малых графиков",
    },
    range: (from, to) => (from === to ? from : `от ${from} до ${to}`),
    period: (from, to) => (from === to ? from : `${from} — ${to}`),
    named: (scale, label) => (label === "" ? scale : `${scale} — ${label}`),
    spread: (what, domain) => `${what}: ${domain}`,
    andMore: (list) => `${list}, …`,
  },
};

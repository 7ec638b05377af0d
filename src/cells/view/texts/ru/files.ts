import type { Texts } from "../en";
import type { Blocked, fileNotices as inEnglish, mergeConflict as mergeConflictInEnglish } from "../en/files";
import { capitalised } from "../forms";
import { count } from "./amounts";

const some = (n: string | undefined) => n !== undefined && n !== "0";
const cells = (n: string | undefined) =>
  count(Number(n), { one: "ячейка", few: "ячейки", many: "ячеек", other: "ячейки" });

export const mergeConflict: typeof mergeConflictInEnglish = ({ file, line, own, theirs }) => {
  const where = `В ${file} остался неразрешённый конфликт слияния${line ? ` (со строки ${line})` : ""}.`;
  if (own && theirs)
    return `${where} Обе стороны читаются; ничего не откроется, пока вы не выберете, а файл останется как есть.`;
  if (own || theirs)
    return `${where} Читается только одна сторона: ${own || theirs}. Файл останется как есть.`;
  return `${where} Разрешите конфликт в текстовом редакторе и откройте файл снова.`;
};

export const fileNotices: typeof inEnglish = {
  "has-rows": (v) =>
    `Вместе с ${v.file} пришли строки таблиц (${v.tables}). Они ещё не загружены, и ничего не выполнялось.`,
  "rows-stay": (v) =>
    `Сохранено без строк таблиц ${v.tables}: в файле остаётся только то, с чем он пришёл. Чтобы взять их с собой, нажмите «Поделиться».`,
  "other-language": (v) =>
    `${cells(v.count)} на ${v.language ? `языке ${capitalised(v.language)}` : "другом языке"}: видны вместе с их результатами, сохраняются как есть, но здесь не выполняются. Текст можно править и добавлять новые ячейки.`,
  "not-whole": (v) =>
    `${v.file} прочитан не целиком. При сохранении Ebb спросит новое место, а этот файл останется как есть.`,
  "changed-on-disk": (v) =>
    `${v.file} с тех пор изменён другой программой, поэтому не перезаписан. Выберите другое имя — или то же, чтобы заменить его.`,
  "not-utf-8": () => "Некоторые знаки в файле повреждены; здесь на их месте стоит �.",
  pieces: (v) =>
    `Прочитано: ${cells(v.count)}, не прочитано: ${v.lost}; настройки и описание данных могли потеряться.`,
  "only-pieces": (v) =>
    `Здесь то, что удалось прочитать из ${v.file}, — новым блокнотом. Файл остался как есть.`,
  "one-side": (v) =>
    `Это ${v.file} — новым блокнотом. Файл остался как есть; при сохранении Ebb спросит место.`,
  "kit-languages": (v) =>
    `${cells(v.count)} на языках, которые Ebb не выполняет (${v.types}): оставлены текстом, для обратного пути.`,
  "kit-databases": (v) => `Запросы к другой базе (${v.names}) теперь читают таблицы, загруженные здесь.`,
  "kit-broken": (v) =>
    v.cells
      ? `Файл был повреждён ещё раньше: похоже, ячейка ${v.cells} поглотила то, что шло за ней.`
      : "Файл был повреждён ещё раньше: текст стоит вне ячеек, значит, одна из них обрезана.",
  "not-kit": (v) => `${v.file} — веб-страница, но не блокнот Notebook Kit. Открытый блокнот не тронут.`,
  "sql-deeds": (v) =>
    `Команд, которые меняют таблицы (${v.words}): ${v.count}. Ячейка может только спрашивать; здесь они остались текстом.`,
  "sql-encoding": () => "Файл не в UTF-8 и прочитан как Windows-1251. Проверьте, верны ли буквы.",
  "sql-dump": (v) =>
    `${v.file}: команд — ${v.count}. Это скорее выгрузка данных, чем запросы. Выгрузите таблицы в CSV и перетащите сюда.`,
  "kit-written": (v) => {
    const left = [
      some(v.results) ? "сохранённых результатов" : "",
      some(v.attachments) ? "вложенных картинок" : "",
    ];
    const named = left.filter(Boolean).join(" и ");
    const without = named ? ` В нём нет ${named}: для них там нет места.` : "";
    const ours = some(v.ours) ? " Анализы и поля ввода записаны кодом, который выполняет только Ebb." : "";
    return `«${v.file}» готов для Notebook Kit.${without}${ours}`;
  },
  "kit-refused": (v) => {
    const where = v.place ? `ячейка ${v.place} не вернулась бы` : "название не вернулось бы";
    const why = {
      "script-end": "«</script/» обрезало бы её на этом месте",
      comment: "«<!--» перед «<script» поглотило бы следующие ячейки",
      "line-end": "в строке SQL есть перевод строки другого вида, и он бы изменился",
      characters: "в тексте есть знак, которого не может быть на веб-странице",
    }[v.reason ?? ""];
    return `Файл не создан: ${where} из него целиком${why ? ` — ${why}` : ""}. Измените этот текст или сохраните в .ipynb.`;
  },
};

const blocked: Readonly<Record<Blocked, string>> = {
  script: "Скрипт не выполнен",
  frame: "Встроенная страница не загружена",
  media: "Запись не загружена",
  form: "Форма убрана",
  drawing: "Рисунок внутри текста убран",
  image: "Картинка не загружена",
};

export const files: Pick<Texts, "offers" | "copies" | "elsewhere"> = {
  offers: {
    "open-own": "Открыть мою сторону",
    "open-theirs": "Открыть другую сторону",
    "compare-sides": "Сравнить обе",
    "open-pieces": "Открыть, что прочиталось",
    "load-rows": "Загрузить строки",
  },
  copies: {
    title: "Сохранить как, сравнить…",
    as: "Под другим именем…",
    codeOnly: "Без результатов (.ipynb)",
    ledgerStays: (n) =>
      `Журнал гипотез остаётся в файле (${count(n, { one: "запись", few: "записи", many: "записей", other: "записи" })}), вместе с выводами, какими они были.`,
    bare: "Без результатов и гипотез (.ipynb)",
    kit: "Для Notebook Kit (.html)",
    kitHint: "Там код выполняется без защиты Ebb; двойной щелчок по файлу не выполняет ничего.",
  },
  elsewhere: {
    region: (name) => `Что дала в другом месте: ${name}`,
    from: "Сохранено другой программой; здесь ничего из этого не выполняется.",
    large: (size) => `Этот вывод занимает ${size} и пока не показан.`,
    show: "Показать",
    more: (n) =>
      `Показать ещё: ${count(n, { one: "вывод", few: "вывода", many: "выводов", other: "вывода" })}`,
    noForm: (types) => `Не показано: ${types}.`,
    blocked: (what, address) => `${blocked[what]}${address ? `: ${address}` : "."}`,
    picture: "Картинка",
    errorIn: (name) => `Там произошла ошибка: ${name}`,
  },
};

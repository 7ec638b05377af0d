import type { adoptionScore as english, CheckSaid } from "../en/adoption-score";
import { formatsOf } from "../formats";
import { base } from "./base";
import { levers } from "./levers";

const { count, list, number, plural } = formatsOf("ru");

const ofCustomers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;

const version: typeof english.version = {
  coef: "коэффициенты",
  shapley: "доли Шепли",
  equal: "равные веса",
  points: "целые баллы",
  phi: "фи, каждое само по себе",
};

const spanned = ({ value, interval, format }: CheckSaid, digits: number) =>
  interval
    ? `${format.number(value, digits)} (${base.interval(format.number(interval[0], digits), format.number(interval[1], digits))})`
    : format.number(value, digits);

const named = (names: readonly string[]) => (names.length ? ` (${list(names)})` : "");

export const adoptionScore: typeof english = {
  form: {
    title: "Балл внедрения",
    question: "Из каких привычек сложить балл, связанный с удержанием, и можно ли ему верить?",
    sentence: (params) =>
      `Оценить каждого клиента от 0 до 100 по поведению: {levers}. Веса: {weighting}. ${levers.windows(params)} Веса найдены по модели, где клиенты схожи по столбцам ${levers.controls(params)}.${params.mode === "columns" ? " Дата начала клиента: {began}." : ""}`,
    params: {
      ...levers.params,
      levers: { label: "Поведение", unset: "самые распространённые события, каждое хотя бы раз" },
      weighting: {
        label: "Веса",
        options: { best: "версия, прошедшая больше всего проверок", ...version },
      },
      began: { label: "Дата начала клиента", unset: "неизвестна" },
    },
  },
  version,
  above: (behaviour) => `${behaviour} > 0`,
  span: (from, to) => `${number(from)}–${number(to)}`,
  spanOf: (from, to) => `${from}–${to}`,
  quarter: (place) => `четверть ${place} из 4`,
  state: { pass: "да", fail: "нет", "cannot-tell": "нельзя сказать" },
  check: {
    signs: {
      name: "знаки весов",
      title: "1. У каждого веса ожидаемый знак",
      said: ({ value, names }) => (value === 0 ? "против нет" : `против — ${count(value)}${named(names)}`),
    },
    monotone: {
      name: "рост удержания с баллом",
      title: "2. Удержание растёт вместе с баллом",
      said: ({ value, other, format }) =>
        `шагов вниз — ${count(value)}${other === null ? "" : `, тренд p ${other < 0.0001 ? "< " : ""}${format.number(Math.max(other, 0.0001), 4)}`}`,
    },
    discriminates: {
      name: "различение новых клиентов",
      title: "3. Различает новых для него клиентов (AUC выше 0,5)",
      said: (f) => spanned(f, 3),
    },
    calibrated: {
      name: "калибровка на новых клиентах",
      title: "4. Откалиброван на новых клиентах (наклон от 0,8 до 1,2)",
      said: (f) => spanned(f, 2),
    },
    optimism: {
      name: "малый оптимизм",
      title: "5. Мало оптимизма (меньше 0,03)",
      said: ({ value, format }) => format.number(value, 3),
    },
    stable: {
      name: "устойчивость весов",
      title: "6. Веса держатся на других выборках клиентов",
      said: ({ value, other, format }) =>
        other === null
          ? "заданы"
          : `веса колеблются на ${format.percent(value)}, самый большой остаётся первым в ${format.percent(other)} выборок`,
    },
    later: {
      name: "начавшие позже",
      title: "7. Держится на тех, кто начал позже (AUC выше 0,5)",
      said: (f) => spanned(f, 3),
    },
    within: {
      name: "каждый сегмент",
      title: "8. Держится внутри каждого сегмента",
      said: (f) => `наименьший AUC ${spanned(f, 3)}${f.segment === null ? "" : `, ${f.segment}`}`,
    },
    adds: {
      name: "больше, чем исходные признаки",
      title: "9. Говорит больше, чем исходные признаки клиентов",
      said: ({ value, format }) =>
        `p ${value < 0.0001 ? "< " : ""}${format.number(Math.max(value, 0.0001), 4)}`,
    },
    movable: {
      name: "есть кого продвигать",
      title: "10. Есть кого продвигать (включено не больше чем у 80 %)",
      said: ({ value, names, format }) => `включено не больше чем у ${format.percent(value)}${named(names)}`,
    },
    leak: {
      name: "нет утечки исхода",
      title: "11. Ни одно поведение не совпадает с исходом (AUC порознь до 0,95)",
      said: ({ value, names, format }) => `не больше ${format.number(value, 3)}${named(names)}`,
    },
    coverage: {
      name: "охват",
      title: "12. Всё поведение известно хотя бы у 95 %",
      said: ({ value, format }) => format.percent(value),
    },
  },
  verdict: {
    ends: (f) =>
      `Среди клиентов с баллом ${f.low} остались ${f.lowRate} (${f.lowInterval}), с баллом ${f.high} — ${f.highRate} (${f.highInterval}).`,
    apart: (f) =>
      `Новых для него клиентов балл различает ${{ weak: "слабо", moderate: "умеренно", good: "хорошо", strong: "очень хорошо" }[f.strength]} (AUC ${f.area}, ${f.interval}).`,
    notApart: "Различает ли он новых клиентов, сказать нельзя: это может быть случайностью.",
    passes: (f) =>
      `Версия «${f.version}»${f.isWinner ? ", лучшая из всех," : ""} проходит проверок: ${count(f.passes)} из ${count(f.checks)}${f.open ? `; нельзя сказать — ${count(f.open)}` : ""}.${f.failed.length ? ` Не пройдено: ${list(f.failed)}.` : ""}`,
    reversed: "Чем выше балл, тем чаще уходят: опираться на него нельзя.",
    red: (events, rarer) =>
      `Клиентов слишком мало, чтобы взвесить поведение: ${rarer === "lost" ? "ушло" : "осталось"} всего ${count(events)}. Все веса равны — это допущение, а не вывод.`,
    constant: "Нельзя сказать: каждое поведение одинаково у всех клиентов, и никакой балл их не различит.",
    nonePositive:
      "Нельзя сказать: ни одно поведение рядом с остальными не связано с удержанием, взвешивать нечего.",
    noModel: "Нельзя сказать: модель с этим поведением построить не удаётся.",
    area: (area) => `AUC ${area}`,
    base: (n) => `${base.customers(n)}; веса для каждого найдены без него`,
  },
  next: {
    noScore: "Выберите другое поведение или другие пороги.",
    red: (events, customers) =>
      `Запишите поведение как допущения и вернитесь, когда уйдёт ещё около ${count(events)}; при нынешней доле это ещё ${base.customers(customers)}.`,
    notApart: "Выберите другое поведение или дождитесь новых клиентов.",
    failed: "Прежде чем мерить кого-то этим баллом, разберите непройденные проверки.",
    passed: "Проверьте одно поведение на части клиентов: только так видно, удержит ли оно их.",
  },
  caveat: {
    leak: (names) =>
      `${list(names)}: почти точно указывает, кто ушёл. Похоже на сам исход под другим именем или посчитано после ухода; уберите из балла.`,
    constant: (names) =>
      `${list(names)}: одинаково у всех клиентов, поэтому вес 0. Выберите порог, с которого поведение засчитывается.`,
    against: (names, isEqual) =>
      `${list(names)}: рядом с остальным поведением чаще встречается у ушедших. ${isEqual ? "Равные веса всё равно считают его хорошим." : "Вес приравнен к 0."} Возможно, так обращаются с теми, кто уже под угрозой; это не повод запрещать.`,
    amber: (events, rarer, needed) =>
      `${rarer === "lost" ? "Ушло" : "Осталось"} ${count(events)}: для такого числа привычек понадобилось бы около ${ofCustomers(needed)}, поэтому веса шатки. Равные веса надёжнее.`,
    tooMany: (all, most) =>
      `Привычек ${count(all)} — больше, чем выдержит так мало событий; не больше ${count(most)}.`,
    incomplete: (n, all, share) =>
      `У ${count(n)} из ${ofCustomers(all)} (${share}) известно не всё поведение: веса найдены без них, а их собственный балл считается по известному.`,
    noControls:
      "Веса найдены без учёта того, что клиенты принесли с собой: размера, тарифа. Поведение крупных клиентов может получить вес за их размер.",
    withoutVersion: (name, why) =>
      `Версии «${name}» нет: ${why === "none-positive" ? "ни у одного поведения нет положительного веса" : "её модель построить не удаётся"}.`,
    fewLevers: "Балл меньше чем из трёх привычек — почти то же, что сами эти привычки.",
    selection: (n, isHeld) =>
      `Лучшая версия выбрана из ${count(n)} на тех же клиентах, и это ей немного льстит.${isHeld ? " Начавшие позже взвешены только по более ранним." : ""}`,
    partial: (n) => `Неполный балл: ${base.customers(n)}. Неизвестное не засчитано ни за, ни против.`,
  },
  finding: {
    area: "AUC на новых клиентах",
    later: "AUC на тех, кто начал позже",
    passes: "Пройдено проверок",
    checks: "Всего проверок",
    open: "Проверок, где нельзя сказать",
    versions: "Версий сравнивалось",
    mean: "Средний балл",
    median: "Медиана балла",
    meanStayed: "Средний балл оставшихся",
    meanLeft: "Средний балл ушедших",
    noInterval: "Клиентов слишком мало для интервала.",
    plain: "Описание имеющихся клиентов, а не оценка.",
  },
  table: {
    scores: "Удержание по баллу",
    score: "Балл",
    customers: "Клиенты",
    stayed: "Остались",
    retention: "Доля оставшихся",
    interval: "95 % интервал",
    checks: "Версии и проверки",
    check: "Проверка",
    winner: (name) => `${name} (лучшая)`,
    detail: (name) => `Подробнее: ${name}`,
    passed: "Пройдено проверок",
    counted: "Привычек с весом",
    apparent: "AUC на тех же клиентах",
    validated: "AUC на новых клиентах",
    brier: "Показатель Брайера на новых клиентах",
    weights: "Веса",
    lever: "Поведение",
    chosenInterval: "95 % выборок, выбранная версия",
    earlier: "По начавшим раньше",
    anew: "По начавшим позже",
    levers: "Поведение",
    known: "Известно у",
    on: "Включено",
    shareOn: "Доля включивших",
    stayedOn: "Остались, включено",
    retentionOn: "Доля оставшихся, включено",
    retentionOff: "Доля оставшихся, выключено",
    coefficient: "Коэффициент",
    phi: "Фи",
    area: "AUC порознь",
    everyone: "Баллы всех клиентов и неожиданности",
    what: "Клиенты",
    ofThose: "Доля среди них",
    register: "Допущения",
    assumed: "Допущенный вес",
    status: "Состояние",
    day: "На день",
    next: "Следующая проверка",
  },
  register: {
    assumed: "допущено, не проверено",
    weak: "проверено на немногих",
    next: (events, rarer) => `когда ${rarer === "lost" ? "уйдёт" : "останется"} ещё ${count(events)}`,
  },
  figure: {
    title: "Кто остаётся, по баллу",
    caption: (name) =>
      `Точки — доля оставшихся среди клиентов с этим баллом, линии — 95 % интервалы (Уилсон). Веса: ${name}. Пунктир — все клиенты вместе. Веса найдены на этих же клиентах.`,
    alternative: (parts) => `Доля оставшихся: ${list(parts)}.`,
    part: (score, rate) => `${rate} при ${score}`,
    axis: "Доля оставшихся",
    overall: (rate) => `все ${rate}`,
  },
  method: {
    score: (terms) => `балл = (${terms}), по известному; от 0 до 100`,
    area: (area, folds) =>
      `AUC по ${count(folds)} частям, для каждой веса и модель найдены без неё = ${area}`,
    later: (f) =>
      `веса начавших раньше на начавших позже (${count(f.customers)}): остались ${count(f.stayed)}, ожидалось ${f.expected}, AUC ${f.area}`,
    notes: {
      weights: (controls) =>
        `Коэффициенты — из логистической регрессии удержания на всё поведение${controls.length ? ` и столбцы ${list(controls)}` : ""}; при немногих событиях или разделении — по Фёрту. Сам балл состоит только из поведения. Что говорит против удержания, весит 0. Доли Шепли — от R² Макфаддена, со знаком коэффициента.`,
      points: (points) =>
        `Целые баллы — веса по коэффициентам в долях 1/${count(points)}, округлённые: такой балл можно сложить в уме.`,
      folds: (folds) =>
        `Частей — ${count(folds)}, по хешу идентификатора клиента: они одни и те же во всех версиях и не зависят от порядка строк.`,
      resamples: (n) => `Веса найдены заново в ${count(n)} выборках клиентов с постоянным зерном.`,
      choice:
        "Лучшая версия — та, что прошла больше проверок; при равенстве — где меньше привычек, затем где больше AUC на новых клиентах. Начавшие позже — последние три десятых по дате начала.",
      missing:
        "Неизвестное не считается отсутствием: балл берётся по известному поведению и помечается неполным.",
      handOn: (weights) =>
        `Чтобы следить за этим баллом во времени, передайте его поведение в «Балл внедрения во времени» с весами ${weights}`,
      checks:
        "Можно ли побудить клиентов к поведению, знают только люди; проверка видит, осталось ли кого побуждать.",
      landmark:
        "Веса найдены на клиентах, которые были к началу исхода и чей исход известен; балл получают все, чьё наблюдение закончено.",
      association:
        "Балл связан с удержанием; отсюда не следует, что клиенты, которых уговорили на поведение, останутся.",
    },
    sources: {
      cv: "Проверка на новых: Stone (1974), J. R. Statist. Soc. B 36, 111–147; LeDell, Petersen & van der Laan (2015), Electron. J. Statist. 9, 1583–1607.",
      auc: "AUC: DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837–845.",
      calibration:
        "Калибровка: Cox (1958), Biometrika 45, 562–565; Van Calster et al. (2019), BMC Med. 17, 230.",
      firth:
        "Мало событий: Firth (1993), Biometrika 80, 27–38; Heinze & Schemper (2002), Stat. Med. 21, 2409–2419.",
      shapley: "Доли R²: Lindeman, Merenda & Gold (1980), 119–124; McFadden (1974), с. 121.",
      riley: "Сколько нужно клиентов: Riley et al. (2020), BMJ 368, m441.",
    },
  },
  who: {
    all: "Клиенты с баллом",
    partial: "Неполный балл: известно не всё поведение",
    without: "Без балла: поведение с весом неизвестно",
    unknown: "С баллом, исход неизвестен или ушли раньше",
    high: "Балл 75 и выше, исход известен",
    "high left": "Неожиданность: 75 и выше, но ушли",
    low: "Балл 25 и ниже, исход известен",
    "low stayed": "Неожиданность: 25 и ниже, но остались",
    band: (score) => `Балл ${score}`,
    bandStayed: (score) => `Балл ${score}, остались`,
    lever: (lever) => lever,
    leverStayed: (lever) => `${lever}, остались`,
  },
  code: {
    what: "Доля оставшихся при каждом балле с интервалом. SQL считает балл каждого клиента, эта ячейка считает доли и рисует.",
  },
};

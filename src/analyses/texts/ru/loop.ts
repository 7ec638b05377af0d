import type { loop as english } from "../en/loop";
import { stepHoles } from "../en/loop-form";
import { formatsOf } from "../formats";
import { base } from "./base";

const { count, list, plural } = formatsOf("ru");

const ofCustomers = (n: number) => `${count(n)} ${plural(n, { one: "клиента", other: "клиентов" })}`;
const forDays = (n: number) => `${count(n)} ${plural(n, { one: "день", few: "дня", other: "дней" })}`;
const of = ({ x, n }: { x: number; n: number }) => `${count(x)} из ${ofCustomers(n)}`;

const entry = { label: "Начинается с", unset: "начало" };
const done = { label: "Пройден, если", unset: "(какое событие?)" };
const within = { label: "Дней" };

export const loop: typeof english = {
  form: {
    title: "Петля: оценка стадий",
    question: "Что измерено после покупки: онбординг, персонализация, рекомендации, развитие?",
    sentence: (params) =>
      `Начало клиента — {${params.people === null ? "start" : "startBeside"}} (таблица клиентов: {people}). Неназванные события {guess}. {expressName}: от «{expressEntry}» до «{expressDone}», дней: {expressDays}; шаги: ${stepHoles(params)}; звонок {call} до дня {callDays}. {tailorName}: от «{tailorEntry}» до «{tailorDone}», дней: {tailorDays}. {amplifyName}: от «{amplifyEntry}» до приглашения «{amplifyDone}», дней: {amplifyDays}; принято — {accepted}; дней жизни, за которые считаются приглашения: {inviteDays}. {evolveName}: от «{evolveEntry}» до «{evolveDone}», дней: {evolveDays}. На входе: от «{door}» до «{bought}», дней: {doorDays}. Оценки от 0 до 10 — {${params.surveys === null ? "score" : "scoreBeside"}} (таблица опросов: {surveys}), спросили — {asked}. Ушедшим считается тот, у кого нет активности ({rule}) дней: {gap}; остался ли клиент, смотрят через дней: {later}. Данные известны до: {asOf}.`,
    params: {
      rule: { label: "Активность" },
      people: { label: "Таблица клиентов", unset: "нет" },
      start: { label: "Начало", unset: "первая активность" },
      startBeside: { label: "Начало", unset: "(какой столбец?)" },
      guess: {
        label: "Неназванные события",
        options: { true: "угадываются по именам", false: "не измеряются" },
      },
      expressName: { label: "Первая стадия", unset: "Онбординг" },
      expressEntry: entry,
      expressDone: { label: "Пройден, если", unset: "(какое событие? или все шаги)" },
      expressDays: within,
      step1: { label: "Первый шаг", unset: "(какие шаги?)" },
      step2: { label: "Второй шаг", unset: "…" },
      step3: { label: "Третий шаг", unset: "…" },
      step4: { label: "Четвёртый шаг", unset: "…" },
      step5: { label: "Пятый шаг", unset: "…" },
      call: { label: "Звонок", unset: "(какое событие?)" },
      callDays: { label: "День звонка" },
      tailorName: { label: "Вторая стадия", unset: "Персонализация" },
      tailorEntry: entry,
      tailorDone: done,
      tailorDays: within,
      amplifyName: { label: "Третья стадия", unset: "Рекомендации" },
      amplifyEntry: entry,
      amplifyDone: { label: "Приглашение", unset: "(какое событие?)" },
      amplifyDays: within,
      accepted: { label: "Принято", unset: "(какое событие?)" },
      inviteDays: { label: "Дней для приглашений" },
      evolveName: { label: "Четвёртая стадия", unset: "Развитие" },
      evolveEntry: entry,
      evolveDone: done,
      evolveDays: within,
      door: { label: "Пришёл ко входу", unset: "(какое событие?)" },
      bought: { label: "Вошёл", unset: "(какое событие?)" },
      doorDays: within,
      surveys: { label: "Таблица опросов", unset: "нет" },
      score: { label: "Оценки", unset: "(какой столбец?)" },
      scoreBeside: { label: "Оценки", unset: "(какой столбец?)" },
      asked: { label: "Спросили", unset: "(какое событие?)" },
      gap: { label: "Дней тишины" },
      later: { label: "Через дней" },
      asOf: { label: "Данные известны до", unset: "последнего полного дня" },
    },
  },
  call: "Звонок",
  answers: (n) => `${count(n)} ${plural(n, { one: "ответ", few: "ответа", other: "ответов" })}`,
  notMeasured: "не измерено",
  beginning: "начало",
  isGuessed: { yes: "угадано по имени", no: "названо" },
  verdict: {
    noRows: "Сказать нельзя: ни одна строка таблицы не используется.",
    span: (later, gap) =>
      `Отказ: если ушедшим считается молчащий ${forDays(gap)}, через ${forDays(later)} не увидеть, кто остался.`,
    nothing: (events) =>
      `Сказать нельзя: не измерена ни одна из четырёх стадий. Имён событий в журнале: ${count(events)}.`,
    nobody: "Сказать пока нельзя: ни в одной стадии срок ни у кого не прошёл.",
    measured: (n, missing) =>
      missing.length === 0
        ? "Измерены все четыре стадии."
        : `Из четырёх стадий ${plural(n, { one: "измерена", other: "измерены" })} ${count(n)}; не измерено: ${list(missing)}.`,
    stage: (name, days, f) => `${name}: за ${forDays(days)} прошли ${of(f)}, ${f.share} (${f.interval}).`,
    unseen: (name) => `${name}: срок ещё ни у кого не прошёл.`,
    entrance: (month, f) => `На входе (${month}) вошли ${of(f)}, ${f.share} (${f.interval}).`,
    leak: (month, f) => `На выходе (${month}) ушли ${of(f)}, ${f.share} (${f.interval}).`,
    k: (days, k, interval) =>
      `За первые ${forDays(days)} каждый клиент приводит в среднем ${k} (${interval}).`,
    nps: (quarter, nps, interval) => `NPS (${quarter}): ${nps} (${interval}).`,
  },
  next: {
    rows: "Выберите столбцы клиента, времени и события.",
    span: "Возьмите больше дней до проверки или меньше дней тишины.",
    name: "Назовите события стадий в предложении выше. Если события нет, его сначала надо записывать.",
    wait: "Загрузите выгрузку за больший срок или возьмите меньше дней.",
    missing: (names) =>
      `Назовите событие для стадий (${list(names)}) или начните его записывать: что не измерено, того не улучшить.`,
    leak: "Измерьте и вход: только по обоим концам видно, где теряется больше.",
    test: "Попробуйте изменить одну стадию для части новичков, выбранной по жребию, и сравните тестом.",
  },
  caveat: {
    guessed: (events) =>
      `Угадано по именам: ${list(events)}. Проверьте каждое в предложении выше: не то событие — не та стадия.`,
    nobody: (event) => `Событие «${event}» в срок не сделал никто. Так ли оно написано в данных?`,
    moreAccepted: (accepted, sent) =>
      `Принятых приглашений (${count(accepted)}) больше, чем отправленных (${count(sent)}): записано ли принятие у того, кто пригласил?`,
    noAccepted: "Неизвестно, какое событие — принятое приглашение: K не измерен.",
    small: (name, x, n) =>
      `Мало наблюдений, ${name}: ${count(x)} из ${count(n)}. Несколько клиентов больше или меньше заметно сдвинут долю.`,
    association:
      "Прошедшие и не прошедшие отличаются и другим, а кому звонить, решает не жребий: связь с удержанием есть или нет, о причине не сказано.",
    landmark: (gone) =>
      `Ушли раньше, чем кончился срок стадии: ${base.customers(gone)}; они не сравниваются, потому что уже ничего не могли сделать.`,
    response: (f) =>
      `Из спрошенных ответили ${f.share} (${count(f.x)} из ${count(f.n)}). Молчащие могут думать иначе и уходят чаще.`,
    noResponse: "Кого спросили и кто промолчал, неизвестно: доля ответивших не измерена.",
    refusedScores: (n, all) =>
      `Оценок, которые не целое число от 0 до 10: ${count(n)} из ${count(all)}; они исключены.`,
    noDoor: "Вход не измерен: неизвестно, какие события — «пришёл ко входу» и «вошёл».",
    open: (n) => `Срок стадии ещё не прошёл: ${base.customers(n)}; в ней они не считаются.`,
  },
  who: {
    entered: (stage) => `${stage}: вошли, срок прошёл`,
    done: (stage) => `${stage}: прошли в срок`,
    open: (stage) => `${stage}: срок не прошёл`,
    there: (stage, isDone) => `${stage}: ${isDone ? "прошли" : "не прошли"}, сравниваются`,
    stayed: (stage, isDone) => `${stage}: ${isDone ? "прошли" : "не прошли"}, остались`,
    gone: (stage, isDone) => `${stage}: ${isDone ? "прошли" : "не прошли"}, ушли до конца срока`,
    steps: "Вошли в онбординг, срок прошёл",
    step: (event) => `Сделали «${event}» в срок`,
    came: (month) => `Пришли ко входу, ${month}`,
    bought: (month) => `Вошли, ${month}`,
    thereAt: (month) => `Были в начале, ${month}`,
    lost: (month) => `Ушли, ${month}`,
    invites: (days) => `Видны первые дни жизни: ${count(days)}`,
    sent: (days) => `Отправили приглашение за ${forDays(days)}`,
    accepted: (days) => `Приглашение приняли за ${forDays(days)}`,
    nps: (when, kind) => `${when}: ${kind}`,
  },
  kinds: {
    answered: "ответили",
    promoters: "промоутеры, 9 и 10",
    passives: "нейтральные, 7 и 8",
    detractors: "критики, от 0 до 6",
    asked: "спрошены",
    responded: "спрошены и ответили",
  },
  outcome: { stayed: "потом остались", left: "потом ушли" },
  table: {
    stages: "Стадии петли",
    stage: "Стадия",
    from: "От",
    done: "Что",
    days: "Дней",
    entered: "Вошли",
    did: "Прошли",
    share: "Доля",
    interval: "95 %-ный интервал",
    median: "Медиана, дней",
    open: "Срок не прошёл",
    kept: "Остались потом: прошедшие и не прошедшие",
    doneThere: "Прошли",
    doneStayed: "Из них остались",
    doneShare: "Доля",
    missedThere: "Не прошли",
    missedStayed: "Из них остались",
    missedShare: "Доля",
    difference: "Разность, п. п.",
    q: "q",
    goneDone: "Прошли, ушли раньше",
    goneMissed: "Не прошли, ушли раньше",
    steps: "Шаги онбординга",
    step: "Шаг",
    doors: "Вход и выход по месяцам",
    month: "Месяц",
    came: "Пришли ко входу",
    bought: "Вошли",
    entrance: "Вошли, доля",
    there: "Были в начале",
    lost: "Ушли",
    leak: "Ушли, доля",
    invites: "Приглашения по дням жизни",
    day: "К дню жизни",
    customers: "Клиенты",
    inviters: "Отправили",
    invitersShare: "Отправили, доля",
    sent: "Отправлено",
    successful: "Чьи приняли",
    accepted: "Принято",
    each: "Отправлено на клиента",
    acceptance: "Принято из отправленных",
    k: "K",
    quarters: "NPS по кварталам",
    quarter: "Квартал",
    answered: "Ответили",
    promoters: "9, 10",
    passives: "7, 8",
    detractors: "0–6",
    nps: "NPS",
    asked: "Спрошены",
    responded: "Из них ответили",
    response: "Доля ответивших",
    change: "Изменение",
    visible: "Заметное изменение",
    outcomes: "NPS оставшихся и ушедших",
    answers: "Первый ответ клиентов",
    stayedLessLeft: "остались минус ушли",
    chosen: "На какие события смотрим",
    use: "Для чего",
    event: "Событие",
    how: "Откуда известно",
    uses: {
      step: "Шаг",
      accepted: "Принятое приглашение",
      door: "Пришёл ко входу",
      bought: "Вошёл",
      asked: "Спросили оценку",
    },
  },
  finding: {
    k: (days) => `K к дню жизни ${count(days)}`,
    nps: (quarter) => `NPS, ${quarter}`,
    noInterval: "Различий нет; у интервала не было бы ширины.",
  },
  figure: {
    stages: {
      title: "Стадии петли",
      caption: "Точки — доля вошедших, которые прошли стадию в срок, линии — её 95 %-ный интервал (Уилсон).",
      axis: "Прошли в срок",
      missing: (name) => `${name}: не измерено`,
      alternative: (told) => `Доля прошедших в срок: ${told}.`,
    },
    kept: {
      title: "Остались потом: прошедшие и не прошедшие",
      caption:
        "Среди тех, кто был на месте, когда срок стадии кончился. Линии — 95 %-ные интервалы (Уилсон). Это связь, а не доказательство.",
      axis: "Остались потом",
      done: "прошли",
      missed: "не прошли",
      alternative: (told) => `Доля оставшихся: ${told}.`,
    },
    steps: {
      title: "Шаги онбординга",
      caption: "Точки — доля сделавших шаг в срок, в любом порядке, линии — её 95 %-ный интервал (Уилсон).",
      axis: "Сделали шаг",
      alternative: (told) => `Доля сделавших каждый шаг: ${told}.`,
    },
    doors: {
      title: "Вход и выход",
      caption:
        "По месяцам: из пришедших ко входу — кто вошёл; из тех, кто был, — кто ушёл. Полосы — 95 %-ные интервалы (Уилсон).",
      entrance: "вошли",
      leak: "ушли",
      axis: "Доля",
      alternative: (told) => `По месяцам: ${told}.`,
      said: (month, entrance, leak) => `${month}: вошли ${entrance}, ушли ${leak}`,
    },
    invites: {
      title: "Приглашения по дням жизни",
      caption:
        "На каждого клиента, считая и тех, кто не приглашал; клиенты всё время одни и те же. Линии — 95 %-ные интервалы (t, логарифмическая шкала).",
      sent: "отправлено",
      k: "K: принято",
      axisX: "День жизни",
      axis: "На клиента",
      alternative: (told) => `Принято на клиента: ${told}.`,
      by: (days, k) => `к дню ${count(days)} ${k}`,
    },
    nps: {
      title: "NPS",
      caption:
        "Доля оценок 9 и 10 минус доля от 0 до 6, один ответ клиента; линии — 95 %-ные интервалы. Пустые точки — незаконченные кварталы.",
      axis: "NPS",
      quarters: "По кварталам",
      later: "По тому, что было потом",
      alternative: (told) => `NPS: ${told}.`,
    },
  },
  method: {
    share: (f, name) => `${name}: ${count(f.x)} / ${count(f.n)} = ${f.share}`,
    k: (accepted, customers, k) => `K = ${count(accepted)} / ${count(customers)} = ${k}`,
    nps: (p, d, n, nps) => `NPS = 100 × (${count(p)} − ${count(d)}) / ${count(n)} = ${nps}`,
    window:
      "Срок стадии начинается в день, когда клиент в неё вошёл; у кого срок не прошёл, тот не считается. Если событий несколько, должны произойти все.",
    there: (gap, later) =>
      `«На месте» — тот, кто был активен за ${forDays(gap)} до момента. Прошедшие и не прошедшие сравниваются через ${forDays(later)} после конца срока стадии, среди тех, кто тогда был на месте (лендмарк).`,
    doors:
      "Вход: первый приход клиента, по месяцу прихода. Выход: был на месте до месяца и не слышен в дни перед его концом; на то, что было позже, не смотрим.",
    invites:
      "K: принятые приглашения клиента, записанные у того, кто пригласил. При K, равном 1, рост шёл бы сам собой.",
    scores:
      "NPS: последний ответ клиента в квартале. Для того, что было потом, — первый ответ каждого, чтобы никого не выбирать по тому, что случилось позже.",
    visible:
      "Заметное изменение: два квартала с таким числом ответов, двусторонний тест на уровне 5 %, четыре раза из пяти.",
    sources: {
      landmark: "Лендмарк: Anderson, Cain & Gelber (1983), J. Clin. Oncol. 1, 710–719.",
      nps: "Интервал NPS: Tango (1998), Stat. Med. 17, 891–908; разности: Zou & Donner (2008), Stat. Med. 27, 1693–1702.",
      ratio:
        "Интервал среднего и отношения: Cochran (1977), Sampling Techniques, формула 6.13, на логарифмической шкале.",
      bh: "Несколько проверок: Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289–300.",
    },
  },
  code: { what: "Доля прошедших каждую стадию в срок, с интервалом. SQL считает, эта ячейка рисует." },
};

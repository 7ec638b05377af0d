import type { FormTexts } from "../form-texts";
import { stepHoles } from "../en/loop-form";

const leaving = ({ mode }: Readonly<Record<string, unknown>>) =>
  mode === "contracts"
    ? "Ушёл — значит {mode} в таблице {contracts}, дней отсрочки: {grace} (активность — {rule})"
    : "Ушёл — значит {mode}: нет активности ({rule}) дней: {gap}";

const entry = { label: "Начинается с", unset: "начало" };
const done = { label: "Пройден, если", unset: "(какое событие?)" };
const within = { label: "Дней" };

export const loopForm: FormTexts = {
  title: "Петля: оценка стадий",
  question: "Что измерено после покупки: онбординг, персонализация, рекомендации, развитие?",
  sentence: (params) =>
    `Начало клиента — {${params.people === null ? "start" : "startBeside"}} (таблица клиентов: {people}). Неназванные события {guess}. {expressName}: от «{expressEntry}» до «{expressDone}», дней: {expressDays}; шаги: ${stepHoles(params)}; звонок {call} до дня {callDays}. {tailorName}: от «{tailorEntry}» до «{tailorDone}», дней: {tailorDays}. {amplifyName}: от «{amplifyEntry}» до приглашения «{amplifyDone}», дней: {amplifyDays}; принято — {accepted}; дней жизни, за которые считаются приглашения: {inviteDays}. {evolveName}: от «{evolveEntry}» до «{evolveDone}», дней: {evolveDays}. На входе: от «{door}» до «{bought}», дней: {doorDays}. Оценки от 0 до 10 — {${params.surveys === null ? "score" : "scoreBeside"}} (таблица опросов: {surveys}), спросили — {asked}. ${leaving(params)}; остался ли клиент, смотрят через дней: {later}. Данные известны до: {asOf}.`,
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
    mode: {
      label: "Ушёл — значит",
      options: { activity: "молчание", contracts: "нет действующего договора" },
    },
    contracts: { label: "Таблица договоров", unset: "(какой?)" },
    grace: { label: "Дней отсрочки" },
    gap: { label: "Дней тишины" },
    later: { label: "Через дней" },
    asOf: { label: "Данные известны до", unset: "последнего полного дня" },
  },
};

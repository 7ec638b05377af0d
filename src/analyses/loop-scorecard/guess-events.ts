import type { EventName } from "./names";

/** What an event is for, and how logs call it; the first pattern that a name fits is the better sign. */
const signs = {
  expressDone: [
    /onboard\w*[ _-]*(done|complet|finish)|checklist[ _-]*(done|complet|finish)|setup[ _-]*(done|complet|finish)/,
    /(онбординг|чек-?лист|настройк)\S*[ _-]*(пройден|заверш|выполнен|законч)/,
    /^activat(ed|ion)\b|profile[ _-]*(complet|fill)|профиль[ _-]*заполнен|активац/,
  ],
  step: [
    /^(onboarding|setup|welcome|tour|tutorial|checklist)[ _-]/,
    /[ _-](tour|tutorial|checklist|import(ed)?|connected)$/,
    /(видео-?тур|обучени|приветств|импорт|подключен)/,
  ],
  call: [
    /(welcome|onboarding|success|personal)[ _-]*call/,
    /\bcall(ed)?\b|_call(ed)?$|^call_/,
    /звон(ок|ил)|созвон/,
  ],
  tailorDone: [
    /personali[sz]|tailor|recommend|for[ _-]you|segment[ _-]*(content|offer)/,
    /персонал|рекоменд|подбор|для[ _-]вас/,
  ],
  amplifyDone: [
    /invit(e|ed|ation)s?\b|invit(e|ed|ation)_|_invited?$|referr(al|ed)|refer_/,
    /приглаш|пригласил|реферал|рекомендовал/,
  ],
  accepted: [
    /(invit\w*|referr?\w*)[ _-]*(accept|join|convert|register)|accepted[ _-]*invit/,
    /приглаш\S*[ _-]*принят|принял\S*[ _-]*приглаш/,
  ],
  evolveDone: [
    /(request|feature|idea)\w*[ _-]*(ship|deliver|resolv|done|implement)/,
    /(запрос|пожелан|просьб|доработк)\S*[ _-]*(выполнен|реализован|сделан)/,
    /(nps|survey|feedback)\w*[ _-]*(answer|respon|submit|given|sent_in|done)|feedback$/,
    /(опрос|отзыв)\S*[ _-]*(пройден|отвечен|оставлен|отправлен)|^отзыв/,
  ],
  door: [
    /^(lead|visit(ed)?|landing|trial([ _-]start(ed)?)?|sign[ _-]?up|signed[ _-]up|registration|registered)$/,
    /^(лид|визит|регистрац\S*|пробный[ _-]период)$/,
  ],
  bought: [
    /^(first[ _-])?(purchase[d]?|order(ed)?|paid|payment|subscribe[d]?|subscription[ _-]start(ed)?|buy|bought)$/,
    /^(первая[ _-])?(покупка|оплата|заказ|подписка)$/,
  ],
  asked: [
    /(nps|survey)\w*[ _-]*(sent|asked|shown|requested)/,
    /(опрос|nps)\S*[ _-]*(отправлен|показан|разослан)/,
  ],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

export type Sign = keyof typeof signs;

/** Events of a kind, the best sign first, then the one more customers have; names are compared without case. */
export function eventsLike(sign: Sign, names: readonly EventName[], taken: ReadonlySet<string>): string[] {
  return signs[sign].flatMap((pattern, i, all) =>
    names
      .filter(({ event }) => {
        const told = event.toLowerCase();
        return !taken.has(event) && pattern.test(told) && !all.slice(0, i).some((other) => other.test(told));
      })
      .toSorted((a, b) => b.customers - a.customers || (a.event < b.event ? -1 : 1))
      .map(({ event }) => event),
  );
}

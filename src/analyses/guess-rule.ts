import type { ActivityRule } from "./rule";
import { anyActivity } from "./rule";

/** What happens to a customer or by the way, in the names that logs give it: coming in, looking, being written to. */
const passive: readonly RegExp[] = [
  /^(user[ _-]?)?(log|sign)(ged)?[ _-]?(in|out|on|off)s?$/,
  /^(login|logout|signin|signout|auth(entication)?)([ _-].*)?$/,
  /^(app|page|screen|session|site|web)?[ _-]?(open(ed)?|view(ed)?|visit(ed)?|launch(ed)?|start(ed)?|load(ed)?|impression)s?$/,
  /^\$?(page|screen)[ _-]?(view|leave)s?$/,
  /^session[ _-]?(start|end|begin|opened|closed|started|ended)$/,
  /^(e?-?mail|push|sms|notification|newsletter|message)[ _-](sent|send|open(ed)?|deliver(ed|y)?|click(ed)?|received?|bounced?|viewed|shown|.*)$/,
  /^(notification|newsletter|heartbeat|ping)s?$/,
  /^(вход|выход|логин|авторизация|аутентификация|разлогин)([ _-].*)?$/,
  /^(открыти[ея]|открыл[аи]?|просмотр|просмотрел[аи]?|посещение|визит|запуск|зашел|зашёл|зашла)([ _-].*)?$/,
  /^(начало|старт|конец|завершение)[ _-](сессии|сеанса)$/,
  /^(письмо|рассылка|уведомление|пуш|смс|email|e-mail)([ _-].*)?$/,
];

export function looksPassive(event: string): boolean {
  const told = event.trim().toLowerCase();
  return passive.some((pattern) => pattern.test(told));
}

/**
 * A first rule for a column of events: everything but logins, views and messages, when something else remains.
 * Nothing to exclude, or nothing left: any activity.
 */
export function guessRule(
  values: readonly { readonly value: string; readonly count: number }[],
): ActivityRule {
  const excluded = values.map(({ value }) => value).filter(looksPassive);
  if (excluded.length === 0 || excluded.length === values.length) return anyActivity;
  return { ...anyActivity, form: "except", events: excluded };
}

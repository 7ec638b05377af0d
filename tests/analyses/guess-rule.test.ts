import { expect, test } from "vitest";
import { anyActivity, guessRule } from "../../src/analyses";
import { looksPassive } from "../../src/analyses/guess-rule";

const events = (...names: string[]) => names.map((value, i) => ({ value, count: 100 - i }));

test("logins, views, sessions and messages are left out when something else remains", () => {
  const rule = guessRule(
    events("login", "page_view", "create_report", "email_opened", "invite", "session_start"),
  );
  expect(rule).toEqual({
    ...anyActivity,
    form: "except",
    events: ["login", "page_view", "email_opened", "session_start"],
  });
});

test("a log of logins alone counts them: there is nothing else", () => {
  expect(guessRule(events("login", "logout"))).toEqual(anyActivity);
  expect(guessRule([])).toEqual(anyActivity);
});

test("nothing to leave out, nothing left out", () => {
  expect(guessRule(events("create", "purchase"))).toEqual(anyActivity);
});

test("Russian names are known as well, and are kept as they are written", () => {
  expect(guessRule(events("Вход", "Просмотр страницы", "Заказ", "Письмо отправлено")).events).toEqual([
    "Вход",
    "Просмотр страницы",
    "Письмо отправлено",
  ]);
});

test.each([
  "Login",
  "log_in",
  "logged in",
  "sign-in",
  "User Login",
  "open",
  "app_open",
  "Opened",
  "view",
  "page view",
  "$pageview",
  "session_start",
  "session started",
  "email_sent",
  "push_opened",
  "notification_clicked",
  "sms_delivered",
  "auth",
  "вход",
  "Авторизация",
  "просмотр",
  "начало сессии",
  "рассылка",
  "уведомление_открыто",
])("%s is passive", (event) => {
  expect(looksPassive(event)).toBe(true);
});

test.each([
  "create",
  "purchase",
  "viewed_report_shared",
  "open_ticket",
  "order",
  "report_view_created",
  "overview_exported",
  "reopen",
  "заказ",
  "выгрузка отчёта",
  "входящий платёж",
  "",
])("%s is not", (event) => {
  expect(looksPassive(event)).toBe(false);
});

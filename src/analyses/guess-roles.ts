import { isMoment, type ColumnProfile } from "../engine";
import type { DataSet } from "./analysis";
import { suits } from "./role-columns";
import { roleNames, type RoleMapping, type RoleName } from "./roles";

type DataColumn = DataSet["columns"][number];

/** How columns of a role are called: exactly so, or with such a word in them. Lower case, `_` between words. */
interface Names {
  readonly exactly: RegExp;
  readonly containing: RegExp;
}

const names: Record<RoleName, Names> = {
  customer: {
    exactly:
      /^(customer|user|client|member|subscriber|player|visitor|person|distinct|anonymous|buyer|payer|msisdn|abonent)(_?(id|no|nr|number|code|key|uuid|guid))?$|^id_(customer|user|client|subscriber)$|^(клиент|покупатель|пользователь|абонент|подписчик|контрагент|заказчик|плательщик|лицевой_счет|лс)$|^(код|ид|id|номер)_(клиента|покупателя|пользователя|абонента|подписчика|контрагента|заказчика|плательщика|лицевого_счета)$/,
    containing:
      /(^|_)(customer|user|client|member|subscriber|клиента?|покупател[ья]|пользовател[ья]|абонента?|контрагента?|заказчика?)(_|$)/,
  },
  parent: {
    exactly:
      /^(account|org|organi[sz]ation|company|team|tenant|workspace|parent|logo)(_?(id|no|nr|number|code|key|uuid))?$|^(компания|организация|головная_компания)$|^(код|ид)_(компании|организации)$/,
    containing: /(^|_)(org|organi[sz]ation|company|tenant|workspace|компани[яи]|организаци[яи])(_|$)/,
  },
  time: {
    exactly:
      /^(ts|time|date|day|datetime|timestamp|time_stamp|event_?(time|date|ts|timestamp)|(occurred|created|happened)_(at|on)|ts_utc|order_?(date|time|ts)|purchase_?(date|time)|transaction_?(date|time)|invoice_?date|activity_?date|visit_?(date|time)|login_?(date|time))$|^(дата|время|дата_время|дата_и_время|дата_(события|заказа|покупки|операции|транзакции|визита|посещения|чека|продажи|оплаты|платежа)|день|время_события)$/,
    containing: /(^|_)(ts|time|date|timestamp|at|дата|время)(_|$)/,
  },
  event: {
    exactly:
      /^(event|action|activity|event_?(name|type)|action_?(name|type)|activity_?(name|type)|operation|verb)$|^(событие|действие|операция|тип_события|вид_события|имя_события|название_события|тип_операции|вид_операции|активность)$/,
    containing: /(^|_)(event|action|activity|событи[ея]|действи[ея])(_|$)/,
  },
  order: {
    exactly:
      /^(order|invoice|transaction|receipt|purchase|cheque|check|bill)(_?(id|no|nr|number|code))?$|^(заказ|чек|накладная|счет|номер_(заказа|чека|накладной|счета|документа)|код_заказа|ид_заказа)$/,
    containing: /(^|_)(order|invoice|transaction|receipt|заказа?|чека?|накладн[а-я]+)(_(id|no|number))?$/,
  },
  amount: {
    exactly:
      /^(amount|sum|total|revenue|price|value|sales|dollars|charges?|spend|paid|payment|turnover|gmv|order_value|total_amount|amount_usd)$|^(сумма|стоимость|выручка|оплата|цена|платеж|оборот|итого|сумма_(заказа|чека|покупки|платежа|операции|с_ндс))$/,
    containing: /(^|_)(amount|revenue|total|sum|dollars|сумма|стоимость|выручка)(_|$)/,
  },
  currency: {
    exactly: /^(currency|curr|ccy)(_?code)?$|^(валюта|код_валюты)$/,
    containing: /(^|_)(currency|валюта)(_|$)/,
  },
  start: {
    exactly:
      /^(start|begin|from|valid_from|(contract|subscription|agreement|plan|licen[cs]e)_?(start|begin|from)(_?date)?|start_?date|begin_?date|started_(at|on)|activation_?date|date_from|effective_?date)$|^(начало|дата_начала|начало_(договора|действия|подписки|контракта|обслуживания)|дата_начала_(договора|действия|подписки|контракта|обслуживания)|дата_(заключения|подключения|активации)(_договора)?|действует_с|договор_с)$/,
    containing: /(^|_)(start|begin|from|начал[оа]|подключени[яе])(_|$)/,
  },
  end: {
    exactly:
      /^(end|finish|to|until|till|valid_(to|until)|(contract|subscription|agreement|plan|licen[cs]e)_?(end|finish|to)(_?date)?|end_?date|ended_(at|on)|finish_?date|cancel(led|ed|lation)?_?(date|at|on)?|churn_?date|churned_at|expir(y|ation|es)(_?(date|at|on))?|date_to|termination_?date)$|^(конец|окончание|дата_(окончания|конца|расторжения|отключения)|(конец|окончание)_(договора|действия|подписки|контракта|обслуживания)|дата_(окончания|конца)_(договора|действия|подписки|контракта|обслуживания)|действует_(до|по)|договор_(до|по)|срок_действия)$/,
    containing: /(^|_)(end|ended|expir\w+|cancel\w*|until|окончани[яе]|конец|расторжени[яе])(_|$)/,
  },
  paidUntil: {
    exactly:
      /^(paid_?(until|till|to|through)|paid_up_to|next_(payment|billing|invoice)(_?date)?)$|^(оплачено_(до|по)|дата_следующе(го|й)_(платежа|оплаты))$/,
    containing: /(^|_)paid_?(until|till|through)(_|$)|(^|_)оплачено_(до|по)(_|$)/,
  },
  mrr: {
    exactly:
      /^(mrr|arr|monthly_?(fee|revenue|recurring_revenue|charges?|price)|plan_?(price|amount)|subscription_?(fee|price))$|^(абонплата|абонентская_плата|ежемесячный_платеж|плата_в_месяц|стоимость_в_месяц)$/,
    containing: /(^|_)(mrr|arr|абонплата)(_|$)/,
  },
  status: {
    exactly:
      /^(status|state|contract_?status|subscription_?status|account_?status|is_active|active|churned|churn|(is_)?(renewed|retained|churned)(_\d+)?)$|^(статус|продл[её]н[ао]?|состояние|статус_(договора|клиента|подписки)|активен)$/,
    containing: /(^|_)(status|статус)(_|$)/,
  },
  signup: {
    exactly:
      /^(sign_?up|sign_?up_?(date|time|at|ts)|signed_up_(at|on)|registration(_?(date|time))?|registered_(at|on)|creation_?(date|time)|joined?(_?(date|at|on))?|first_seen)$|^(дата_регистрации|регистрация|зарегистрирован|первое_посещение)$/,
    containing: /(^|_)(sign_?up|registration|registered|регистраци[яи])(_|$)/,
  },
  reason: {
    exactly:
      /^((churn|cancel(lation)?|exit|leaving)_?reason|reason)$|^(причина|причина_(ухода|оттока|отказа|расторжения))$/,
    containing: /(^|_)(reason|причина)(_|$)/,
  },
  variant: {
    exactly:
      /^(variant|variation|arm|treatment|version|group|((ab|a_b|test|experiment|treatment|split)_?(group|variant|arm|version|bucket)))(_?(id|name))?$|^(вариант|вариант_теста|группа|группа_(теста|эксперимента)|тестовая_группа|версия)$/,
    containing: /(^|_)variant(_|$)/,
  },
  assigned: {
    exactly:
      /^(assigned|assignment|exposed|exposure|enrolled|randomi[sz]ed)(_?(at|on|ts|time|date|timestamp))$|^(дата|время)_(назначения|попадания|включения|распределения)(_в_(тест|группу|эксперимент))?$/,
    containing: /(^|_)(assigned|assignment|randomi[sz]ed)(_|$)/,
  },
};

/** Roles that are only worth guessing by a telling name: guessed wrongly they would change a number in silence. */
const byExactNameOnly: readonly RoleName[] = [
  "status",
  "paidUntil",
  "parent",
  "signup",
  "currency",
  "mrr",
  "variant",
  "assigned",
];

/** What each column most likely means, by its name and by what it holds. A guess: the person corrects it once. */
export function guessRoles(
  columns: readonly DataColumn[],
  profiles: readonly ColumnProfile[] = [],
): RoleMapping {
  const scored = roleNames
    .flatMap((role) =>
      columns.map((column, place) => {
        const profile = profiles.find(({ name }) => name === column.name);
        return { role, column: column.name, place, score: scoreOf(role, column, profile) };
      }),
    )
    .filter(({ score }) => score > 0)
    // A tie goes to the column that stands first.
    .sort((a, b) => b.score - a.score || a.place - b.place);
  const mapping: Partial<Record<RoleName, string>> = {};
  const taken = new Set<string>();
  for (const { role, column } of scored) {
    if (mapping[role] !== undefined || taken.has(column)) continue;
    mapping[role] = column;
    taken.add(column);
  }
  // Where no user is told apart, the account itself is the customer.
  const { parent, ...others } = mapping;
  const noUsers = mapping.customer === undefined || isFewer(mapping.customer, parent, profiles);
  return noUsers && parent !== undefined ? { ...others, customer: parent } : mapping;
}

/** There are at least as many users as accounts: what has clearly fewer values (counts may be estimates) tells no users apart. */
function isFewer(customer: string, parent: string | undefined, profiles: readonly ColumnProfile[]): boolean {
  const distinctOf = (column: string | undefined) => profiles.find(({ name }) => name === column)?.distinct;
  const [users, accounts] = [distinctOf(customer), distinctOf(parent)];
  return users !== undefined && accounts !== undefined && users < 0.8 * accounts;
}

function scoreOf(role: RoleName, column: DataColumn, profile: ColumnProfile | undefined): number {
  if (!suits(role, column.kind)) return 0;
  const name = plain(column.name);
  const byName = names[role].exactly.test(name) ? 10 : names[role].containing.test(name) ? 5 : 0;
  if (byName < 10 && byExactNameOnly.includes(role)) return 0;
  const byContent = profile ? contentScore(role, profile) : 0;
  if (byContent === null) return 0;
  // Without a telling name only the contents of the two roles everything needs can speak.
  if (byName === 0) return role === "time" ? 1 + byContent : role === "customer" && byContent > 1 ? 1 : 0;
  return byName + byContent;
}

/** Null: it cannot be this. In events an id repeats, an event column holds few different values, and a key is unique. */
function contentScore(role: RoleName, { filled, distinct, rows, kind }: ColumnProfile): number | null {
  if (rows === 0) return 0;
  if (filled === 0) return role === "end" || role === "paidUntil" || role === "reason" ? 0 : null;
  const share = distinct / filled;
  if (role === "customer") {
    if (isMoment(kind) || kind === "boolean") return null;
    if (distinct === 1 && rows > 50) return -1;
    return share < 0.9 && distinct > 20 && (kind === "text" || kind === "integer") ? 2 : 0;
  }
  if (role === "event") {
    // A column of free text or of numbers names no events.
    if (kind !== "text") return null;
    return distinct <= 200 ? 2 : share > 0.5 ? null : 0;
  }
  // The arms of an experiment are few; a column with more values of that name is a group of another kind.
  if (role === "variant") return distinct >= 2 && distinct <= mostArms ? 1 : null;
  return (role === "time" || role === "start") && filled === rows ? 1 : 0;
}

/** More are hardly ever tried at once. */
const mostArms = 6;

/** "Customer ID", "customerId" and "Код клиента" as words in lower case with `_` between them. */
function plain(name: string): string {
  return name
    .trim()
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
}

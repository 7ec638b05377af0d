import type { DataSet } from "../analysis";
import { isOutcomeName, isTenureName, plainName } from "../guess-outcome";
import { saysYes } from "../profile-values";
import { measureKinds, mostLevers } from "./lever-params";

/** What a customer is on, and where they come from: by these customers differ before they do anything. */
const kindsOfCustomers =
  /(^|_)(plan|contract|tariff|tier|edition|package|segment|size|industry|branch|channel|source|country|region|тариф|договор|план|сегмент|отрасль|канал|источник|страна|регион)(_|$)/u;

/** Who a person is. */
const traits =
  /(^|_)(gender|sex|age|birth\p{L}*|senior(_citizen)?|partner|dependents|married|marital(_status)?|children|education|income|city|state|zip|language|пол|возраст|город|семейное_положение|дети|образование|язык)(_|$)/u;

/**
 * A table with a status and no time has one row a customer: its numbers and its columns of yes and no are the behaviours, its
 * other words and who a customer is what they bring along.
 */
export function guessLevers(data: DataSet): Readonly<Record<string, unknown>> {
  if (data.roles.time !== undefined || data.roles.start !== undefined || data.roles.status === undefined)
    return {};
  const taken = new Set<string>(Object.values(data.roles));
  const free = data.columns.filter(
    ({ name }) => !taken.has(name) && !isOutcomeName(name) && !isTenureName(name),
  );
  const isBrought = (name: string) => kindsOfCustomers.test(plainName(name)) || traits.test(plainName(name));
  const isMeasure = ({ name, kind }: (typeof free)[number]) =>
    !isBrought(name) && (measureKinds.includes(kind) || (kind === "text" && saysYes(data, name) === true));
  const levers = free.filter(isMeasure).map(({ name }) => name);
  const brought = free
    .filter((column) => !isMeasure(column) && (column.kind === "text" || isBrought(column.name)))
    .map(({ name }) => name);
  const kinds = brought.filter((name) => kindsOfCustomers.test(plainName(name)));
  return {
    mode: "columns",
    levers: levers.slice(0, mostLevers),
    controls: [...new Set([...kinds, ...brought])].slice(0, 3),
  };
}

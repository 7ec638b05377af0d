import type { DataSet } from "../analysis";

type Kind = "words" | "numbers";

const kindsOf: Readonly<Record<Kind, readonly string[]>> = {
  words: ["text", "boolean"],
  numbers: ["integer", "number", "decimal"],
};

/** Ids, contacts and free text: nobody asks whether those with one session id leave more often than the rest. */
const ofOne =
  /(^|_)(id|ids|uid|uuid|guid|key|hash|token|nr|phone|e_?mail|ip|url|link|address|comments?|notes?|ид|телефон|почта|фио|фамилия|адрес|ссылка|комментарий)$|(^|_)(first|last|full|user|customer|company)_name$|^(id|ид|номер)_/;

function namesOne(column: string): boolean {
  const name = column
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_");
  return ofOne.test(name);
}

/** Columns that play no role yet and tell no single person, visit or row, in the order of the table. */
export function freeColumns(data: DataSet, kind: Kind): readonly string[] {
  const taken = new Set<string>(Object.values(data.roles));
  return data.columns
    .filter(({ name, kind: of }) => !taken.has(name) && kindsOf[kind].includes(of) && !namesOne(name))
    .map(({ name }) => name);
}

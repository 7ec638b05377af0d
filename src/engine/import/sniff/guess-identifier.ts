/** Whether a column's name says that its numbers are names of something: `customer_id`, `Phone number`, `Код клиента`. */
export function isIdentifier(header: string): boolean {
  const words = wordsOf(header);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (/^(№|#)/.test(header.trim())) return true;
  if (namesOfIdentifiers.has(last) || joinedIds.test(last)) return true;
  if (words.length > 1 && numbering.has(last)) return true;
  return russianHeads.has(first) || russianIdentifiers.has(words.join(" "));
}

// `customerID`, `user-id` and `User Id` are the same two words.
function wordsOf(header: string): string[] {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}№#]+/u)
    .filter(Boolean);
}

const namesOfIdentifiers = new Set(
  `id ids uid uuid guid pk sku ean isbn code codes key account acct customer client user subscriber member msisdn imei iban
  phone telephone tel mobile fax zip zipcode postcode postal passport login username email card ssn inn`.split(
    /\s+/,
  ),
);

const numbering = new Set("number no nr num".split(" "));

// Written without a space between: `userid`, `masterid`; but not `paid` or `grid`.
const joinedIds =
  /^(user|master|sample|customer|client|account|acct|order|session|device|member|subscriber|product|item|company|org|contract|visitor|player|guest|person|people|employee|staff|transaction|trans|invoice|ticket|event|group|parent|store|shop|campaign|game|case|row|record|object|project|team|site|page|app|patient|policy|loan|merchant|vendor|deal|lead)id$/;

// In Russian the noun comes first: `Код клиента`, `Номер договора`.
const russianHeads = new Set(
  "ид айди код номер телефон тел инн кпп огрн снилс артикул индекс паспорт логин".split(" "),
);

const russianIdentifiers = new Set([
  "клиент",
  "абонент",
  "пользователь",
  "покупатель",
  "договор",
  "заказ",
  "счет",
  "счёт",
  "лицевой счет",
  "лицевой счёт",
  "карта",
]);

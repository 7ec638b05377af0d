import { plainMarks, type Moment, type NumberMarks, type Reading } from "../../../engine";

/** What a column can be read as. Kept in the order in which a person looks for them. */
export const forms = ["text", "whole", "number", "decimal", "boolean", "date", "timestamp"] as const;
export type Form = (typeof forms)[number];

/** How numbers can be written; the first is that of programs. */
export const markChoices: readonly NumberMarks[] = [
  plainMarks,
  { decimal: ",", thousands: "" },
  { decimal: ",", thousands: " " },
  { decimal: ",", thousands: "." },
  { decimal: ".", thousands: "," },
  { decimal: ".", thousands: " " },
  { decimal: ".", thousands: "'" },
];

const days = [
  "%d.%m.%Y",
  "%d/%m/%Y",
  "%m/%d/%Y",
  "%d-%m-%Y",
  "%m-%d-%Y",
  "%Y/%m/%d",
  "%Y.%m.%d",
  "%Y%m%d",
  "%d.%m.%y",
  "%d/%m/%y",
  "%m/%d/%y",
  "%d %b %Y",
  "%d-%b-%Y",
  "%b %d, %Y",
  "ru:%d.%b.%Y",
];

const clocks = ["%H:%M:%S", "%H:%M", "%I:%M %p"];

const counted: readonly NonNullable<Moment["epoch"]>[] = ["seconds", "milliseconds", "days-1900"];

/** Ways to write a date, or a date with its time. The first, without a format, is ISO 8601. */
export function momentChoices(form: Moment["form"]): readonly Moment[] {
  if (form === "date") {
    return [{ form }, ...days.map((day) => ({ form, formats: [day] })), { form, epoch: "days-1900" }];
  }
  const written = days.flatMap((day) => clocks.map((clock) => `${day} ${clock}`));
  return [
    { form },
    ...counted.map((epoch) => ({ form, epoch })),
    ...written.map((format) => ({ form, formats: [format] })),
  ];
}

/** Of the form, as far as the old reading says how: marks stay marks, and a date with a time keeps its way. */
export function asForm(reading: Reading, form: Form, marks: NumberMarks, words: YesNo): Reading {
  switch (form) {
    case "text":
      return { form };
    case "whole":
    case "number":
      return { form, marks: marksOf(reading) ?? marks };
    case "decimal":
      return { form, marks: marksOf(reading) ?? marks, scale: 2 };
    case "boolean":
      return reading.form === "boolean" ? reading : { form, ...words };
    case "date":
    case "timestamp":
      return momentOf(reading, form);
  }
}

interface YesNo {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

export function marksOf(reading: Reading): NumberMarks | null {
  return "marks" in reading ? reading.marks : null;
}

function momentOf(reading: Reading, form: Moment["form"]): Moment {
  if (reading.form !== "date" && reading.form !== "timestamp") return { form };
  if (form === "timestamp" || !reading.formats) return { ...reading, form };
  // A day has no time of day.
  return {
    form,
    formats: [...new Set(reading.formats.map((format) => format.replace(/[ T,]*%[HI].*$/, "")))],
  };
}

/** With the other of day and month in front, where both are numbers. */
export function inOrder(reading: Reading, dayFirst: boolean): Reading {
  if (!("formats" in reading) || !reading.formats) return reading;
  const formats = reading.formats.map((format) =>
    format.replace(/^%[dm]([./-])%[dm]/, (_, mark: string) => (dayFirst ? `%d${mark}%m` : `%m${mark}%d`)),
  );
  return { ...reading, formats };
}

/** Which of them is in front; null where it is no question. */
export function orderOf(reading: Reading): "day" | "month" | null {
  if (!("formats" in reading)) return null;
  const [, first] = /^%([dm])[./-]%[dm]/.exec(reading.formats?.[0] ?? "") ?? [];
  return first === undefined ? null : first === "d" ? "day" : "month";
}

/** A sample of a format, 31 December 2024, 18:05:09, as a person would write it. */
export function sampleOf({ formats, epoch, form }: Moment): string {
  switch (epoch) {
    case "seconds":
      return "1735668309";
    case "milliseconds":
      return "1735668309000";
    case "days-1900":
      return "45657";
    case undefined:
      return (formats ?? [form === "date" ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S"]).map(written).join(" · ");
  }
}

const signs: Readonly<Record<string, string>> = {
  "%Y": "2024",
  "%y": "24",
  "%m": "12",
  "%d": "31",
  "%b": "Dec",
  "%B": "December",
  "%H": "18",
  "%I": "06",
  "%M": "05",
  "%S": "09",
  "%p": "PM",
  "%z": "+0300",
};

function written(format: string): string {
  if (format === "iso") return "2024-12-31";
  const text = format.startsWith("ru:") ? format.slice(3).replace(/\.(%b|%m)\./, " $1 ") : format;
  return text.replace(/%[a-zA-Z]/g, (sign) => signs[sign] ?? sign);
}

export function sampleNumber({ decimal, thousands, isPercent, currency = "" }: NumberMarks): string {
  const number = `1${thousands === " " ? "\u00a0" : thousands}234${decimal}5${isPercent ? "%" : ""}`;
  if (/^\p{Sc}$/u.test(currency) && decimal === ".") return `${currency}${number}`;
  return currency ? `${number}\u00a0${currency}` : number;
}

/** How a cell looks that is read like this; empty where it may look like anything. */
export function sampleFor(reading: Reading): string {
  switch (reading.form) {
    case "date":
    case "timestamp":
      return sampleOf(reading);
    case "boolean":
      return `${reading.yes[0] ?? ""} / ${reading.no[0] ?? ""}`;
    case "whole":
    case "number":
    case "decimal":
      return sampleNumber(reading.marks);
    case "text":
    case "stored":
      return "";
  }
}

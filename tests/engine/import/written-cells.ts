import fc from "fast-check";

/** Cells as files have them, and some that are nearly so. */
const mostly = (usual: fc.Arbitrary<string>, ...others: string[]) =>
  fc.oneof(
    { weight: 100, arbitrary: usual },
    { weight: 4, arbitrary: fc.constant("") },
    fc.constantFrom(...others),
  );

export const whole = mostly(
  fc.oneof(fc.integer().map(String), fc.integer({ min: -9, max: 9 }).map(String)),
  ...[
    " 7",
    "8 ",
    "+5",
    "007",
    "-0",
    "1e3",
    "1.0",
    "9007199254740993",
    "-9007199254740991",
    "1_000",
    "NA",
    "1.5",
    "-",
  ],
);
export const amount = mostly(
  fc.oneof(
    fc.double({ noNaN: true, min: -1e200, max: 1e200 }).map(String),
    fc.tuple(fc.integer(), fc.nat(999)).map(([n, part]) => `${n}.${String(part).padStart(3, "0")}`),
  ),
  ...[
    ".5",
    "1.",
    "-0",
    "-0.0",
    "1e400",
    "1e-400",
    "4.9e-324",
    "inf",
    "nan",
    "-Infinity",
    "1_0.5",
    "1,5",
    "n/a",
    "0x10",
  ],
  ...[
    "\u22125",
    "123456789012345.6",
    "0.1234567890123456789",
    "00000000000000000001.5",
    "1E5",
    "--1",
    "1.2.3",
  ],
);
const iso = fc.date({ min: new Date("1690-01-01"), max: new Date("2250-01-01"), noInvalidDate: true });
export const time = mostly(
  fc.tuple(iso, fc.constantFrom(16, 19, 21, 23), fc.boolean()).map(([date, size, hasT]) => {
    const text = date.toISOString().slice(0, size);
    return hasT ? text : text.replace("T", " ");
  }),
  ...["2024-01-02", "2024-01-02T10:00:00Z", "2024-01-02 10:00:00+02", "24-01-02", "infinity", "now"],
  ...[
    "2024-02-30 10:00:00",
    "2023-02-29 00:00",
    "2024-01-02 24:00:00",
    "2024-01-02 23:59:60",
    "0999-12-31 00:00:00",
    "0001-01-01 00:00:00",
    "0001-01-01T00:00:00Z",
  ],
  ...["2024-01-02 10:00:00.1234567", "2024-01-02  10:00:00", "2024-1-2 10:00", "9999-12-31 23:59:59.999999"],
);
export const day = mostly(
  iso.map((date) => date.toISOString().slice(0, 10)),
  ...[
    "2024-02-30",
    "1900-02-29",
    "2000-02-29",
    "2024-1-2",
    "2024-01-02 10:00:00",
    "2024-01-02 00:00:00",
    "0044-03-15",
    "0001-01-01",
  ],
);
export const local = mostly(
  iso.map((date) =>
    date
      .toISOString()
      .slice(0, 16)
      .replace(/(\d+)-(\d+)-(\d+)T/, "$3.$2.$1 "),
  ),
  ...["31.02.2024 10:00", "1.2.2024 10:00", "01.02.24 10:00", "01.02.2024", "01.02.2024 1:00"],
);
export const word = mostly(fc.constantFrom("yes", "no", "Yes", "NO"), "y", "yEs", " no", "нет");
export const note = mostly(
  fc.string({
    unit: fc.constantFrom("a", "é", "я", "😀", '"', ",", ";", "\n", "\r\n", " ", "_", "1", "\t"),
    maxLength: 6,
  }),
  ...["NULL", "\u0000", "\ufffd"],
);

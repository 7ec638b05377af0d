import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatsOf } from "../../../src/analyses/texts/formats";
import { naturalFrequency } from "../../../src/analyses/texts/natural-frequency";
import { languageOf } from "../../../src/analyses";

const en = formatsOf("en");
const ru = formatsOf("ru");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("the language follows the locale, and is English where nothing else is known", () => {
  expect(
    ["ru", "ru-RU", "RU-ru", "en", "de-DE", "", "rum"].map((locale) => languageOf(locale).locale),
  ).toEqual(["ru", "ru", "ru", "en", "en", "en", "en"]);
});

describe("percent", () => {
  test("one digit where it says something", () => {
    expect([0, 0.2, 0.1923, 1].map(en.percent)).toEqual(["0%", "20%", "19.2%", "100%"]);
    expect([0.2, 0.1923].map((share) => plain(ru.percent(share)))).toEqual(["20 %", "19,2 %"]);
    expect([0.2, 0.1923].map(en.percentColumn)).toEqual(["20.0%", "19.2%"]);
  });

  test("something is never nothing, almost all never all", () => {
    expect([1e-9, 0.0004, 0.0006, 0.9996, 1 - 1e-9].map(en.percent)).toEqual([
      "<0.1%",
      "<0.1%",
      "0.1%",
      ">99.9%",
      ">99.9%",
    ]);
    expect(plain(ru.percent(1e-9))).toBe("< 0,1 %");
  });

  test("a bound is not rounded across a threshold", () => {
    expect(en.percentBeside(0.1999, [0.2])).toBe("19.99%");
    expect(en.percentBeside(0.20004, [0.2])).toBe("20.004%");
    expect(en.percentBeside(0.2, [0.2])).toBe("20%");
    expect(en.percentBeside(0.123, [])).toBe("12.3%");
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const read = (text: string) => Number(text.replace("%", "")) / 100;
        const apart = read(en.percentBeside(a, [b])) - read(en.percentBeside(b, [a]));
        return Math.abs(a - b) < 1e-10 || Math.sign(apart) === Math.sign(a - b);
      }),
    );
  });
});

test("days and months do not depend on the machine's zone", () => {
  expect(en.day("2024-03-01")).toBe("March 1, 2024");
  expect(en.month("2024-03-01")).toBe("March 2024");
  expect(plain(ru.day("2024-03-01"))).toBe("1 марта 2024 года");
  expect(plain(ru.month("2024-03-01"))).toBe("март 2024 года");
  expect(plain(ru.dayShort("2024-03-01"))).toBe("1 мар. 2024");
});

test("Russian plurals have three forms", () => {
  const forms = { one: "день", few: "дня", many: "дней", other: "дня" };
  expect([1, 2, 5, 11, 21, 22, 112, 1.5].map((n) => ru.plural(n, forms))).toEqual([
    "день",
    "дня",
    "дней",
    "дней",
    "день",
    "дня",
    "дней",
    "дня",
  ]);
});

describe("natural frequencies", () => {
  test("none, all, one in so many, so many of a hundred or a thousand", () => {
    expect(naturalFrequency(0)).toEqual({ form: "none" });
    expect(naturalFrequency(1)).toEqual({ form: "all" });
    expect(naturalFrequency(0.2)).toEqual({ form: "one-in", each: 5, exact: true });
    expect(naturalFrequency(0.34)).toEqual({ form: "one-in", each: 3, exact: false });
    expect(naturalFrequency(0.26)).toEqual({ form: "one-in", each: 4, exact: false });
    expect(naturalFrequency(0.375)).toEqual({ form: "of", count: 38, total: 100, exact: false });
    expect(naturalFrequency(0.003)).toEqual({ form: "of", count: 3, total: 1000, exact: true });
    expect(naturalFrequency(0.0001)).toEqual({ form: "fewer-than-one-of", total: 1000 });
    expect(naturalFrequency(0.9999)).toEqual({ form: "of", count: 99, total: 100, exact: false });
  });

  test("in words", () => {
    const words = (locale: string) => (share: number) => plain(languageOf(locale).texts.base.natural(share));
    expect([0, 0.2, 0.34, 0.375, 0.003, 1].map(words("en"))).toEqual([
      "none of them",
      "one in five",
      "about one in three",
      "about 38 of 100",
      "3 of 1,000",
      "all of them",
    ]);
    expect([0, 0.2, 0.34, 0.375, 0.003, 1].map(words("ru"))).toEqual([
      "ни один из них",
      "каждый пятый",
      "примерно каждый третий",
      "примерно 38 из 100",
      "3 из 1 000",
      "все до одного",
    ]);
  });
});

/** Numbers as DuckDB writes them: every digit that tells the value from its neighbours. */

export function doubleText(value: number): string {
  return floatingText(value, String(Math.abs(value)));
}

/** The shortest decimal that still rounds to the same 32-bit float. */
export function floatText(value: number): string {
  const size = Math.abs(value);
  for (let digits = 1; digits < 9; digits++) {
    const text = size.toPrecision(digits);
    if (Math.fround(Number(text)) === size) return floatingText(value, String(Number(text)));
  }
  return floatingText(value, String(Number(size.toPrecision(9))));
}

export function decimalText(unscaled: bigint, scale: number): string {
  if (!scale) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  return `${unscaled < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The number nearest to the decimal while that shows the same digits, else its text. */
export function decimalValue(unscaled: bigint, scale: number): number | string {
  // A quotient of two exact doubles is the double nearest to the written decimal.
  if (unscaled > -tenTo15 && unscaled < tenTo15 && scale <= 22) return Number(unscaled) / 10 ** scale;
  const text = decimalText(unscaled, scale);
  const digits = text.replace(/^-?0*\.?0*/, "").replace(".", "");
  const significant = scale ? digits.replace(/0+$/, "") : digits;
  return significant.length <= 15 ? Number(text) : text;
}

const tenTo15 = 10n ** 15n;

function floatingText(value: number, size: string): string {
  if (Number.isNaN(value)) return "nan";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (!Number.isFinite(value)) return `${sign}inf`;
  if (value === 0) return `${sign}0.0`;
  const [mantissa = "", power = "0"] = Number(size).toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) {
    const plain = exponent < 0 ? fraction(mantissa, exponent) : size;
    return sign + (plain.includes(".") ? plain : `${plain}.0`);
  }
  return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

function fraction(mantissa: string, exponent: number): string {
  return `0.${"0".repeat(-exponent - 1)}${mantissa.replace(".", "")}`;
}

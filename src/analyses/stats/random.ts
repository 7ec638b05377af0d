/** A stream of random numbers: the same seed, the same stream, on every machine. */
export interface Random {
  /** 32 bits, 0..2³² − 1. */
  next(): number;
  /** Many of them at once, the same as that many calls of `next`. */
  fill(words: Uint32Array): void;
  /** Whole number in 0..n − 1, each exactly as likely; n from 1 to 2³². */
  below(n: number): number;
  /** In [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
}

/**
 * xoshiro128** 1.1, period 2¹²⁸ − 1: Blackman & Vigna (2021), ACM Trans. Math. Softw. 47(4), 36. Its state is filled by
 * splitmix64 (Steele, Lea & Flood 2014) from a whole number, or from a text through FNV-1a. Not for secrets.
 */
export function random(seed: number | string): Random {
  return randomFrom(stateOf(seed));
}

/** The generator at a given state of four 32-bit words, not all 0. */
export function randomFrom(words: readonly [number, number, number, number]): Random {
  const state = Int32Array.from(words);
  const one = new Uint32Array(1);
  const fill = (into: Uint32Array) => {
    // In variables the state stays in registers; through the array it would go to memory for every number.
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    for (let i = 0; i < into.length; i++) {
      const five = Math.imul(b, 5);
      into[i] = Math.imul((five << 7) | (five >>> 25), 9);
      const t = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= t;
      d = (d << 11) | (d >>> 21);
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = d;
  };
  const next = () => {
    fill(one);
    return one[0]!;
  };
  return {
    next,
    fill,
    below(n) {
      if (!(Number.isInteger(n) && n >= 1 && n <= words32))
        throw new RangeError(`no number of choices: ${n}`);
      // The numbers above the last whole multiple of n would favour small remainders.
      const fair = words32 - (words32 % n);
      let word = next();
      while (word >= fair) word = next();
      return word % n;
    },
    uniform: () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992,
  };
}

const words32 = 2 ** 32;

function stateOf(seed: number | string): [number, number, number, number] {
  let counter = typeof seed === "string" ? fnv(seed) : fromNumber(seed);
  const draw = () => {
    counter = BigInt.asUintN(64, counter + 0x9e3779b97f4a7c15n);
    let z = counter;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
  const [first, second] = [draw(), draw()];
  return [low(first), low(first >> 32n), low(second), low(second >> 32n)];
}

function low(bits: bigint): number {
  return Number(BigInt.asIntN(32, bits));
}

function fromNumber(seed: number): bigint {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed not whole: ${seed}`);
  return BigInt.asUintN(64, BigInt(seed));
}

function fnv(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}

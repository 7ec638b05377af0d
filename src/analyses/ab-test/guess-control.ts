/** How the arm without the change is called, most telling first; null where none is called so. */
export function guessControl(names: readonly string[]): string | null {
  return tellings.map((telling) => names.find((name) => telling.test(name))).find(Boolean) ?? null;
}

const tellings = [
  /control|контрол/i,
  /baseline|^(old|off|none|original|default|стар(ый|ая|ое))$/i,
  /^(no|false|0|a|а)$/i,
];

/** What a column of text says where something was done; lower case. Every other value says that it was not. */
export const yesWords = ["yes", "y", "true", "t", "1", "on", "да", "истина", "вкл"] as const;

const noWords = ["no", "n", "false", "f", "0", "off", "нет", "ложь", "выкл"];

export function isYes(value: string): boolean {
  return (yesWords as readonly string[]).includes(plain(value));
}

export function isNo(value: string): boolean {
  return noWords.includes(plain(value));
}

function plain(value: string): string {
  return value.trim().toLowerCase();
}

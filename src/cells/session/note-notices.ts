import type { Note } from "../model";
import type { Notice } from "./session";

/** Of what a file says in each place: the first few, each short. A file of a stranger must not fill the page. */
const mostNamed = 5;
const longestName = 60;

/** What a person should know of a file that was read: one notice for each sort of thing, with the places of all. */
export function noticesOf(notes: readonly Note[]): Notice[] {
  const codes = [...new Set(notes.map(({ code }) => code))];
  return codes.map((code) => {
    const alike = notes.filter((note) => note.code === code);
    const keys = [...new Set(alike.flatMap(({ values }) => Object.keys(values)))];
    const values = keys.map((key) => [key, together(alike.map((note) => note.values[key] ?? ""))] as const);
    const level = alike.some((note) => note.level === "caution") ? "caution" : "info";
    return { id: `note ${code}`, level, code, values: Object.fromEntries(values) };
  });
}

function together(values: readonly string[]): string {
  const named = [...new Set(values.filter(Boolean))];
  const shown = named.slice(0, mostNamed).map(short);
  return named.length > shown.length ? `${shown.join(", ")}, …` : shown.join(", ");
}

function short(name: string): string {
  const letters = [...name];
  return letters.length > longestName ? `${letters.slice(0, longestName).join("")}…` : name;
}

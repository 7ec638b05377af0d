import type { ReadPacked } from "./own-files";
import { addressOf, fileAt, typeOf } from "./own-files";
import { unpacked } from "./packed-bytes";

/** Puts the program's styles on the page, each once, in the order in which they are asked for. */
export function openStyles(read: ReadPacked) {
  const added = new Map<string, Promise<void>>();
  const fonts = new Map<string, Promise<string>>();

  function add(file: string): Promise<void> {
    const known = added.get(file);
    if (known) return known;
    // At once: a style that comes later stands after one that was asked for before.
    const element = document.createElement("style");
    document.head.append(element);
    const adding = fill(element, file);
    added.set(file, adding);
    return adding;
  }

  async function fill(element: HTMLStyleElement, file: string): Promise<void> {
    const text = await unpacked(await read(file)).text();
    const names = [...new Set([...text.matchAll(urls)].map(([, , name]) => name!))];
    const addresses = await Promise.all(names.map((name) => fontAt(new URL(name, addressOf(file)).href)));
    const places = new Map(names.map((name, i) => [name, addresses[i]!]));
    element.textContent = text.replaceAll(urls, (_, _quote, name: string) => `url("${places.get(name)!}")`);
  }

  async function fontAt(address: string): Promise<string> {
    const file = fileAt(address);
    if (file === null) return address;
    const known = fonts.get(file) ?? makeFont(file);
    fonts.set(file, known);
    return known;
  }

  async function makeFont(file: string): Promise<string> {
    const bytes = await unpacked(await read(file)).arrayBuffer();
    return URL.createObjectURL(new Blob([bytes], { type: typeOf(file) }));
  }

  return async (files: readonly string[], from: string): Promise<void> => {
    const meant = files.map((file) => fileAt(new URL(file, from || addressOf("")).href));
    const styles = meant.flatMap((file) => (file?.endsWith(".css") ? [file] : []));
    await Promise.all(styles.map(add));
  };
}

const urls = /url\((["']?)(?!data:|#)([^)"']+)\1\)/g;

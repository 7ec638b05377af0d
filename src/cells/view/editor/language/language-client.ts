import type { CodeLanguage } from "../code";
import { codeWithin } from "./code-within";
import type {
  FromWorker,
  Problem,
  QuestionName,
  Questions,
  Surroundings,
  ToWorker,
  Update,
} from "./protocol";

/** ms without a change before the notebook is looked through. */
const quiet = 250;

export interface LanguageClientOptions {
  readonly makeWorker: () => Pick<Worker, "postMessage" | "onmessage" | "onerror">;
  /** What was found in a cell, when it is not what was found before. `text` is what was looked through. */
  readonly onProblems: (cell: string, text: string, problems: readonly Problem[]) => void;
}

interface Written {
  readonly text: string;
  readonly language: CodeLanguage;
}

/**
 * The page's side of the language worker: tells it what changed, asks, and has the notebook looked through when nobody
 * has typed for a moment. The worker starts with the first `start`; until then it only remembers.
 */
export class LanguageClient {
  readonly #options: LanguageClientOptions;
  #worker: ReturnType<LanguageClientOptions["makeWorker"]> | null = null;
  #texts = new Map<string, Written>();
  #order: readonly string[] = [];
  #surroundings: Surroundings = { relations: [], values: [], analyses: [] };
  #edited: string | undefined;
  /** Not told to the worker yet. */
  #unsaid: { order: boolean; surroundings: boolean; edited: boolean; texts: Set<string> };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #beforeAsk: () => void = () => undefined;
  #check = 0;
  #checked = new Map<string, string>();
  #shown = new Map<string, string>();
  #number = 0;
  readonly #waiting = new Map<
    number,
    { resolve: (answer: unknown) => void; reject: (error: Error) => void }
  >();

  constructor(options: LanguageClientOptions) {
    this.#options = options;
    this.#unsaid = { order: true, surroundings: true, edited: true, texts: new Set() };
  }

  get isStarted(): boolean {
    return this.#worker !== null;
  }

  start(): void {
    if (this.#worker) return;
    const worker = this.#options.makeWorker();
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#receive(data);
    worker.onerror = (event) => this.#broken(event.message || "the TypeScript worker did not start");
    this.#unsaid = { order: true, surroundings: true, edited: true, texts: new Set(this.#texts.keys()) };
    this.#checkSoon();
  }

  /** The cells that hold TypeScript, from top to bottom; others are gone. */
  arrange(cells: readonly ({ readonly id: string } & Written)[]): void {
    const order = cells.map(({ id }) => id);
    if (order.join("\n") !== this.#order.join("\n")) {
      this.#order = order;
      this.#unsaid.order = true;
      for (const cell of this.#texts.keys()) if (!order.includes(cell)) this.#forget(cell);
    }
    for (const { id, text, language } of cells) this.write(id, text, language);
    this.#checkSoon();
  }

  surround(surroundings: Surroundings): void {
    if (JSON.stringify(surroundings) === JSON.stringify(this.#surroundings)) return;
    this.#surroundings = surroundings;
    this.#unsaid.surroundings = true;
    this.#checkSoon();
  }

  /** Cheap, as it is told of every key: what a text of another language holds is found out when it is said on. */
  write(cell: string, text: string, language = this.#texts.get(cell)?.language ?? "typescript"): void {
    const before = this.#texts.get(cell);
    if (before?.text === text && before.language === language) return;
    const now = { text, language };
    if (!before && !holdsCode(now) && language === "markdown") return;
    this.#texts.set(cell, now);
    this.#unsaid.texts.add(cell);
    if (holdsCode(now) || (before && holdsCode(before))) this.#checkSoon();
  }

  edit(cell: string): void {
    if (this.#edited === cell) return;
    this.#edited = cell;
    this.#unsaid.edited = true;
  }

  textOf(cell: string): string | undefined {
    return this.#texts.get(cell)?.text;
  }

  /** Whoever puts off what there is to tell is called before a question, which would be answered without it. */
  beforeAsk(listener: () => void): void {
    this.#beforeAsk = listener;
  }

  /** What was put off is told now: before the text of the editor, which may be newer than what was put off. */
  catchUp(): void {
    this.#beforeAsk();
  }

  /** Starts the worker where it has to. Rejects when TypeScript fails or the worker cannot come. */
  ask<Q extends QuestionName>(question: Q, ask: Questions[Q]["ask"]): Promise<Questions[Q]["answer"]> {
    this.catchUp();
    this.start();
    this.#tell();
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, {
        // The worker is our own; what it answers is what was asked.
        resolve: (answer) => resolve(answer as Questions[Q]["answer"]),
        reject,
      });
      this.#send({ number, question, ask });
    });
  }

  #forget(cell: string): void {
    this.#texts.delete(cell);
    this.#checked.delete(cell);
    this.#shown.delete(cell);
    this.#unsaid.texts.delete(cell);
  }

  /** A burst of changes is one message. */
  #tell(): void {
    const { order, surroundings, edited, texts } = this.#unsaid;
    if (!order && !surroundings && !edited && !texts.size) return;
    const update: Update = {
      ...(order && { order: this.#order }),
      ...(surroundings && { surroundings: this.#surroundings }),
      ...(edited && this.#edited !== undefined && { edited: this.#edited }),
      ...(texts.size && { texts: [...texts].map((cell) => this.#said(cell)) }),
    };
    this.#unsaid = { order: false, surroundings: false, edited: false, texts: new Set() };
    this.#send({ update });
  }

  #said(cell: string): NonNullable<Update["texts"]>[number] {
    const { text, language } = this.#texts.get(cell) ?? { text: "", language: "typescript" };
    const { code, holes } = codeWithin(text, language);
    return holes ? [cell, code, holes] : [cell, code];
  }

  #checkSoon(): void {
    if (!this.#worker) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#tell();
      this.#checked = new Map([...this.#texts].map(([cell, { text }]) => [cell, text]));
      this.#send({ check: ++this.#check });
    }, quiet);
  }

  #receive(message: FromWorker): void {
    if ("check" in message) {
      if (message.check === this.#check)
        for (const [cell, problems] of message.found) this.#show(cell, problems);
      return;
    }
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if ("failed" in message) waiting?.reject(new Error(message.failed));
    else waiting?.resolve(message.answer);
  }

  /** Places in a text that has changed since would be wrong; another look is on its way. */
  #show(cell: string, problems: readonly Problem[]): void {
    const text = this.#checked.get(cell);
    if (text === undefined || text !== this.textOf(cell)) return;
    const shown = JSON.stringify([problems, problems.length ? text : ""]);
    if ((this.#shown.get(cell) ?? '[[],""]') === shown) return;
    this.#shown.set(cell, shown);
    this.#options.onProblems(cell, text, problems);
  }

  /** Editing goes on without types; the next question tries a new worker. */
  #broken(message: string): void {
    this.#worker = null;
    clearTimeout(this.#timer);
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }

  #send(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }
}

/** Whether what is written there can be wrong in TypeScript's eyes. */
function holdsCode({ text, language }: Written): boolean {
  return language === "typescript" || text.includes("${");
}

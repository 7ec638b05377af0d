import type { EngineErrorCode, NotTable } from "../../engine-error";
import type { Shape } from "../joined/shape";
import type { Peek } from "../peek";
import type { FoundLines, SoughtLines } from "../lines/sought";
import type { ImportPlan } from "../plan";
import type { Part } from "../read/part";
import type { Known } from "../reader";
import type { Sniffed } from "../sniff/sniffed";

/** What the page asks of the reader's worker. Parts are asked for one by one, so that no more than a few wait in memory. */
export type ReadRequest =
  | { readonly ask: "sniff"; readonly file: File; readonly known: Known | undefined }
  | {
      readonly ask: "peek";
      readonly file: File;
      /** The page's own file: each message brings a copy of it that is another object. */
      readonly number: number;
      readonly known: Known | undefined;
      readonly rows: number;
    }
  | { readonly ask: "shape"; readonly file: File }
  | {
      readonly ask: "open";
      readonly file: File;
      readonly plan: ImportPlan;
      /** Where its bytes are to be had from, if not from itself. */
      readonly port?: MessagePort;
    }
  | { readonly ask: "next" }
  | {
      readonly ask: "lines";
      readonly file: File;
      readonly plan: ImportPlan;
      readonly sought: readonly SoughtLines[];
    }
  /** To read for another worker. */
  | { readonly ask: "serve"; readonly port: MessagePort };

export type ReadAnswer =
  | { readonly answer: "sniffed"; readonly sniffed: Sniffed }
  | { readonly answer: "peeked"; readonly peek: Peek }
  | { readonly answer: "shaped"; readonly shape: Shape | null }
  | { readonly answer: "part"; readonly part: Part }
  | { readonly answer: "end" }
  | { readonly answer: "serving" }
  | { readonly answer: "placed"; readonly lines: readonly FoundLines[] }
  | {
      readonly answer: "failed";
      readonly code: EngineErrorCode | null;
      readonly message: string;
      readonly what?: NotTable | undefined;
    };

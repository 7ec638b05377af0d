import { functions } from "../completion/functions";
import { keywords } from "../completion/keywords";
import { monaco } from "./monaco";

const types =
  `bigint bit blob boolean bool char date datetime decimal double enum float hugeint int integer interval json list
map numeric real smallint struct text time timestamp timestamptz tinyint ubigint uhugeint uinteger union usmallint
utinyint uuid varchar`.split(/\s+/);

/** DuckDB's SQL; Monaco's own is T-SQL, where `[1, 2]` is a name. */
export function registerSql(): void {
  monaco.languages.register({ id: "sql", extensions: [".sql"] });
  monaco.languages.setLanguageConfiguration("sql", {
    comments: { lineComment: "--", blockComment: ["/*", "*/"] },
    brackets: [
      ["(", ")"],
      ["[", "]"],
      ["{", "}"],
    ],
    autoClosingPairs: [
      { open: "(", close: ")" },
      { open: "[", close: "]" },
      { open: "{", close: "}" },
      { open: "'", close: "'", notIn: ["string", "comment"] },
      { open: '"', close: '"', notIn: ["string", "comment"] },
    ],
    wordPattern: /"[^"\n]*"|[\p{L}_][\p{L}\p{N}_$]*|\d+(?:\.\d+)?/u,
  });
  monaco.languages.setMonarchTokensProvider("sql", {
    ignoreCase: true,
    unicode: true,
    keywords: [...keywords],
    functions: [...functions],
    types,
    tokenizer: {
      root: [
        [/--.*$/, "comment"],
        [/\/\*/, "comment", "@comment"],
        [/'/, "string", "@string"],
        [/\$\$/, "string", "@dollar"],
        [/"(?:[^"]|"")*"?/, "identifier.quoted"],
        [/\$\{[^}]*\}?/, "variable"],
        [/\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?/, "number"],
        [
          /[\p{L}_][\p{L}\p{N}_$]*(?=\s*\()/u,
          {
            cases: {
              "@functions": "function",
              "@keywords": "keyword",
              "@types": "type",
              "@default": "function",
            },
          },
        ],
        [
          /[\p{L}_][\p{L}\p{N}_$]*/u,
          { cases: { "@keywords": "keyword", "@types": "type", "@default": "identifier" } },
        ],
        [/[()[\]{}]/, "@brackets"],
        [/[<>=!+\-*/%|&^~:]+/, "operator"],
        [/[,;.]/, "delimiter"],
      ],
      comment: [
        [/[^*]+/, "comment"],
        [/\*\//, "comment", "@pop"],
        [/\*/, "comment"],
      ],
      string: [
        [/[^']+/, "string"],
        [/''/, "string"],
        [/'/, "string", "@pop"],
      ],
      dollar: [
        [/\$\$/, "string", "@pop"],
        [/[^$]+/, "string"],
        [/\$/, "string"],
      ],
    },
  });
}

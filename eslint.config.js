import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

// Every rule is an error: a warning is read by nobody. Rules that ask for types stand in .oxlintrc.json: its checker takes a tenth of the time.

// Lower case as our own style has it, or all capitals; "Select a column" is a sentence.
const startOfSql = String.raw`^\s*(select\s|with\s+\w+\s+as\b|create\s+(or|table|view|temp|macro|schema)\b|insert\s+into\b|update\s+\S+\s+set\b|delete\s+from\b|drop\s+(table|view|schema)\b|attach\s+'|copy\s+(\S+\s+(from|to)\b|\()|set\s+\w+\s*=|describe\s+select\b|pragma\s|(SELECT|WITH|CREATE|INSERT|UPDATE|DELETE|DROP|ATTACH|COPY|SET)\s)`;
const writeWithSqlTag = "SQL is written with the `sql` tag: a value glued into text can break out of it.";

const emptyCatch = {
  selector: "CatchClause > BlockStatement[body.length=0]",
  message:
    "An error caught and forgotten is how a notebook shows an old number as a new one. Handle it or let it rise.",
};
const readOnce = {
  selector:
    "CallExpression[callee.name='expect'] > AwaitExpression > CallExpression[callee.property.name=/^(count|textContent|innerText|isVisible|isChecked|isEnabled|getAttribute|inputValue|allTextContents|allInnerTexts)$/]",
  message: "What a page shows comes a moment later on a busy machine: `await expect.poll(() => …)`.",
};
const gluedSql = [
  {
    selector: `:not(TaggedTemplateExpression) > TemplateLiteral[expressions.length>0] > TemplateElement.quasis:first-child[value.raw=/${startOfSql}/]`,
    message: writeWithSqlTag,
  },
  {
    selector: `TaggedTemplateExpression:not([tag.name='sql']) > TemplateLiteral[expressions.length>0] > TemplateElement.quasis:first-child[value.raw=/${startOfSql}/]`,
    message: writeWithSqlTag,
  },
  {
    selector: `BinaryExpression[operator='+'] > Literal[value=/${startOfSql}/]`,
    message: writeWithSqlTag,
  },
  {
    selector: "CallExpression[callee.name='written'] > :matches(TemplateLiteral, BinaryExpression).arguments",
    message: "`written` is the door for a person's own SQL, taken whole; " + writeWithSqlTag,
  },
];

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "coverage/",
      "**/node_modules/",
      "tests/.results/",
      "tests/bench/data/",
      "tests/bench/dist/",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { globals: globals.browser },
    rules: { "no-console": "error", "no-restricted-syntax": ["error", emptyCatch, ...gluedSql] },
  },
  {
    files: ["src/*.{ts,tsx}", "src/cells/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // Rendering must not change what it renders from.
      "react-hooks/purity": "error",
      "react-hooks/refs": "error",
      "react-hooks/immutability": "error",
      "react-hooks/set-state-in-render": "error",
      "react-hooks/set-state-in-effect": "error",
    },
  },
  {
    // Published coefficients stand as they were published; the nearest double is meant.
    files: ["src/analyses/stats/**", "tests/analyses/**"],
    rules: { "no-loss-of-precision": "off" },
  },
  {
    files: ["tests/**", "examples/**", "*.{js,ts}"],
    rules: { "no-restricted-syntax": ["error", emptyCatch] },
  },
  { files: ["tests/browser/**"], rules: { "no-restricted-syntax": ["error", emptyCatch, readOnce] } },
  { files: ["tests/**/*.{ts,tsx}"], rules: { "no-console": "error" } },
  { files: ["**/*.{js,mjs}"], languageOptions: { globals: globals.node } },
  { files: ["tests/browser/**", "tests/bench/**"], languageOptions: { globals: globals.browser } },
);

import type { Sql, Table } from "../../engine";

/**
 * Answers of analyses over loaded tables. The rows of such a table change only when it is loaded again, so a question
 * asked before (how many rows repeat, how long customers usually pause) need not be counted again for every hole that
 * is changed in a sentence.
 */
export function rememberedAnswers() {
  const known = new Map<string, Map<string, Table>>();
  return {
    ask(table: string, question: Sql): Table | undefined {
      return known.get(table)?.get(question.text);
    },
    keep(table: string, question: Sql, answer: Table): void {
      const answers = known.get(table) ?? new Map<string, Table>();
      known.set(table, answers.set(question.text, answer));
    },
    forget(table: string): void {
      known.delete(table);
    },
  };
}

export type Answers = ReturnType<typeof rememberedAnswers>;

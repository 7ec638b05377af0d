import { bootstrapTask } from "./bootstrap-task";
import { btydTask } from "./btyd-task";
import { exposureTask } from "./exposure-task";
import { leverCutsTask } from "./lever-cuts-task";
import {
  leverCoxTask,
  leverImputedTask,
  leverModelTask,
  leverPathTask,
  leverSharesTask,
} from "./lever-model-task";
import { rollbackTask } from "./rollback-task";
import { scoreTask } from "./score-task";

/** What a task may tell while it goes on. */
export interface TaskContext {
  /** Share done, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * Long arithmetic by name: pure functions of plain data and typed arrays, so that both can travel to a worker. One line
 * a task.
 */
export const tasks = {
  bootstrapRatios: bootstrapTask,
  buyTillYouDie: btydTask,
  exposures: exposureTask,
  leverCuts: leverCutsTask,
  leverModel: leverModelTask,
  leverImputed: leverImputedTask,
  leverShares: leverSharesTask,
  leverPath: leverPathTask,
  leverCox: leverCoxTask,
  rollbackModel: rollbackTask,
  scoreVersions: scoreTask,
} as const satisfies Record<string, (input: never, context: TaskContext) => unknown>;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks & string;
export type TaskInput<N extends TaskName> = Tasks[N] extends (input: infer I, context: TaskContext) => unknown
  ? I
  : never;
export type TaskOutput<N extends TaskName> = Tasks[N] extends (...given: never[]) => infer O ? O : never;

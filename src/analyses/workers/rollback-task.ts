import { rollbackModel, type ModelTask } from "../rollback-signal/model";
import type { TaskContext } from "./tasks";

/** Profile intervals of a model with many levels of controls take seconds. */
export function rollbackTask(input: ModelTask, { onProgress }: TaskContext) {
  return rollbackModel(input, onProgress);
}

import { tasks, type TaskName } from "./tasks";

export interface WorkRequest {
  readonly task: TaskName;
  readonly input: unknown;
}

export type WorkReport =
  | { readonly form: "progress"; readonly share: number }
  | { readonly form: "done"; readonly output: unknown }
  | { readonly form: "failed"; readonly message: string };

/** Does the task here. Input and output are of its own types: who asks is held to them by `Work`. */
export function taskIn({ task, input }: WorkRequest, onProgress: (share: number) => void): unknown {
  const act = tasks[task] as (
    given: unknown,
    context: { readonly onProgress: (share: number) => void },
  ) => unknown;
  return act(input, { onProgress });
}

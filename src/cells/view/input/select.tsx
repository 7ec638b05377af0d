import { useId } from "react";
import type { InputControl } from "../../model";
import { ErrorBox } from "../cell/error-box";
import { useTexts } from "../shell/workbench-context";
import { Choice } from "./choice";
import { ChoiceList } from "./choice-list";
import type { ControlProps } from "./control-props";
import { Fault } from "./fault";
import { useChoices, type Choices } from "./use-choices";

type Props = ControlProps<Extract<InputControl, { form: "select" | "multi-select" }>>;

/** One or several of a list or of a query's rows. What is chosen stays when the choices change; that is shown and said. */
export function Select({ id, label, cell, control, value, onValue, onSettings }: Props) {
  const { input } = useTexts();
  const noteId = useId();
  const choices = useChoices(cell, control.options);
  const chosen =
    typeof value === "string" ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
  const values = choices.state === "here" ? choices.values : chosen;
  const gone = choices.state === "here" && values.length ? chosen.filter((one) => !values.includes(one)) : [];
  const isBare = values.length + chosen.length === 0;
  return (
    <div className="input-select">
      {!isBare && control.form === "select" && (
        <Choice id={id} values={values} value={chosen[0] ?? null} describedBy={noteId} onValue={onValue} />
      )}
      {!isBare && control.form === "multi-select" && (
        <ChoiceList id={id} label={label} values={values} chosen={chosen} onValue={onValue} />
      )}
      <div id={noteId}>
        {gone.length > 0 && <Fault>{input.gone(gone)}</Fault>}
        <State choices={choices} isList={control.options.from === "list"} onSettings={onSettings} />
      </div>
    </div>
  );
}

function State({
  choices,
  isList,
  onSettings,
}: {
  choices: Choices;
  isList: boolean;
  onSettings: () => void;
}) {
  const { input } = useTexts();
  if (choices.state === "asking") return <Fault calm>{input.asking}</Fault>;
  if (choices.state === "waiting")
    return (
      <button type="button" className="button button-small" data-control onClick={choices.ask}>
        {input.askChoices}
      </button>
    );
  if (choices.state === "failed") return <ErrorBox error={choices.error} />;
  if (choices.more) return <Fault calm>{input.more(choices.values.length)}</Fault>;
  if (choices.values.length > 0) return null;
  return (
    <Fault calm>
      {isList ? input.noChoices : input.noRows}{" "}
      <button type="button" className="link" data-control onClick={onSettings}>
        {isList ? input.addChoices : input.settings}
      </button>
    </Fault>
  );
}

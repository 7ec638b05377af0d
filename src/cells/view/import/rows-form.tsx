import { guessRoles } from "../../../analyses";
import type { ImportPlan, RowChoice } from "../../../engine";
import { useTexts } from "../shell/workbench-context";
import { withRows, type Wish } from "./edit-plan";
import { Select, TextField, wholeIn } from "./fields";

/** The seed of every sample: two notebooks that ask for the same share get the same customers. */
const seed = 1;

/** All rows, the first, or all those of some customers. */
export function RowsForm({ wish, onChange }: { wish: Wish; onChange: (wish: Wish) => void }) {
  const { importing: words } = useTexts();
  const { rows, columns } = wish.plan;
  const set = (choice: RowChoice | null) => onChange(withRows(wish, choice));
  const choose = (take: string) => {
    if (take === "first") set({ take, count: 100_000 });
    else if (take === "sample") set({ take, share: 0.1, by: customerIn(columns), seed });
    else set(null);
  };
  return (
    <fieldset className="import-form">
      <legend>{words.which}</legend>
      <Select
        label={words.which}
        value={rows?.take ?? "all"}
        options={[
          ["all", words.rows.all],
          ["first", words.rows.first],
          ["sample", words.rows.sample],
        ]}
        onChange={choose}
      />
      {rows?.take === "first" && (
        <TextField
          label={words.firstCount}
          value={String(rows.count)}
          isNumber
          onChange={(text) => {
            const count = wholeIn(text, 1);
            if (count !== null) set({ take: "first", count });
            return count !== null;
          }}
        />
      )}
      {rows?.take === "sample" && (
        <>
          <TextField
            label={words.share}
            value={String(+(rows.share * 100).toFixed(2))}
            isNumber
            onChange={(text) => {
              const share = Number(text.replace(",", ".")) / 100;
              const isShare = share >= 0.0001 && share <= 1;
              if (isShare) set({ ...rows, share });
              return isShare;
            }}
          />
          <Select
            label={words.by}
            value={rows.by}
            options={columns.map(({ header, name }) => [header, header || name])}
            onChange={(by) => set({ ...rows, by })}
          />
          <p className="load-hint">{words.sampleHint}</p>
        </>
      )}
    </fieldset>
  );
}

/** By its name, as the roles of a new table are guessed. */
function customerIn(columns: ImportPlan["columns"]): string {
  const named = columns.map(({ name }) => ({ name, type: "VARCHAR", kind: "text" as const }));
  const { customer } = guessRoles(named);
  return (columns.find(({ name }) => name === customer) ?? columns[0])?.header ?? "";
}

import { useId } from "react";
import { roleNames, type RoleName } from "../../../analyses";
import type { DataSlot } from "../../model";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { RuleSummary } from "./rule-form";

/** Guessed, then corrected once by the person; every analysis of the table follows. */
export function RolesForm({ slot }: { slot: DataSlot }) {
  const { send } = useWorkbench();
  const { data, roles } = useTexts();
  const weekStart = useSession((session) => session.notebook.settings.weekStart);
  const change = (role: RoleName, column: string) => {
    const { [role]: _old, ...others } = slot.roles;
    send({
      type: "roles-changed",
      table: slot.table,
      roles: column ? { ...others, [role]: column } : others,
    });
  };
  const known = roleNames.filter((role) => slot.roles[role]);
  const open = roleNames.filter((role) => !slot.roles[role]);
  return (
    <details className="roles" open>
      <summary>{data.roles}</summary>
      <p className="roles-note">{data.rolesGuess}</p>
      {known.map((role) => (
        <RoleField key={role} role={role} label={roles[role]} slot={slot} onChange={change} />
      ))}
      <details className="roles-more">
        <summary>{data.others(open.length)}</summary>
        {open.map((role) => (
          <RoleField key={role} role={role} label={roles[role]} slot={slot} onChange={change} />
        ))}
      </details>
      {slot.roles.end && (
        <label className="check">
          <input
            type="checkbox"
            checked={slot.endIsLastPaidDay}
            onChange={(event) =>
              send({
                type: "contract-end-changed",
                table: slot.table,
                endIsLastPaidDay: event.target.checked,
              })
            }
          />
          {data.endInclusive}
        </label>
      )}
      {slot.roles.time && (
        <label className="role">
          <span>{data.weekStart}</span>
          <select
            className="field"
            value={weekStart}
            onChange={(event) =>
              send({
                type: "week-start-changed",
                weekStart: event.target.value === "sunday" ? "sunday" : "monday",
              })
            }
          >
            <option value="monday">{data.monday}</option>
            <option value="sunday">{data.sunday}</option>
          </select>
        </label>
      )}
      {slot.roles.time && <RuleSummary slot={slot} />}
    </details>
  );
}

interface RoleFieldProps {
  readonly role: RoleName;
  readonly label: string;
  readonly slot: DataSlot;
  readonly onChange: (role: RoleName, column: string) => void;
}

function RoleField({ role, label, slot, onChange }: RoleFieldProps) {
  const { data } = useTexts();
  const id = useId();
  return (
    <div className="role">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={slot.roles[role] ?? ""}
        onChange={(event) => onChange(role, event.target.value)}
      >
        <option value="">{data.noRole}</option>
        {slot.columns.map((column) => (
          <option key={column.name} value={column.name}>
            {column.name}
          </option>
        ))}
      </select>
    </div>
  );
}

import { ChevronDown } from "lucide-react";
import { use } from "react";
import type { CopyForm } from "../../session";
import { ClosePopover, Popover } from "./popover";
import { useSession, useTexts, useWorkbench } from "./workbench-context";

/** Other ways to take the notebook along than into its own file, and what another file says instead. */
export function SaveMenu() {
  const { copies } = useTexts();
  return (
    <Popover
      label={copies.title}
      title={copies.title}
      className="button button-quiet button-icon"
      button={<ChevronDown className="icon" aria-label={copies.title} />}
    >
      <Ways />
    </Popover>
  );
}

function Ways() {
  const close = use(ClosePopover);
  const { send, saveCopy } = useWorkbench();
  const { copies, comparing } = useTexts();
  const entries = useSession((session) => session.notebook.ledger.length);
  const compare = { left: "open", right: null } as const;
  const copy = (form: CopyForm) => () => saveCopy(form);
  const ways: readonly (readonly [string, () => void, string?])[] = [
    [copies.as, () => send({ type: "save-requested", as: true })],
    [copies.codeOnly, copy("code-only"), entries > 0 ? copies.ledgerStays(entries) : undefined],
    ...(entries > 0 ? [[copies.bare, copy("bare")] as const] : []),
    [copies.kit, copy("notebook-kit"), copies.kitHint],
    [comparing.menu, () => send({ type: "comparing-opened", comparing: compare })],
  ];
  return (
    <ul className="run-menu">
      {ways.map(([label, act, hint]) => (
        <li key={label}>
          <button
            type="button"
            className="button button-quiet"
            title={hint}
            onClick={() => {
              act();
              close();
            }}
          >
            {label}
          </button>
          {hint && <p className="save-hint">{hint}</p>}
        </li>
      ))}
    </ul>
  );
}

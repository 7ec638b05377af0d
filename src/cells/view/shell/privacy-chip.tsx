import { Lock } from "lucide-react";
import { useEffect, useState } from "react";
import type { Kept } from "../../session";
import { Confirm } from "./confirm";
import { useForeignRequests } from "./foreign-requests";
import { Popover } from "./popover";
import type { Texts } from "../texts";
import { RoomHere } from "./room-here";
import { useSurroundings, useTexts } from "./workbench-context";

/** Always visible: says where the data are, and opens to the proof. */
export function PrivacyChip() {
  const { privacy } = useTexts();
  return (
    <Popover
      label={privacy.title}
      className="chip"
      button={
        <>
          <Lock className="icon" aria-hidden="true" />
          <span className="chip-words">{privacy.chip}</span>
        </>
      }
    >
      <KeptHere />
    </Popover>
  );
}

function KeptHere() {
  const { workbench, texts, region } = useSurroundings();
  const { privacy, count } = texts;
  const requests = useForeignRequests();
  const [kept, setKept] = useState<readonly Kept[] | null>(null);
  const reload = () => void workbench.kept().then(setKept, () => setKept(null));
  // The list lives in the browser's storage, not in the session; read once when the panel opens.
  useEffect(reload, [workbench]);
  const day = new Intl.DateTimeFormat(region, { dateStyle: "medium" });
  const total = (kept ?? []).reduce((sum, one) => sum + one.bytes, 0);

  return (
    <>
      <h2>{privacy.title}</h2>
      <p>{workbench.isFile ? privacy.inFile : privacy.text}</p>
      <div className={requests.sent ? "counter is-broken" : "counter"}>
        <strong className="tabular">{count.number(requests.sent)}</strong>
        <span>
          {privacy.counter}
          {requests.blocked > 0 && ` (${privacy.blocked(requests.blocked)})`}
        </span>
      </div>
      {!workbench.isFile && (
        <p>{kept === null ? privacy.unavailable : kept.length === 0 ? privacy.nothing : privacy.stored}</p>
      )}
      {kept && kept.length > 0 && (
        <>
          <ul className="kept-list">
            {kept.map((one) => (
              <li key={`${one.kind} ${one.id}`}>
                <span className="kept-name">
                  {one.title || texts.top.untitled}
                  <small>
                    {one.kind === "notebook" ? privacy.notebook : privacy.data} · {count.size(one.bytes)} ·{" "}
                    {privacy.lastUsed(day.format(one.used))}
                  </small>
                </span>
                <Confirm
                  label={privacy.erase}
                  question={questionOf(one, texts)}
                  onYes={() => void workbench.erase(one).then(reload)}
                />
              </li>
            ))}
          </ul>
          <p>
            {privacy.quota(count.size(total))}{" "}
            <Confirm
              label={privacy.eraseAll}
              question={privacy.eraseAllSure}
              onYes={() => void workbench.erase("all").then(reload)}
            />
          </p>
          <RoomHere />
        </>
      )}
    </>
  );
}

/** Whether something of it stays on the disk is what decides. */
function questionOf({ kind, title, inFile, dataFiles }: Kept, { privacy, top }: Texts): string {
  const name = title || top.untitled;
  return kind === "data" || inFile ? privacy.eraseSure(name) : privacy.eraseForGood(name, dataFiles);
}

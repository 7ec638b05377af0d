import type { ReactNode } from "react";
import type { ComparedFile } from "../../session";
import { noticeText } from "../shell/notices";
import { useTexts } from "../shell/workbench-context";

interface SideHeadProps {
  readonly name: string;
  /** null for the open notebook, and where nothing is chosen. */
  readonly file: ComparedFile | null;
  readonly children: ReactNode;
}

/** What stands on one side, what was to be said of reading it, and what else could stand there. */
export function SideHead({ name, file, children }: SideHeadProps) {
  const texts = useTexts();
  return (
    <section className="compare-head" aria-label={name}>
      <h3>{name}</h3>
      <p className="compare-ways">{children}</p>
      {file?.notices.map((notice) => (
        <p key={notice.id} className="compare-quiet">
          {noticeText(notice, texts)}
        </p>
      ))}
    </section>
  );
}

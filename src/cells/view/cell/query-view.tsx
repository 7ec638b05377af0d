import { CodePreview } from "../editor";
import { useTexts } from "../shell/workbench-context";

/** Every query that ran, in order, exactly as it ran. */
export function QueryView({ ran }: { ran: readonly { readonly name: string; readonly sql: string }[] }) {
  const { analysis } = useTexts();
  return (
    <div className="queries">
      <p>{analysis.ran(ran.length)}</p>
      {ran.map((one) => (
        <figure key={one.name}>
          <figcaption className="code">{one.name}</figcaption>
          <CodePreview language="sql" value={one.sql} />
        </figure>
      ))}
    </div>
  );
}

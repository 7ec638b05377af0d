import { useMemo } from "react";
import { useSurroundings } from "../shell/workbench-context";

/** Days and minutes as the reader writes them. */
export function useMoment(): (at: string) => string {
  const { region } = useSurroundings();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(region, { dateStyle: "medium", timeStyle: "short" });
    return (at) => format.format(Date.parse(at));
  }, [region]);
}

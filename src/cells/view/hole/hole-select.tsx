import type { ReactNode } from "react";

interface HoleSelectProps {
  readonly label: string;
  readonly value: string;
  /** What it says now. */
  readonly shown: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
  /** Why the value cannot be used. */
  readonly fault?: string | null;
  readonly children: ReactNode;
}

const sizesFields = CSS.supports("field-sizing", "content");

/** As wide as what it says, so that the sentence reads on; browsers without `field-sizing` are told the width. */
export function HoleSelect(props: HoleSelectProps) {
  const { label, value, shown, onChange, className = "", fault = null, children } = props;
  return (
    <select
      className={`hole ${className}`}
      aria-label={label}
      aria-invalid={fault === null ? undefined : true}
      title={fault ?? undefined}
      value={value}
      style={sizesFields ? undefined : { width: `calc(${shown.length * 0.52}em + 2.1em)` }}
      onChange={(event) => onChange(event.target.value)}
    >
      {children}
    </select>
  );
}

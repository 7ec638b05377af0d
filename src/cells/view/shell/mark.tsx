/** The mark: a tide line that falls, and the part that stays. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M3 5c5 0 6 9 11 9 3 0 4-1.5 7-1.5" />
      <path d="M3 19h18" opacity="0.45" />
    </svg>
  );
}

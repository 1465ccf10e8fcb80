/** The O of Ombud. */
export function BrandMark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <circle cx="16" cy="16" r="7" fill="none" stroke="var(--on-accent)" strokeWidth="3.2" />
    </svg>
  );
}

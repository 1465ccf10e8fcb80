/** How every field to type into looks. Apart from field.tsx, so that a search field does not bring the whole of it. */
export const controlClasses =
  'w-full min-w-0 rounded-md border border-field-line bg-pane px-2.5 text-body text-text transition-colors duration-[var(--quick)] hover:border-muted focus:border-accent focus:outline-2 focus:outline-offset-[-1px] focus:outline-focus data-[invalid]:border-red disabled:bg-sunken disabled:text-faint ';

export const limits = {
  /** Tickets of one bulk change; beyond it the request is refused with a clear word, never cut. */
  tickets: 100_000,
  /** Tickets that a request names one by one. */
  named: 5_000,
  /** Bulk changes of one agent that are under way at once. */
  underWay: 10,
  /** Tickets that one statement looks at or writes down. */
  step: 5_000,
};

/** The token behind the # of a mailed link; "-" when there is none, which no server knows. */
export function tokenInAddress(): string {
  return /^#([\w-]{1,100})$/.exec(location.hash)?.[1] ?? '-';
}

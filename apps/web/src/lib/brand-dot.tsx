/** A brand's colour; always beside its name. */
export function BrandDot({ color }: { color: string }) {
  return <span aria-hidden style={{ background: color }} className="inline-block size-2 shrink-0 rounded-[2.5px]" />;
}

import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useMe } from '../../../lib/session.ts';

/** Whose rule it is; says nothing where there is only one brand. */
export function OfBrand({ brand }: { brand: { name: string; color: string } | null }) {
  const { brands } = useMe();
  if (!brand || brands.length < 2) return null;
  return <span className="inline-flex min-w-0 shrink-[2] items-center gap-1.5 text-small font-normal text-faint"><BrandDot color={brand.color} /><span className="truncate">{brand.name}</span></span>;
}

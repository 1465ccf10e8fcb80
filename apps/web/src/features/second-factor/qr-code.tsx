import { useMemo } from 'react';
import { encode } from 'uqr';

/** Drawn here, so that the secret in it goes nowhere else. Dark on light in either theme, or cameras do not read it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 4 });
    return { size: modules, path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
  }, [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="size-48 max-w-full rounded-md border border-line bg-white">
      <path d={path} fill="black" />
    </svg>
  );
}

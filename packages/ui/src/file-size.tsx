import { useUiTexts } from './ui-provider.tsx';

export function FileSize({ bytes, className }: { bytes: number; className?: string }) {
  return <span className={className}>{useUiTexts().fileSize(bytes)}</span>;
}

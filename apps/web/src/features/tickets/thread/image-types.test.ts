import { expect, test } from 'vitest';
import { isPicture } from './image-types.ts';

const file = { size: 20_000, url: '/files/1/a?s=1' };

test.each(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])('%s is shown', (type) => {
  expect(isPicture({ ...file, type })).toBe(true);
});

test.each(['image/svg+xml', 'image/tiff', 'image/heic', 'text/html', 'application/pdf', 'application/octet-stream', ''])('"%s" is only a download', (type) => {
  expect(isPicture({ ...file, type })).toBe(false);
});

test('a huge picture, or one without a link, is only a download', () => {
  expect(isPicture({ ...file, type: 'image/png', size: 15_000_001 })).toBe(false);
  expect(isPicture({ ...file, type: 'image/png', url: '' })).toBe(false);
});

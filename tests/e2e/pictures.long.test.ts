import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserDesk, openBrowserDesk } from './support/desk.ts';
import { aPicture } from './support/picture.ts';
import { expectNoComplaints, openScreen, phone, row, seen, seenSomewhere, type Screen } from './support/screen.ts';

let desk: BrowserDesk;
beforeAll(async () => {
  desk = await openBrowserDesk();
  await desk.send({
    from: 'Maja <maja@verified.example>',
    subject: 'Three pictures',
    text: 'See for yourself.',
    attachments: [
      { filename: 'receipt.pdf', content: '%PDF-1.4' },
      { filename: 'front.png', content: aPicture({ width: 1_600, height: 900, colour: [180, 40, 40] }) },
      { filename: 'drawing.svg', content: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', contentType: 'image/svg+xml' },
      { filename: 'back.png', content: aPicture({ width: 900, height: 1_600, colour: [40, 90, 180] }) },
      { filename: 'broken.png', content: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('no picture at all')]) },
    ],
    messageId: '<pictures@verified.example>',
  });
});
afterAll(() => desk?.stop());

const open = async (screen: Screen) => {
  await seen(row(screen.page, 'Three pictures'));
  await screen.page.keyboard.press('j');
  await screen.page.keyboard.press('Enter');
  await seenSomewhere(screen.page.getByText('See for yourself.'));
};
/** px; the width of a picture that the browser could read */
const widthOf = (screen: Screen, name: string) =>
  screen.page.evaluate(`(async () => { const image = document.querySelector('img[src*="${name}"]'); await image.decode(); return image.naturalWidth; })()`);

test('pictures are shown small, opened large with the keyboard, and everything else is a download', async () => {
  const screen = await openScreen(desk, await desk.agent());
  const { page } = screen;
  const keys = page.keyboard;
  await open(screen);
  await seen(page.getByRole('button', { name: 'Show back.png larger' }));
  expect(await widthOf(screen, 'front.png')).toBe(1_600);
  expect(await widthOf(screen, 'back.png')).toBe(900);
  for (const name of ['receipt.pdf', 'drawing.svg', 'broken.png']) await seen(page.getByRole('link', { name: new RegExp(name) }));
  expect(await page.locator('img[src*="drawing.svg"]').count()).toBe(0);

  const front = page.getByRole('button', { name: 'Show front.png larger' });
  await front.focus();
  await keys.press('Enter');
  const first = page.getByRole('dialog', { name: 'front.png' });
  await seen(first.getByRole('img', { name: 'front.png' }));
  await seen(first.getByText('Image 1 of 2'));
  await keys.press('ArrowLeft');
  await seen(first);
  await keys.press('ArrowRight');
  const second = page.getByRole('dialog', { name: 'back.png' });
  await seen(second.getByRole('img', { name: 'back.png' }));
  await seen(second.getByText('Image 2 of 2'));
  const [picture, dialog] = [await second.getByRole('img').boundingBox(), await second.boundingBox()];
  expect(picture && dialog && picture.y >= dialog.y && picture.y + picture.height <= dialog.y + dialog.height).toBe(true);
  const download = page.waitForEvent('download');
  await second.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('back.png');
  await second.getByRole('button', { name: 'Previous image' }).click();
  await seen(first);
  await keys.press('Escape');
  await first.waitFor({ state: 'detached' });
  // The ticket is still open, and the focus is back where it was.
  await seen(front.and(page.locator(':focus')));
  expectNoComplaints(screen);
  await screen.close();
});

test('on a phone a picture opens by a tap and its buttons are in reach', async () => {
  const screen = await openScreen(desk, await desk.agent(), phone);
  const { page } = screen;
  await row(page, 'Three pictures').tap();
  await page.getByRole('button', { name: 'Show front.png larger' }).tap();
  const dialog = page.getByRole('dialog', { name: 'front.png' });
  await seen(dialog.getByRole('img', { name: 'front.png' }));
  await dialog.getByRole('button', { name: 'Next image' }).tap();
  const next = page.getByRole('dialog', { name: 'back.png' });
  const box = await next.getByRole('link', { name: 'Download' }).boundingBox();
  expect(box && box.y + box.height <= phone.viewport.height && box.height >= 24).toBe(true);
  await next.getByRole('button', { name: 'Close' }).tap();
  await next.waitFor({ state: 'detached' });
  expectNoComplaints(screen);
  await screen.close();
});

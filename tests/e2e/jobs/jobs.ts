import type { Page } from 'playwright-core';
import { noteField, replyField, row, seen, seenSomewhere, ticket } from '../support/screen.ts';
import type { Hand } from './hand.ts';

export type Job = {
  /** The name of its pictures, and of its row in docs/jobs.md */
  id: string;
  /** The cases that it needs, by subject; the first one stands at the top of the list. */
  cases: readonly string[];
  /** What a screen reader says of it, in order: of each step its place (role, name) or the words of a live region. */
  heard: readonly string[];
  /** With the keyboard alone, from the list to the end. `look` is the moment worth a picture. */
  run(page: Page, hand: Hand, look: () => Promise<void>): Promise<void>;
};

const main = (page: Page, name: RegExp) => page.getByRole('main').getByRole('button', { name });
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });

/** The next case: the one at the top of the list. */
async function openFirst(page: Page, hand: Hand, subject: string): Promise<void> {
  await hand.press('j');
  await hand.press('Enter');
  await hand.until(seen(ticket(page, subject)));
}

export const jobs: readonly Job[] = [
  {
    id: 'answer',
    cases: ['The desk lamp flickers'],
    heard: ['link: E-mail Unread Maja Svensson now The desk lamp flickers', 'article: The desk lamp flickers', 'textbox: Your reply to the customer', 'says: Solved; the reply to Maja Svensson goes out in 10 seconds'],
    async run(page, hand, look) {
      await openFirst(page, hand, 'The desk lamp flickers');
      await hand.press('r');
      await hand.until(seen(replyField(page)));
      await hand.type('Thank you, Maja. A new ballast is on its way to you; it fits without tools.');
      await look();
      await hand.press('Control+Shift+Enter');
      await hand.until(seenSomewhere(page.getByText(/goes out in 10 seconds/)));
    },
  },
  {
    id: 'template',
    cases: ['The radio does not find the lamps'],
    heard: ['article: The radio does not find the lamps', 'option: Shared Restart the radio', 'textbox: Your reply to the customer', 'says: The reply to Maja Svensson goes out in 10 seconds'],
    async run(page, hand, look) {
      await openFirst(page, hand, 'The radio does not find the lamps');
      await hand.press('m');
      const picker = page.getByRole('dialog', { name: 'Use a macro…' });
      await hand.until(seen(picker.getByRole('combobox')));
      await hand.type('restart');
      await hand.until(seen(picker.locator('[data-macro-preview]').getByText('Hi Maja, unplug the radio for ten seconds.')));
      await look();
      await hand.press('Enter');
      await hand.until(seen(replyField(page).getByText('Hi Maja, unplug the radio for ten seconds.')));
      await hand.press('Control+Enter');
      await hand.until(seenSomewhere(page.getByText(/goes out in 10 seconds/)));
    },
  },
  {
    id: 'note',
    cases: ['Invoice 20871 is paid twice'],
    heard: ['article: Invoice 20871 is paid twice', 'textbox: Your note to colleagues', 'says: Your note is on #'],
    async run(page, hand, look) {
      await openFirst(page, hand, 'Invoice 20871 is paid twice');
      await hand.press('n');
      await hand.until(seen(noteField(page)));
      await hand.type('The bank shows both payments; the second one goes back on Monday.');
      await look();
      await hand.press('Control+Enter');
      await hand.until(seen(page.getByRole('article', { name: 'Note by Astrid Lind, only for colleagues' })));
    },
  },
  {
    id: 'assign',
    cases: ['Smart plug does not pair'],
    heard: ['article: Smart plug does not pair', 'option: Bo Ek', 'says: Done on #'],
    async run(page, hand, look) {
      await openFirst(page, hand, 'Smart plug does not pair');
      await hand.press('a');
      await hand.until(seen(page.getByRole('combobox', { name: 'Assignee' })));
      await hand.type('bo');
      await hand.until(seen(page.getByRole('option', { name: 'Bo Ek' })));
      await look();
      await hand.press('Enter');
      await hand.until(seenSomewhere(main(page, /^Assignee: Bo Ek$/)));
    },
  },
  {
    id: 'wait',
    cases: ['Which bulb fits the L-4?'],
    heard: ['article: Which bulb fits the L-4?', 'says: Done on #'],
    async run(page, hand, look) {
      await openFirst(page, hand, 'Which bulb fits the L-4?');
      await look();
      await hand.press('p');
      await hand.until(seenSomewhere(main(page, /^Status: Pending$/)));
    },
  },
  {
    id: 'snooze',
    cases: ['The part comes tomorrow'],
    heard: ['article: The part comes tomorrow', 'menu: Snooze', 'menuitem: Tomorrow morning', 'snoozed'],
    async run(page, hand, look) {
      await openFirst(page, hand, 'The part comes tomorrow');
      await hand.press('h');
      const tomorrow = page.getByRole('menuitem', { name: /^Tomorrow morning/ });
      await hand.until(seen(tomorrow));
      // The menu finds its items by their first letters; how many stand before it changes with the hour.
      await hand.press('t');
      await hand.until(seen(page.locator('[role=menuitem][data-highlighted]', { hasText: 'Tomorrow morning' })));
      await look();
      await hand.press('Enter');
      await hand.until(seenSomewhere(page.getByText(/snoozed$/)));
    },
  },
  {
    id: 'tag',
    cases: ['Order 4711 came without the shade'],
    heard: ['article: Order 4711 came without the shade', 'combobox: Type a tag, expanded', 'Add tag: missing-part'],
    async run(page, hand, look) {
      await openFirst(page, hand, 'Order 4711 came without the shade');
      await hand.press('l');
      await hand.until(seen(page.getByRole('combobox', { name: 'Type a tag' })));
      await hand.type('missing-part');
      await look();
      await hand.press('Enter');
      await hand.until(seen(details(page).getByText('missing-part', { exact: true })));
    },
  },
  {
    id: 'find',
    cases: ['Ballast for the old ceiling lamp'],
    heard: ['combobox: Search for tickets, customers and organisations', 'link: Ballast for the old ceiling lamp', 'article: Ballast for the old ceiling lamp'],
    async run(page, hand, look) {
      await hand.press('/');
      await hand.type('ballast ceiling');
      await hand.until(seenSomewhere(page.getByRole('link', { name: /Ballast for the old ceiling lamp/ })));
      await look();
      await hand.press('ArrowDown');
      await hand.press('Enter');
      await hand.until(seen(ticket(page, 'Ballast for the old ceiling lamp')));
    },
  },
  {
    id: 'caller',
    cases: [],
    heard: ['combobox: Customer’s e-mail address or phone number', 'textbox: Name', 'textbox: Subject', 'textbox: What it is about', 'article: Lamp went dark'],
    async run(page, hand, look) {
      await hand.press('c');
      await hand.until(seen(page.getByRole('dialog', { name: 'New ticket' })));
      await hand.type('johan.berg@verified.example');
      await hand.press('Tab');
      await hand.type('Johan Berg');
      for (let field = 0; field < 2; field += 1) await hand.press('Tab');
      await hand.type('Lamp went dark');
      await hand.press('Tab');
      await hand.type('Since last night; another bulb does not help.');
      await look();
      await hand.press('Control+Enter');
      await hand.until(seen(ticket(page, 'Lamp went dark')));
    },
  },
  {
    id: 'merge',
    cases: ['Again: where is my parcel?', 'Where is my parcel?'],
    heard: ['article: Again: where is my parcel?', 'says: 3 results', 'textbox: Number of the other ticket', 'button: New Where is my parcel?', 'article: Where is my parcel?'],
    async run(page, hand, look) {
      await openFirst(page, hand, 'Again: where is my parcel?');
      await hand.press('Control+k');
      await hand.until(seen(page.getByRole('combobox', { name: 'What do you want to do?' })));
      await hand.type('merge');
      await hand.press('Enter');
      const dialog = page.getByRole('dialog', { name: /Merge #\d+ into another ticket/ });
      await hand.until(seen(dialog.getByRole('button', { name: /Where is my parcel\?/ })));
      await look();
      await hand.press('Tab');
      await hand.press('Enter');
      await hand.until(seen(page.getByRole('article', { name: /^Where is my parcel\?/ })));
    },
  },
];

/** The row of a job's first case, once its mail has come; without one the list, which hears no key before it is there. */
export const firstCase = (page: Page, { cases }: Job) => seen(cases[0] ? row(page, cases[0]) : page.locator('[data-ticket-list]'));

import { expect, test } from 'vitest';
import { detectLanguage } from './language.ts';

test.each([
  ['sv', 'Hej! Jag har inte fått min leverans ännu, kan ni kolla var paketet är?'],
  ['da', 'Hej, jeg har stadig ikke modtaget min ordre. Hvornår kommer pakken?'],
  ['no', 'Hei, jeg har fortsatt ikke mottatt bestillingen min. Når kommer pakken?'],
  ['pl', 'Dzień dobry, nie otrzymałem jeszcze faktury za ostatni miesiąc.'],
  ['es', 'Hola, todavía no he recibido mi pedido y necesito una respuesta.'],
  ['en', 'Hello, my order has not arrived yet. Could you please help?'],
  ['de', 'Guten Tag, meine Bestellung ist noch nicht angekommen.'],
  ['uk', 'Доброго дня, моє замовлення ще не прийшло.'],
  ['ja', '注文した商品がまだ届きません。'],
  ['en', 'Thanks a lot for your help'],
])('%s: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each(['', 'ok', 'ABC-123 456', 'https://example.org/hej/jag/har/inte ann@example.org'])('"%s" is too little to say', (text) => {
  expect(detectLanguage(text)).toBeNull();
});

test('quoted lines in another language do not decide', () => {
  expect(
    detectLanguage(
      'Det fungerar fortfarande inte hos oss.\n> Please try to restart the program\n> and tell us whether the problem is still there\n> Kind regards, the support team',
    ),
  ).toBe('sv');
});

test('a long text in one of two near relatives is told by all of it when its beginning does not tell', () => {
  const either = 'Hej. Kan vi få en ny leverance? '.repeat(8);
  expect(detectLanguage(`${either}Vi har hverken modtaget pakken eller hørt noget fra jer siden mandag, og vores kunder spørger hver dag, hvornår den kommer. Skynd jer venligst, for nu er det ved at være lidt for længe siden.`)).toBe('da');
});

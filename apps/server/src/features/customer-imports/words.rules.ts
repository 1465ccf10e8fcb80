/** Words for kinds and languages as they stand in people's tables, in the five languages of the screens. */

const external = new Set(['external', 'extern', 'externo', 'externa', 'ekstern', 'zewnetrzny', 'zewnętrzny', 'customer', 'kund', 'kunde', 'cliente', 'klient']);
const employee = new Set(['employee', 'internal', 'intern', 'interno', 'interna', 'wewnętrzny', 'wewnetrzny', 'anställd', 'medarbetare', 'medarbejder', 'ansat', 'empleado', 'empleada', 'pracownik', 'colleague', 'kollega']);

export function readKind(text: string): 'external' | 'employee' | null {
  const word = text.trim().toLowerCase();
  if (external.has(word)) return 'external';
  return employee.has(word) ? 'employee' : null;
}

let names: Map<string, string> | undefined;

/** ISO 639 of `sv`, `sv-SE`, `Swedish`, `svenska` and the like; null for what is none. */
export function readLanguage(text: string): string | null {
  const word = text.trim().toLowerCase();
  names ??= languageNames();
  if (names.has(word)) return names.get(word) ?? null;
  const [code = ''] = word.split(/[-_]/);
  return [...names.values()].includes(code) ? code : null;
}

function languageNames(): Map<string, string> {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const codes = [...letters].flatMap((first) => [...letters].map((second) => first + second));
  const found = new Map<string, string>();
  for (const locale of ['en', 'sv', 'es', 'da', 'pl']) {
    const display = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code)?.toLowerCase();
      // An old code such as `iw` has the name of the new one, which is what we keep.
      if (name && new Intl.Locale(code).language === code) found.set(name, code).set(code, code);
    }
  }
  return found;
}

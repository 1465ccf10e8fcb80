/** All that a text of the desk's own may name — a brand's, an agent's signature, a macro; anything else in double braces is refused. */
export const placeholders = ['customer.name', 'customer.first_name', 'ticket.number', 'ticket.subject', 'agent.name', 'agent.first_name', 'brand.name', 'desk.hours'] as const;
export type Placeholder = (typeof placeholders)[number];

const braces = /\{\{([^{}]{0,200})\}\}/g;

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** What stands in double braces and is no placeholder of ours, an opening pair that is never closed included. */
export function unknownPlaceholders(text: string): string[] {
  const unknown: string[] = [];
  const rest = text.replace(braces, (whole, inner: string) => {
    if (!isPlaceholder(inner.trim())) unknown.push(whole);
    return ' ';
  });
  const open = rest.indexOf('{{');
  if (open >= 0) unknown.push(rest.slice(open, open + 40));
  return [...new Set(unknown)];
}

/** Puts the values in, in one pass: a value that looks like a placeholder stays as it is. */
export function fillPlaceholders(text: string, values: Partial<Record<Placeholder, string>>): string {
  return text.replace(braces, (whole, inner: string) => {
    const name = inner.trim();
    return isPlaceholder(name) ? (values[name] ?? '') : whole;
  });
}

/** What an editor puts between the braces of a placeholder (it takes customer.name for an address) goes; the rest stays for the sanitiser. */
export function tidyPlaceholders(html: string): string {
  return html.replace(/\{\{([^{}]{0,600})\}\}/g, (whole, inner: string) => {
    const name = inner.replace(/<[^>]*>/g, '').trim();
    return isPlaceholder(name) ? `{{${name}}}` : whole;
  });
}

/** "Maja Svensson" and "Svensson, Maja" are Maja; nobody is called by their address. */
export function firstNameOf(name: string): string {
  const afterComma = name.includes(',') ? name.slice(name.indexOf(',') + 1).trim() : '';
  const word = (afterComma || name).trim().split(/\s+/)[0] ?? '';
  return word.includes('@') ? '' : word;
}

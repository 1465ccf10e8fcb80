import type { CDPSession, Page } from 'playwright-core';

/** What a screen reader says while a job is done: of each place that gets the focus its role, name and state, and of live regions what is new in them. */
export type Ears = {
  /** Notes what has the focus by now, and what was said since the last time. */
  listen(): Promise<void>;
  heard(): readonly string[];
  /** What has the focus now. */
  where(): Promise<string>;
};

/** Live regions as they change, told in the order of the page: what is added is read, and all of it where the region is atomic. */
const watch = `(() => {
  window.spoken = [];
  const live = '[aria-live], [role=status], [role=alert], [role=log]';
  const say = (text) => { const words = (text ?? '').trim().replace(/\\s+/g, ' '); if (words && window.spoken.at(-1) !== words) window.spoken.push(words); };
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const nearest = element?.closest(live);
      if (nearest?.getAttribute('aria-live') === 'off') continue;
      const region = nearest;
      if (region && (region.getAttribute('aria-atomic') === 'true' || type === 'characterData')) say(region.textContent);
      else for (const node of addedNodes) {
        if (region) say(node.textContent);
        // A region that comes with its words is read where it is an alert only.
        else if (node.nodeType === Node.ELEMENT_NODE) for (const alert of [node.matches('[role=alert]') ? node : null, ...node.querySelectorAll('[role=alert]')]) say(alert?.textContent);
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
})()`;

type Value = { value?: unknown };
type Told = { role?: Value; name?: Value; description?: Value; properties?: { name: string; value: Value }[] };

const toldStates = ['expanded', 'checked', 'selected', 'invalid', 'pressed', 'readonly', 'required'];

export async function lendEars(page: Page): Promise<Ears> {
  await page.evaluate(watch);
  const browser = await page.context().newCDPSession(page);
  const heard: string[] = [];
  let last = '';
  return {
    async listen() {
      for (const words of (await page.evaluate('window.spoken.splice(0)')) as string[]) heard.push(`says: ${words}`);
      const focus = await tellFocus(browser);
      if (focus !== last) heard.push(focus);
      last = focus;
    },
    heard: () => heard,
    where: () => tellFocus(browser),
  };
}

/** As the browser's accessibility tree has it; in a list that keeps the focus in its field, what it points at. */
async function tellFocus(browser: CDPSession): Promise<string> {
  const { result } = await browser.send('Runtime.evaluate', { expression: `(() => { const at = document.activeElement; return document.getElementById(at?.getAttribute('aria-activedescendant') ?? '') ?? at ?? document.body; })()` });
  const { nodes } = (await browser.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false })) as { nodes: Told[] };
  const [node] = nodes;
  const states = (node?.properties ?? []).filter(({ name, value }) => toldStates.includes(name) && value.value !== false && value.value !== 'false').map(({ name, value }) => (value.value === true || value.value === 'true' ? name : `${name} ${String(value.value)}`));
  return [`${String(node?.role?.value)}: ${String(node?.name?.value ?? '')}`, ...states, node?.description?.value ? `(${String(node.description.value)})` : ''].filter(Boolean).join(', ');
}

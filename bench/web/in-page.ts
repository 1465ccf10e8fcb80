/**
 * What runs inside of the page, as text: it measures there, so that nothing of the way to the browser counts. A moment is
 * what `performance.now()` says once the frame that shows the change has been handed over to be painted.
 */

/** Before the page's own scripts: when the list could first be used, what shifted, and how long each interaction took. */
export const watchFromStart = `
  window.__bench = { listAt: null, shift: 0, interactions: new Map() };
  const painted = (then) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => then(performance.now()); port2.postMessage(null); });
  window.__painted = painted;
  const usable = () => document.querySelector('li[aria-posinset] a[href]');
  const first = new MutationObserver(() => { if (usable()) { first.disconnect(); painted((at) => (window.__bench.listAt = at)); } });
  first.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__bench.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const { interactionId, duration } of list.getEntries()) if (interactionId) window.__bench.interactions.set(interactionId, Math.max(duration, window.__bench.interactions.get(interactionId) ?? 0)); }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** From the next key or press until `condition` holds and is painted, ms. Set up first, then make the input. */
export const armed = (condition: string) => `(() => {
  window.__armed = new Promise((resolve, reject) => {
    let began = null;
    const holds = () => (${condition});
    const end = () => { watch.disconnect(); clearTimeout(timer); window.__painted((at) => resolve(at - began)); };
    const begin = (event) => { if (began !== null) return; began = event.timeStamp; removeEventListener('keydown', begin, true); removeEventListener('pointerdown', begin, true); queueMicrotask(check); };
    const check = () => began !== null && holds() && end();
    const watch = new MutationObserver(check);
    watch.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    addEventListener('keydown', begin, true);
    addEventListener('pointerdown', begin, true);
    const timer = setTimeout(() => reject(new Error('nothing happened in 15 s: ' + ${JSON.stringify(condition)})), 15_000);
  });
  window.__armed.catch(() => undefined);
})()`;

export const measured = 'window.__armed';

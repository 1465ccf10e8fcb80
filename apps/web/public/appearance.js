// Runs before the first paint, so that nobody who chose dark sees a white flash. A file of its own because the
// content security policy allows no inline script. lib/appearance.ts writes what this reads.
(function () {
  const root = document.documentElement;
  try {
    const chosen = JSON.parse(localStorage.getItem('ombud.appearance') || '{}');
    if (chosen.theme === 'light' || chosen.theme === 'dark') root.dataset.theme = chosen.theme;
    root.dataset.density = chosen.density === 'dense' ? 'dense' : 'comfortable';
    if (chosen.motion === 'reduced') root.dataset.motion = 'reduced';
    if (chosen.contrast === 'more') root.dataset.contrast = 'more';
    if (chosen.underline_links === true) root.dataset.links = 'underlined';
    root.dataset.textSize = typeof chosen.text_size === 'string' ? chosen.text_size : 'medium';
  } catch {
    root.dataset.density = 'comfortable';
  }
})();

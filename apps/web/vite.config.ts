import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstViewBudget } from './first-view-budget.ts';
import { groupedParts } from './grouped-parts.ts';
import { knownCommands } from './known-commands.ts';
import { knownSettings } from './known-settings.ts';
import { parsedMessages } from './parsed-messages.ts';

const server = 'http://127.0.0.1:3000';
const ours = () => [parsedMessages(), knownCommands(), knownSettings()];

/** What is fetched together, in the order in which it is needed. */
const first = [
  { name: 'core', roots: ['main.tsx'] },
  { name: 'inbox', roots: ['features/tickets/inbox-screen.tsx'] },
];
const later = [
  { name: 'ticket', roots: ['features/tickets/ticket/ticket-pane.tsx', 'features/tickets/context/context-panel.tsx'] },
  { name: 'editor', roots: ['features/tickets/composer/editor.tsx'] },
  {
    name: 'beside',
    roots: ['shell/overlay-host.tsx', 'shell/later-rail.tsx', 'features/routing/offers/offer-host.tsx', 'features/tickets/new-ticket/new-ticket-dialog.tsx', 'features/tickets/list/bulk-bar.tsx', 'features/tickets/promises/promise-mark.tsx'],
  },
];

export default defineConfig({
  plugins: [react(), tailwindcss(), ...ours(), groupedParts({ first, later, plugins: ours }), firstViewBudget({ bytes: 200_000, files: 8 })],
  build: {
    outDir: 'dist',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // The content security policy allows fonts and images from our own files only, so none is written into the CSS.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': { target: server, ws: true },
      '/files': server,
    },
  },
});

import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstViewBudget } from './first-view-budget.ts';
import { knownCommands } from './known-commands.ts';
import { knownSettings } from './known-settings.ts';
import { groupedIcons } from './grouped-icons.ts';
import { parsedMessages } from './parsed-messages.ts';

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), tailwindcss(), parsedMessages(), knownCommands(), knownSettings(), firstViewBudget(200_000)],
  build: {
    outDir: 'dist',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // The content security policy allows fonts and images from our own files only, so none is written into the CSS.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: groupedIcons() } },
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

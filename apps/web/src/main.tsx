import './styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ToastProvider, UiProvider } from '@ombud/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyAppearance, currentAppearance } from './lib/appearance.ts';
import { browserLanguage, speak } from './lib/i18n.ts';
import { onSignedOut, queryClient } from './lib/query-client.ts';
import { meQuery } from './lib/session.ts';
import { useUiTextsOfLanguage } from './lib/ui-texts.ts';
import { leaveForSignIn, router } from './router.ts';

function App() {
  return (
    <UiProvider texts={useUiTextsOfLanguage()}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </UiProvider>
  );
}

async function start() {
  applyAppearance(currentAppearance());
  // Asked for while the language loads; the router awaits the same request.
  if (location.pathname !== '/sign-in') void queryClient.prefetchQuery(meQuery);
  await speak(browserLanguage());
  onSignedOut(leaveForSignIn);
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();

import './styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Toasts, UiProvider } from '@ombud/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyAppearance, currentAppearance } from './lib/appearance.ts';
import { browserLanguage, speak } from './lib/i18n.ts';
import { live, onLiveRefused } from './lib/live.ts';
import { onHeldBack, onSignedOut, queryClient } from './lib/query-client.ts';
import { readRemembered, remember } from './lib/remembered.ts';
import { meQuery } from './lib/session.ts';
import { useUiTextsOfLanguage } from './lib/ui-texts.ts';
import { leaveForSecondFactor, leaveForSignIn, router } from './router.ts';
import { outsidePaths } from './routes/outside.ts';

function App() {
  return (
    <UiProvider texts={useUiTextsOfLanguage()}>
      <RouterProvider router={router} />
      <Toasts />
    </UiProvider>
  );
}

/** A page that was open while the program was renewed asks for files that are gone: it is loaded anew, once a minute at most. */
function reloadWhenRenewed() {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(readRemembered('ombud.reloaded') ?? 0);
    if (Date.now() - last < 60_000) return;
    // Nobody answers: a reload would only lose the page.
    if (!navigator.onLine || ['waiting', 'connecting'].includes(live.state.get())) return;
    event.preventDefault();
    remember('ombud.reloaded', Date.now());
    location.reload();
  });
}

async function start() {
  reloadWhenRenewed();
  applyAppearance(currentAppearance());
  // Asked for while the language loads; the router awaits the same request.
  if (!outsidePaths.includes(location.pathname)) void queryClient.prefetchQuery(meQuery);
  await speak(browserLanguage());
  onSignedOut(leaveForSignIn);
  onHeldBack(leaveForSecondFactor);
  // Asked again who is here: the answer leads to where one belongs now.
  onLiveRefused(() => void queryClient.refetchQueries({ queryKey: meQuery.queryKey }));
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();

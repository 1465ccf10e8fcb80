/** Takes away what the system still shows of offers that are over (public/sw.js shows it). */
export async function closeEnded(open: readonly number[]): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const shown of (await registration?.getNotifications()) ?? []) {
    const offer = /^offer-(\d+)$/.exec(shown.tag)?.[1];
    if (offer !== undefined && !open.includes(Number(offer))) shown.close();
  }
}

/** Two short tones, a fourth apart, soft at both ends: heard, and not startling. */
const tones = [
  { hertz: 659.26, from: 0, seconds: 0.16 },
  { hertz: 880, from: 0.11, seconds: 0.3 },
];
const loudness = 0.12;

let context: AudioContext | undefined;

/** Plays it, where the browser lets a page be heard that nobody has touched yet; else it stays silent. */
export async function playChime(): Promise<void> {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') await context.resume();
    const start = context.currentTime + 0.02;
    for (const { hertz, from, seconds } of tones) {
      const [tone, gain] = [context.createOscillator(), context.createGain()];
      tone.frequency.value = hertz;
      gain.gain.setValueAtTime(0, start + from);
      gain.gain.linearRampToValueAtTime(loudness, start + from + 0.015);
      gain.gain.exponentialRampToValueAtTime(0.0001, start + from + seconds);
      tone.connect(gain).connect(context.destination);
      tone.start(start + from);
      tone.stop(start + from + seconds + 0.05);
    }
    document.dispatchEvent(new CustomEvent('ombud:chime'));
  } catch {
    // No sound card, or not allowed: the bell still counts.
  }
}

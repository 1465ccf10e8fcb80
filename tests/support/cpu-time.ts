/**
 * CPU milliseconds that some work takes in this process: unlike the time of day, it says the same on a busy machine. For
 * telling linear from quadratic on a large input, with room for a slow processor; speed itself is the benchmarks' matter.
 */
export async function cpuMilliseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

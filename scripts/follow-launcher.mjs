// Loaded into the program when a launcher on an older Node started it: if the launcher dies, the program stops too.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

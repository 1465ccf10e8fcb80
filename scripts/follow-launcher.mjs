// Loaded into the program when a launcher on an older Node started it: if the launcher dies, the program stops too.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// It is for the program alone: the processes that this starts have channels of their own.
process.execArgv.splice(process.execArgv.lastIndexOf('--import'), 2);

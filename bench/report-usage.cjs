// Loaded into every measured process, so it is small, and plain JavaScript: compiling takes time.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 };
  try {
    writeSync(3, `${JSON.stringify(usage)}\n`);
  } catch {
    // A process that a measured one started: nobody reads its figures.
  }
});

import path from 'node:path';
import { app } from 'electron';
import { refusedStart } from './refused-switches.ts';
import { runShell } from './shell.ts';
import { startOptions } from './start-options.ts';

const EXIT_REFUSED = 77;

const refused = refusedStart({
  hasSwitch: (name) => app.commandLine.hasSwitch(name),
  variables: process.env,
  strict: STRICT_SHELL,
});

if (refused) {
  process.stderr.write(`Yichuang does not start with ${refused}. Take it away and start again.\n`);
  app.exit(EXIT_REFUSED);
} else if (STRICT_SHELL && process.getuid?.() === 0) {
  process.stderr.write('Yichuang does not run as root. Start it as the clerk.\n');
  app.exit(EXIT_REFUSED);
} else {
  const options = startOptions(process.argv, path.join(app.getPath('appData'), 'yichuang'));
  // Not awaited: Electron becomes ready only after this module has been read to its end.
  runShell(options).catch((thrown: unknown) => {
    process.stderr.write(
      `Yichuang could not start: ${thrown instanceof Error ? thrown.message : 'unknown'}\n`,
    );
    app.exit(1);
  });
}

// One plugged-in device: a pseudo-terminal and what answers on it. Its cable is pulled by killing this process.
import { idCardReader } from './id-card-reader.ts';
import { throttled } from './line.ts';
import { openPty } from './pty.ts';
import { scanner } from './scanner.ts';

const [kind = '', baud = '', chunk = ''] = process.argv.slice(2);

const say = (act: string): void => {
  console.log(`${act} @${(performance.timeOrigin + performance.now()).toFixed(1)}`);
};

/** As a hand at the cable would, in the middle of a reply. */
const pull = (): void => process.exit(0);

const pty = openPty();
const line = throttled(pty.write, Number(baud), Number(chunk));
const device = kind === 'scanner' ? scanner(line, say) : idCardReader(line, say, pull);

pty.onBytes(device.bytes);
process.on('message', (told) => {
  if (told === 'stop-reading') {
    pty.stopReading();
    say('stopped reading');
    return;
  }
  try {
    device.obey(typeof told === 'string' ? told : '');
  } catch (thrown) {
    say(`refused ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
});
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => {});
process.send?.(pty.path);

import { Nudge } from '#native/id-card-reader/nudge.ts';
import { type CycleEnd, runReaderCycle } from '#native/id-card-reader/reader-cycle.ts';
import { SamReader } from '#native/id-card-reader/reader.ts';
import { idCardReader } from '../../stand-ins/devices/id-card-reader.ts';
import { MemoryLink } from '../memory-link.ts';

/** A driver and a stand-in module with nothing between them, at a pace for tests. */
export interface ModuleOnALink {
  readonly link: MemoryLink;
  readonly reader: SamReader;
  readonly nudge: Nudge;
  /** What the driver told, in words, in order. */
  readonly told: readonly string[];
  /** What the module did. */
  readonly acts: readonly string[];
  readonly tell: (line: string) => void;
  readonly run: () => Promise<CycleEnd>;
  readonly stop: () => void;
  /** Resolves when the words were told, in this order, since the call. */
  readonly until: (...words: readonly string[]) => Promise<void>;
}

export function moduleOnALink(): ModuleOnALink {
  const link = new MemoryLink();
  const told: string[] = [];
  const acts: string[] = [];
  const stopping = new AbortController();
  const reader = new SamReader(link, stopping.signal);
  const nudge = new Nudge();
  let heard: () => void = () => {};
  const say = (word: string): void => {
    told.push(word);
    heard();
  };
  const device = idCardReader(
    {
      wireMs: () => 0,
      send: (bytes) => {
        link.send(bytes);
        return Promise.resolve(0);
      },
    },
    (act) => void acts.push(act),
    () => acts.push('pulled'),
  );
  link.heard = device.bytes;

  return {
    link,
    reader,
    nudge,
    told,
    acts,
    tell: device.obey,
    run: () =>
      runReaderCycle({
        reader,
        nudge,
        nowMs: () => performance.now(),
        stop: stopping.signal,
        pace: { pollMs: 5, presenceMs: 5, settleMs: 5 },
        happenings: {
          found: () => say('found'),
          read: ({ card }) => say(`read ${card.number.slice(-4)}`),
          newAddress: ({ address }) => say(`address ${address.slice(-3)}`),
          confirmed: () => say('confirmed'),
          differs: () => say('differs'),
          lifted: () => say('lifted'),
          trouble: (tries) => say(`trouble ${tries}`),
          answered: () => {},
        },
      }),
    stop: () => stopping.abort(new Error('stopped by the test')),
    until: async (...words) => {
      let from = told.length;
      for (const word of words) {
        while (!told.slice(from).includes(word)) {
          await new Promise<void>((done) => {
            heard = done;
          });
        }
        from = told.indexOf(word, from) + 1;
      }
    },
  };
}

import type { Answer, Input } from '#contract/calls.ts';

/** The control line of the stand-ins: JSON lines over a local socket. Exists in practice only. */
export interface PracticeLine {
  readonly state: () => Promise<Answer<'practice.state'>>;
  readonly act: (wish: Input<'practice.do'>) => Promise<Answer<'practice.do'>>;
}

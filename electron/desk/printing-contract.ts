import { z } from 'zod';
import { calls } from '#contract/calls.ts';
import { COMMON_REFUSALS } from '#contract/call.ts';
import { events } from '#contract/events.ts';
import { Site } from '#contract/shapes/site.ts';
import { VERSION } from './version.ts';

const READABLE = { unrepresentable: 'any' } as const;

/** Every call and every event as one JSON document, for scripts and other programs. */
export function contractDocument(): object {
  return {
    program: 'yichuang',
    version: VERSION,
    calls: Object.entries(calls).map(([name, { kind, role, input, output, refusals }]) => ({
      name,
      kind,
      role,
      input: z.toJSONSchema(input, { ...READABLE, io: 'input' }),
      output: z.toJSONSchema(output, READABLE),
      refusals: [...refusals, ...COMMON_REFUSALS],
    })),
    events: Object.entries(events).map(([name, value]) => ({ name, value: z.toJSONSchema(value, READABLE) })),
  };
}

/** The JSON Schema of `site.json`. */
export function siteDocument(): object {
  return { ...z.toJSONSchema(Site, { ...READABLE, io: 'input' }), title: 'site.json of Yichuang' };
}

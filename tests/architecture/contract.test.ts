import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMON_REFUSALS } from '#contract/call.ts';
import { calls } from '#contract/calls.ts';
import { events } from '#contract/events.ts';
import { accessAnswers } from '#desk/handlers/access.ts';
import { bundlesAnswers } from '#desk/handlers/bundles.ts';
import { catalogueAnswers } from '#desk/handlers/catalogue.ts';
import { citizenAnswers } from '#desk/handlers/citizen.ts';
import { crossingAnswers } from '#desk/handlers/crossing.ts';
import { deskAnswers } from '#desk/handlers/desk.ts';
import { expertAnswers } from '#desk/handlers/expert.ts';
import { formAnswers } from '#desk/handlers/form.ts';
import { guidanceAnswers } from '#desk/handlers/guidance.ts';
import { helpAnswers } from '#desk/handlers/help.ts';
import { identityAnswers } from '#desk/handlers/identity.ts';
import { intakeAnswers } from '#desk/handlers/intake.ts';
import { materialsAnswers } from '#desk/handlers/materials.ts';
import { noticesAnswers } from '#desk/handlers/notices.ts';
import { originalsAnswers } from '#desk/handlers/originals.ts';
import { pagesAnswers } from '#desk/handlers/pages.ts';
import { practiceAnswers } from '#desk/handlers/practice.ts';
import { peopleAnswers } from '#desk/handlers/people.ts';
import { progressAnswers } from '#desk/handlers/progress.ts';
import { queueAnswers } from '#desk/handlers/queue.ts';
import { syncAnswers } from '#desk/handlers/sync.ts';
import { tripsAnswers } from '#desk/handlers/trips.ts';

const ANSWERS: Readonly<Record<string, { readonly entry: unknown }>> = {
  ...accessAnswers,
  ...bundlesAnswers,
  ...catalogueAnswers,
  ...citizenAnswers,
  ...crossingAnswers,
  ...deskAnswers,
  ...expertAnswers,
  ...formAnswers,
  ...guidanceAnswers,
  ...helpAnswers,
  ...identityAnswers,
  ...intakeAnswers,
  ...materialsAnswers,
  ...noticesAnswers,
  ...originalsAnswers,
  ...pagesAnswers,
  ...practiceAnswers,
  ...peopleAnswers,
  ...progressAnswers,
  ...queueAnswers,
  ...syncAnswers,
  ...tripsAnswers,
};

/** Calls that no screen asks: they are there for a kiosk, a script or a technician's line. */
const ASKED_BY_SCRIPTS_ONLY: ReadonlySet<string> = new Set([
  'notices.pdf',
  'notices.batch-pdf',
  'pages.print-pdf',
]);

const WORD = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe('the contract', () => {
  it.each(Object.entries(calls))('%s is answered with its own entry', (name, entry) => {
    expect(ANSWERS[name]?.entry).toBe(entry);
  });

  it('has no answer without a call', () => {
    expect(Object.keys(ANSWERS).toSorted()).toEqual(Object.keys(calls).toSorted());
  });

  it.each(Object.entries(calls))('%s refuses unknown fields, and its refusals are words', (name, entry) => {
    expect(name).toMatch(/^[a-z]+\.[a-z-]+$/);
    const input = z.toJSONSchema(entry.input, { io: 'input', unrepresentable: 'any' });
    for (const form of input.anyOf ?? input.oneOf ?? [input]) {
      expect(form).toMatchObject({ additionalProperties: false });
    }
    for (const refusal of entry.refusals) expect(refusal).toMatch(WORD);
    expect(new Set([...entry.refusals, ...COMMON_REFUSALS]).size).toBe(
      entry.refusals.length + COMMON_REFUSALS.length,
    );
  });

  it.each(Object.keys(events))('the news %s are heard somewhere', (name) => {
    expect(sourceOf('renderer').includes(`'${name}'`)).toBe(true);
  });

  it.each(Object.keys(calls).filter((name) => !ASKED_BY_SCRIPTS_ONLY.has(name)))(
    '%s is asked by a screen',
    (name) => {
      expect(sourceOf('renderer').includes(`'${name}'`)).toBe(true);
    },
  );
});

const sources = new Map<string, string>();
function sourceOf(folder: string): string {
  const known = sources.get(folder);
  if (known !== undefined) return known;
  const files = globSync(`${folder}/**/*.{ts,tsx}`);
  const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  sources.set(folder, source);
  return source;
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Site } from '#contract/shapes/site.ts';
import { DEMO_SITE } from './demo-site.ts';

/** `site.json` cannot be used. `message` names the field and what to do; it goes to a technician. */
export class SiteRefused extends Error {
  override name = 'SiteRefused';
}

/**
 * Finds out which window of which hall this is: the file that was named, else `site.json` in the desk's home,
 * else the made-up demo hall.
 *
 * @throws SiteRefused naming every wrong field
 */
export function loadSite(home: string, named: string | null): Site {
  const file = named ?? join(home, 'site.json');
  if (!existsSync(file)) {
    if (named === null) return DEMO_SITE;
    throw new SiteRefused(`${file} is not there. Name the site file with --site.`);
  }
  const read = Site.safeParse(jsonIn(file));
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
    throw new SiteRefused(`${file} cannot be used. ${wrong.join('; ')}.`);
  }
  const contradictions = contradictionsIn(read.data);
  if (contradictions.length > 0)
    throw new SiteRefused(`${file} cannot be used. ${contradictions.join('; ')}.`);
  return read.data;
}

/** Settings that cannot both be true. Each sentence names the field. */
function contradictionsIn(site: Site): string[] {
  const known = new Set(site.queues.map(({ code }) => code));
  const numbers = site.people.map(({ number }) => number);
  const found: string[] = [];
  for (const code of site.served)
    if (!known.has(code)) found.push(`served: ${code} is not one of the queues`);
  if (known.size < site.queues.length) found.push('queues: a code is there twice');
  if (site.numbers.to < site.numbers.from) found.push('numbers.to: is below numbers.from');
  if (site.numbers.to > 999_999) found.push('numbers.to: a receipt number has six digits');
  if (new Set(numbers).size < numbers.length) found.push('people: a number is there twice');
  if (!isTimeZone(site.timeZone)) found.push('timeZone: not known to this computer');
  return found;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (thrown) {
    const why = thrown instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new SiteRefused(`${file} ${why}.`, { cause: thrown });
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

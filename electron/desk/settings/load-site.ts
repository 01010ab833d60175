import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { Site } from '#contract/shapes/site.ts';
import { certificateCodesOf } from '../platform/adapters/code-maps.ts';
import { DEMO_SITE } from './demo-site.ts';

/** `site.json` cannot be used. `message` names the field and what to do; it goes to a technician. */
export class SiteRefused extends Error {
  override name = 'SiteRefused';
}

/**
 * Finds out which window of which hall this is: the file that was named, else `site.json` in the desk's home,
 * else the made-up demo hall. Files it names are looked for beside it.
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
  const wrong = read.success ? contradictionsIn(read.data) : read.error.issues.map(sentenceOf);
  const site = read.success ? withFilesBeside(read.data, dirname(resolve(file))) : null;
  if (site) wrong.push(...certificateTrouble(site));
  if (!site || wrong.length > 0) throw new SiteRefused(`${file} cannot be used. ${wrong.join('; ')}.`);
  return site;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return `${field || 'the file'}: ${issue.message}`;
  return issue.keys.map((key) => `${field && `${field}.`}${key}: there is no such field`).join('; ');
}

function withFilesBeside(site: Site, folder: string): Site {
  const beside = (file: string | null): string | null => file && resolve(folder, file);
  const certificateAuthority = beside(site.province.certificateAuthority);
  return {
    ...site,
    catalogue: beside(site.catalogue),
    catalogueFolder: beside(site.catalogueFolder),
    province: { ...site.province, certificateAuthority },
  };
}

/** Found out now: at the first sending it would look as if the line were cut. */
function certificateTrouble({ province: { certificateAuthority } }: Site): string[] {
  if (certificateAuthority === null) return [];
  try {
    void new X509Certificate(readFileSync(certificateAuthority));
    return [];
  } catch {
    return [`province.certificateAuthority: ${certificateAuthority} does not hold a certificate in PEM form`];
  }
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
  if (site.hall.url !== null) {
    found.push('hall.url: this version has only the board of its own window; it must be null');
  }
  found.push(...codeTrouble(site));
  if (!isTimeZone(site.timeZone)) found.push('timeZone: not known to this computer');
  return found;
}

/** The way back from a code would be a guess. */
function codeTrouble({ province }: Site): string[] {
  try {
    certificateCodesOf(province.certificateCodes);
    return [];
  } catch (thrown) {
    if (thrown instanceof RangeError) return [`province.certificateCodes: ${thrown.message}`];
    throw thrown;
  }
}

function jsonIn(file: string): unknown {
  try {
    // Some editors put a byte order mark before the text.
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
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

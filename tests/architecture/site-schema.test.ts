import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Site } from '#contract/shapes/site.ts';
import { siteDocument } from '#desk/printing-contract.ts';
import { practiceSite } from '../../build/practice/practice-site.ts';

const shipped: unknown = JSON.parse(readFileSync('build/site.schema.json', 'utf8'));

describe('site.json', () => {
  it('is described by the file we ship; renew it with `npm run desk -- --site-schema`', () => {
    expect(shipped).toEqual(JSON.parse(JSON.stringify(siteDocument())));
  });

  it('of the practice hall is a site', () => {
    const site = Site.parse(
      practiceSite({
        ports: { reader: '/dev/null', scanner: '/dev/null' },
        province: 'http://127.0.0.1:1',
        control: '/dev/null',
      }),
    );
    expect(site.served).toEqual(['A', 'P', 'E', 'H']);
  });

  it.each([
    ['http://hall.invalid/track', false],
    ['https://hall.invalid/track#top', false],
    ['https://hall.invalid/查', false],
    ['hall.invalid/track', false],
    [`https://hall.invalid/${'a'.repeat(100)}`, false],
    ['https://hall.invalid/track?hall=990101', true],
  ])('with %s as the page to follow a case is taken: %s', (trackingUrl, isTaken) => {
    const ports = { reader: 'a', scanner: 'b' };
    const site = practiceSite({ ports, province: 'http://127.0.0.1:1', control: 'c' });
    expect(Site.safeParse({ ...site, trackingUrl }).success).toBe(isTaken);
  });

  it('with a word we do not know is refused with the word named', () => {
    const wrong = {
      ...practiceSite({ ports: { reader: 'a', scanner: 'b' }, province: 'http://127.0.0.1:1', control: 'c' }),
      printer: 1,
    };
    expect(Site.safeParse(wrong).error?.issues[0]?.message).toContain('printer');
  });
});

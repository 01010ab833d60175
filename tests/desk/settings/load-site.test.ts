import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSite } from '#desk/settings/load-site.ts';
import { tempHome } from '../../support/temp-home.ts';

const CA = new URL('../../platform/certificates/ca.pem', import.meta.url).pathname;

const SITE = {
  site: '990101',
  hallName: '示范县政务服务中心',
  hallNameEn: 'Demo County Hall',
  window: 3,
  queues: [{ code: 'A', nameZh: '综合', nameEn: 'General' }],
  served: ['A'],
  devices: {},
  hall: {},
  province: {},
  numbers: { from: 101, to: 200 },
};

function siteFile(settings: object, before = ''): string {
  const file = join(tempHome(), 'site.json');
  writeFileSync(file, before + JSON.stringify({ ...SITE, ...settings }));
  return file;
}

describe('the site file', () => {
  it('needs no device and no province', () => {
    expect(loadSite('', siteFile({}))).toMatchObject({
      devices: { idCardReader: null, scanner: null },
      province: { url: null },
      practice: null,
    });
  });

  it('is read from a relative path and with a byte order mark before it', () => {
    expect(loadSite('', relative(process.cwd(), siteFile({}, '\uFEFF')))).toMatchObject({ window: 3 });
  });

  it('has the files it names beside it', () => {
    const file = siteFile({
      catalogue: 'items.json',
      province: { url: 'https://province.invalid', certificateAuthority: 'keys/ca.pem' },
    });
    const folder = join(file, '..');
    mkdirSync(join(folder, 'keys'));
    copyFileSync(CA, join(folder, 'keys', 'ca.pem'));
    expect(loadSite('', file)).toMatchObject({
      catalogue: join(folder, 'items.json'),
      province: { certificateAuthority: join(folder, 'keys', 'ca.pem') },
    });
  });

  it('is refused with a certificate authority that is no certificate', () => {
    const file = siteFile({ province: { url: 'https://province.invalid', certificateAuthority: 'ca.pem' } });
    writeFileSync(join(file, '..', 'ca.pem'), 'not a certificate');
    expect(() => loadSite('', file)).toThrow(/province\.certificateAuthority: .*does not hold a certificate/);
  });

  it('is refused with two kinds of certificate under one code, or a kind nobody knows', () => {
    const coded = (certificateCodes: object) => siteFile({ province: { url: null, certificateCodes } });
    expect(() => loadSite('', coded({ passport: '111' }))).toThrow(
      /certificateCodes: two words share a code/,
    );
    expect(() => loadSite('', coded({ licence: '9' }))).toThrow(/certificateCodes/);
    expect(loadSite('', coded({ 'resident-id': '51' })).province.certificateCodes).toEqual({
      'resident-id': '51',
    });
  });

  it('is refused with every wrong field named in one sentence', () => {
    const file = siteFile({ window: 0, colour: 'red', served: 'A' });
    expect(() => loadSite('', file)).toThrow(/window: .*; served: .*; colour: there is no such field\.$/);
  });
});

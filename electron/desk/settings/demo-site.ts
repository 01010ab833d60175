import { Site } from '#contract/shapes/site.ts';

/** A made-up hall for trying the desk without a `site.json`. Nobody here exists. */
export const DEMO_SITE: Site = Site.parse({
  site: '990101',
  hallName: '示范县政务服务中心',
  hallNameEn: 'Demo County Hall',
  window: 3,
  windowName: '综合',
  queues: [
    { code: 'A', nameZh: '综合受理', nameEn: 'General' },
    { code: 'P', nameZh: '个人事项', nameEn: 'Personal affairs' },
    { code: 'E', nameZh: '企业开办', nameEn: 'Enterprises' },
    { code: 'H', nameZh: '公积金', nameEn: 'Housing fund' },
  ],
  served: ['A', 'P', 'E', 'H'],
  devices: {},
  hall: {},
  province: {},
  numbers: { from: 101, to: 200 },
  people: [
    { number: '0317', name: '周敏', roles: ['clerk'], initialPassword: 'yichuang-demo' },
    { number: '0001', name: '何静', roles: ['manager'], initialPassword: 'yichuang-demo' },
    { number: '0009', name: '沈越', roles: ['technician'], initialPassword: 'yichuang-demo' },
    {
      number: '0100',
      name: '示范员',
      roles: ['clerk', 'manager', 'technician'],
      initialPassword: 'yichuang-demo',
    },
  ],
});

/** A hall where nothing is real: initial passwords are shown on the sign-in screen and may stay. */
export function isOpenHouse(site: Site): boolean {
  return site === DEMO_SITE || site.practice !== null;
}

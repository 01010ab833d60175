import fs from 'node:fs';
import path from 'node:path';

const CARDS = path.resolve(import.meta.dirname, '../../tests/stand-ins/devices/cards');

export interface Thing {
  readonly label: string;
}

/** The cards of the tray: every file beside the card reader's stand-in. */
export function cardsOf(): readonly (Thing & { readonly file: string })[] {
  return fs
    .readdirSync(CARDS)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((file) => ({ file, label: file.replace(/\.json$/, '').replaceAll('-', ' ') }));
}

export function cardFile(file: string): string {
  return path.join(CARDS, path.basename(file));
}

/** What stands for the code on a telephone: it is good for a minute, so the scanner's stand-in makes it when it is shown. */
export const ON_TELEPHONE = 'on-telephone:';

const NETWORK_CODES = [
  'high-face',
  'high-certificate',
  'basic-certificate',
  'basic-name',
  'expired',
  'unknown',
];

/** Codes a newcomer can try. */
export function codesOf(): readonly (Thing & { readonly text: string })[] {
  return [
    { label: 'item: 社会保障卡申领', text: '1199010199000004114992014001000' },
    { label: 'item: 个体工商户设立登记', text: '11990101990000017G4990131002000' },
    { label: 'credit code', text: '91350100M000100Y43' },
    {
      label: 'e-licence',
      text: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
    },
    ...NETWORK_CODES.map((what) => ({ label: `network: ${what}`, text: `${ON_TELEPHONE}${what}` })),
    { label: 'a web address', text: 'https://example.invalid/?q=1' },
  ];
}

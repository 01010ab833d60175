import type { NetworkWords } from './network-zh.ts';

/** 网证 in English. */
export const networkEn: NetworkWords = {
  name: 'Net cert.',
  proved: 'Net certificate, proved',
  checking: 'Asking about the net certificate; the card may be taken out already',
  orCode: 'Flat on the reader. Whoever has a net certificate shows its code to the scanner.',
  title: 'What the net certificate does not hold',
  fromNetwork: 'Proved by the net certificate, cannot be changed',
  levels: { basic: 'basic level', high: 'high level' },
  modes: {
    'name-number': 'name and number compared',
    'name-number-validity': 'name, number and validity compared',
    'name-number-face': 'name, number and face compared',
    certificate: 'certificate only',
    'face-certificate': 'face and certificate compared',
    'card-face-certificate': 'card, face and certificate compared',
  },
  said: (level, mode) => `${level}, ${mode}`,
  by: (at, who) => `${at} checked by ${who}`,
  notHere: 'This is the code of a net certificate. Scan it at the identity step.',
  need: 'Identity',
  needs: {
    any: 'document or net certificate',
    'high-level': 'document, or net certificate of the high level',
    face: 'document, or net certificate with the face compared',
    document: 'the document itself, no net certificate',
    chip: 'the chip must be read',
  },
};

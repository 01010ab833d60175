import { describe, expect, it } from 'vitest';
import { IdentityNeed, NetworkLevel, NetworkMode } from '#contract/shapes/network-identity.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { byRole } from '#rules/identity/by-role.ts';
import { hasFace, isNetworkCode, mayOpenEarlier } from '#rules/identity/network-identity.ts';
import { identityNeedWord, type ProofOfIdentity } from '#rules/intake/identity-need.ts';

const chip: ProofOfIdentity = { kind: 'person', source: 'card-chip', network: null };
const typed: ProofOfIdentity = { kind: 'person', source: 'by-hand', network: null };
const firm: ProofOfIdentity = { kind: 'enterprise', source: 'by-hand', network: null };
const network = (level: NetworkLevel, mode: NetworkMode): ProofOfIdentity => ({
  kind: 'person',
  source: 'network-identity',
  network: { level, mode },
});

function word(
  people: Partial<Record<PartyRole, ProofOfIdentity>>,
  need: IdentityNeed,
  mustAppearInPerson = false,
) {
  return identityNeedWord(
    byRole((role) => people[role] ?? null),
    { need, mustAppearInPerson },
  );
}

describe('what an item asks of a proof of identity (F16)', () => {
  it.each(IdentityNeed.options)(
    '%s is met by a chip, and by nobody at all there is nothing to say',
    (need) => {
      expect(word({ applicant: chip }, need, true)).toBeNull();
      expect(word({}, need, true)).toBeNull();
    },
  );

  it('takes a network certificate where nothing else is asked', () => {
    for (const level of NetworkLevel.options)
      for (const mode of NetworkMode.options) {
        expect(word({ applicant: network(level, mode) }, 'any')).toBeNull();
      }
  });

  it('refuses the weaker one by name: level, face, document, chip', () => {
    const basic = { applicant: network('basic', 'name-number') };
    expect(word(basic, 'high-level')).toBe('high-level-needed');
    expect(word(basic, 'face')).toBe('face-needed');
    expect(word(basic, 'document')).toBe('document-needed');
    expect(word(basic, 'chip')).toBe('chip-needed');
    const strong = { applicant: network('high', 'card-face-certificate') };
    expect(word(strong, 'high-level')).toBeNull();
    expect(word(strong, 'face')).toBeNull();
    expect(word(strong, 'document')).toBe('document-needed');
    expect(word(strong, 'chip')).toBe('chip-needed');
  });

  it('wants a face where the law wants the person in front of the organ', () => {
    expect(word({ applicant: network('high', 'certificate') }, 'any', true)).toBe('face-needed');
    expect(word({ applicant: network('basic', 'face-certificate') }, 'any', true)).toBeNull();
    expect(word({ applicant: typed }, 'any', true)).toBeNull();
  });

  it('never makes a face the only way: the document in hand does for it', () => {
    expect(word({ applicant: typed }, 'face')).toBeNull();
    expect(word({ applicant: typed }, 'high-level')).toBeNull();
    expect(word({ applicant: typed }, 'document')).toBeNull();
    expect(word({ applicant: typed }, 'chip')).toBe('chip-needed');
  });

  it('looks at whoever acts, and at everybody a certificate was shown for', () => {
    expect(word({ applicant: typed, handler: chip }, 'chip')).toBeNull();
    expect(word({ applicant: chip, handler: typed }, 'chip')).toBe('chip-needed');
    expect(word({ applicant: network('basic', 'name-number'), handler: chip }, 'high-level')).toBe(
      'high-level-needed',
    );
    expect(word({ applicant: firm, legalRepresentative: chip }, 'chip')).toBeNull();
    expect(word({ applicant: firm }, 'chip')).toBeNull();
  });
});

describe('a network certificate', () => {
  it('is known by the pattern of the hall, for the whole text, and not without one', () => {
    const pattern = 'YCNET1\\.[A-Za-z0-9_-]{8,}';
    expect(isNetworkCode('YCNET1.abcdefgh', pattern)).toBe(true);
    expect(isNetworkCode('xYCNET1.abcdefgh', pattern)).toBe(false);
    expect(isNetworkCode('YCNET1.abcdefgh!', pattern)).toBe(false);
    expect(isNetworkCode(`YCNET1.${'a'.repeat(1024)}`, pattern)).toBe(false);
    expect(isNetworkCode('YCNET1.abcdefgh', null)).toBe(false);
  });

  it('holds a face in three of its modes', () => {
    expect(NetworkMode.options.filter(hasFace)).toEqual([
      'name-number-face',
      'face-certificate',
      'card-face-certificate',
    ]);
  });

  it('opens earlier papers at the high level or with a face, never at the basic level without one', () => {
    const opening = NetworkLevel.options.flatMap((level) =>
      NetworkMode.options.filter((mode) => mayOpenEarlier({ level, mode })).map((mode) => `${level} ${mode}`),
    );
    expect(opening).toHaveLength(9);
    expect(opening.filter((one) => one.startsWith('basic'))).toEqual([
      'basic name-number-face',
      'basic face-certificate',
      'basic card-face-certificate',
    ]);
  });
});

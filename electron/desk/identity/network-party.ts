import type { VisitId } from '#contract/shapes/case.ts';
import type { NetworkRefusal } from '#contract/shapes/network-identity.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import type { OutsideBench } from '../answering.ts';
import type { NamedHolder } from '../platform/province.ts';
import { partiesOf, type Party, saveParty } from '../store/parties.ts';
import { visitById } from '../store/visits.ts';
import { checkNetwork, isSameHolder } from './network-check.ts';
import { partyFromNetwork } from './party-values.ts';

export type PartyRefusal = NetworkRefusal | 'visit-finished' | 'chip-stands' | 'only-a-person';

interface Wish {
  readonly visitId: VisitId;
  readonly role: PartyRole;
  readonly scanId: string;
}

/**
 * Proves a party by the network certificate that was shown, or says why not; a no changes nothing. What stood there
 * may have changed while the platform was asked: a chip that was read meanwhile stays, and so does another person.
 */
export async function proveByNetwork(bench: OutsideBench, wish: Wish): Promise<PartyRefusal | null> {
  const { visitId, role, scanId } = wish;
  const barred = barredBy(partyAt(bench.db, wish));
  if (barred) return barred;
  const asked = namedIn(partyAt(bench.db, wish));
  const outcome = await checkNetwork(bench, {
    scanId,
    holder: asked,
    party: { visitId, role },
    caseId: null,
  });
  if (!outcome.ok) return outcome.refusal;
  const { holder, proof } = outcome;
  return bench.record((db) => {
    const before = partyAt(db, wish);
    const now = barredBy(before) ?? (isAnother(before, holder) ? 'another-person' : null);
    if (now) return now;
    if (visitById(db, visitId)?.closedAtMs !== null) return 'visit-finished';
    const personKey = bench.parts.personKey(normalisedNumber(holder.certificateNumber));
    saveParty(db, visitId, role, partyFromNetwork(holder, proof, before), { personKey });
    return null;
  });
}

function partyAt(db: Reader, { visitId, role }: Wish): Party | null {
  return partiesOf(db, visitId)[role];
}

/** A chip says more than a network certificate, and a body has none. */
function barredBy(party: Party | null): 'chip-stands' | 'only-a-person' | null {
  if (!party) return null;
  if (party.details.kind !== 'person') return 'only-a-person';
  return party.verification === 'confirmed' || party.verification === 'unconfirmed' ? 'chip-stands' : null;
}

function namedIn(party: Party | null): NamedHolder | null {
  if (!party) return null;
  const { name, certificateKind, certificateNumber } = party.details;
  return name === '' || certificateNumber === '' ? null : { name, certificateKind, certificateNumber };
}

/** Somebody else stands there by now, or half of somebody else: a name or a number that was typed. */
function isAnother(party: Party | null, holder: NamedHolder): boolean {
  if (!party) return false;
  const { name, certificateNumber } = party.details;
  return !isSameHolder(
    {
      ...holder,
      name: name || holder.name,
      certificateNumber: certificateNumber || holder.certificateNumber,
    },
    holder,
  );
}

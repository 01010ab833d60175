import { identityCalls } from '#contract/calls/identity.ts';
import type { VisitId } from '#contract/shapes/case.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import { PROOFS } from '#rules/intake/guardianship.ts';
import { type Answers, no, onOutside, onWrite, type WriteBench, yes } from '../answering.ts';
import { proveByNetwork } from '../identity/network-party.ts';
import { fillFromReading } from '../identity/filling.ts';
import { objectedPeople } from '../identity/objected-party.ts';
import {
  emptyParty,
  isFromChip,
  isFromNetwork,
  isUntouched,
  withTypedField,
} from '../identity/party-values.ts';
import { visitView } from '../identity/visit-view.ts';
import {
  partiesOf,
  type Party,
  removeParty,
  saveAuthorisation,
  saveGuardianship,
  saveParty,
} from '../store/parties.ts';
import { type Visit, visitById } from '../store/visits.ts';

export const identityAnswers: Answers<'identity'> = {
  'identity.set-field': onWrite(
    identityCalls['identity.set-field'],
    ({ visitId, role, field, value }, bench) => {
      const visit = openVisitOf(bench, visitId);
      if (!visit.ok) return no(visit.refusal);
      bench.about(`${visitId} ${role} ${field}`);
      const before = partiesOf(bench.db, visitId)[role] ?? emptyParty;
      if (isFromChip(before, field)) return no('from-the-chip');
      if (isFromNetwork(before, field)) return no('from-the-network');

      const party = withTypedField(before, field, value);
      if (isUntouched(party)) removeParty(bench.db, visitId, role);
      else keepParty(bench, visitId, role, party);
      return yes(changed(bench, visit.visit));
    },
  ),

  'identity.override': onWrite(
    identityCalls['identity.override'],
    ({ visitId, role, field, reason }, bench) => {
      const visit = openVisitOf(bench, visitId);
      if (!visit.ok) return no(visit.refusal);
      bench.about(`${visitId} ${role} ${field}`, reason);
      const people = partiesOf(bench.db, visitId);
      const party = people[role];
      if (!party) return no('nothing-to-override');

      const found = objectedPeople(people, bench.today, bench.parts.site.site)[role]?.objections ?? [];
      const against = found.filter(
        (one) => one.field === field && one.blocks && one.overriddenBecause === null,
      );
      if (against.length === 0) return no('nothing-to-override');
      const overridden = [...party.overridden, ...against.map(({ problem }) => ({ field, problem, reason }))];
      keepParty(bench, visitId, role, { ...party, overridden });
      return yes(changed(bench, visit.visit));
    },
  ),

  'identity.clear-party': onWrite(identityCalls['identity.clear-party'], ({ visitId, role }, bench) => {
    const visit = openVisitOf(bench, visitId);
    if (!visit.ok) return no(visit.refusal);
    bench.about(`${visitId} ${role}`);
    removeParty(bench.db, visitId, role);
    return yes(changed(bench, visit.visit));
  }),

  'identity.use-card': onWrite(identityCalls['identity.use-card'], ({ visitId, role, readingId }, bench) => {
    const visit = openVisitOf(bench, visitId);
    if (!visit.ok) return no(visit.refusal);
    bench.about(`${visitId} ${role}`, 'card');
    const held = bench.parts.cards.reading(readingId);
    if (!held) return no('reading-gone');
    const confirmedAtMs = held.confirmed ? bench.nowMs : null;
    fillFromReading(bench.db, { visitId, role, reading: held.reading, confirmedAtMs }, bench.parts.personKey);
    return yes(changed(bench, visit.visit));
  }),

  'identity.authorise': onWrite(identityCalls['identity.authorise'], ({ visitId, authorisation }, bench) => {
    const visit = openVisitOf(bench, visitId);
    if (!visit.ok) return no(visit.refusal);
    bench.about(`${visitId} authorisation`);
    if (authorisation && !partiesOf(bench.db, visitId).handler) return no('no-handler');
    if (authorisation && authorisation.to < authorisation.from) return no('ends-before-it-starts');
    saveAuthorisation(bench.db, visitId, authorisation);
    return yes(changed(bench, visit.visit));
  }),

  'identity.prove-guardian': onWrite(
    identityCalls['identity.prove-guardian'],
    ({ visitId, guardianship }, bench) => {
      const visit = openVisitOf(bench, visitId);
      if (!visit.ok) return no(visit.refusal);
      bench.about(`${visitId} guardianship`);
      if (guardianship && !partiesOf(bench.db, visitId).guardian) return no('no-guardian');
      if (guardianship && !PROOFS[guardianship.relation].includes(guardianship.proof)) {
        return no('proof-of-another-relation');
      }
      saveGuardianship(bench.db, visitId, guardianship);
      return yes(changed(bench, visit.visit));
    },
  ),

  'identity.reveal': onWrite(
    identityCalls['identity.reveal'],
    ({ visitId, role, field, purpose }, { db, about }) => {
      about(`${visitId} ${role} ${field}`, purpose);
      if (!visitById(db, visitId)) return no('no-such-visit');
      const value = partiesOf(db, visitId)[role]?.details[field] ?? '';
      return value === '' ? no('empty') : yes({ value });
    },
  ),

  'identity.check-network': onOutside(
    identityCalls['identity.check-network'],
    async ({ visitId, role, scanId }, bench) => {
      bench.about(`${visitId} ${role}`, 'prove-identity');
      const visit = visitById(bench.db, visitId);
      if (!visit) return no('no-such-visit');
      if (visit.closedAtMs !== null) return no('visit-finished');
      const refusal = await proveByNetwork(bench, { visitId, role, scanId });
      if (refusal) return no(refusal);
      bench.parts.announce('visit.changed', { visitId });
      return yes(visitView(bench.db, visit, bench.today, bench.parts.site.site));
    },
  ),

  'identity.cover': onOutside(
    identityCalls['identity.cover'],
    async ({ covered }, { parts }) => {
      parts.dialogs.lay(covered);
      return yes({});
    },
    'unjournalled',
  ),

  'identity.read-again': onOutside(
    identityCalls['identity.read-again'],
    async (_input, { parts }) => (parts.cards.readAgain() ? yes({ asked: true }) : no('no-reader')),
    'unjournalled',
  ),
};

type OpenVisit =
  | { readonly ok: true; readonly visit: Visit }
  | { readonly ok: false; readonly refusal: 'no-such-visit' | 'visit-finished' };

function openVisitOf({ db }: WriteBench, visitId: VisitId): OpenVisit {
  const visit = visitById(db, visitId);
  if (!visit) return no('no-such-visit');
  return visit.closedAtMs === null ? { ok: true, visit } : no('visit-finished');
}

function keepParty({ db, parts }: WriteBench, visitId: VisitId, role: PartyRole, party: Party): void {
  const number = normalisedNumber(party.details.certificateNumber);
  saveParty(db, visitId, role, party, { personKey: number === '' ? null : parts.personKey(number) });
}

function changed(bench: WriteBench, visit: Visit) {
  const { db, today, parts, afterwards } = bench;
  afterwards(() => parts.announce('visit.changed', { visitId: visit.id }));
  return visitView(db, visit, today, parts.site.site);
}

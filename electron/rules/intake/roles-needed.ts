import { Fact, type ItemParty } from '#contract/shapes/item.ts';
import type { PartyKind, PartyRole, RoleNeed, RoleReason } from '#contract/shapes/party.ts';
import { ADULT_AT, NEAR_ADULT_AT } from '../identity/age.ts';
import type { Facts } from './situations.ts';

/** What the rule must know of who applies, and for what. */
export interface RoleTerms {
  /** Null until somebody is filled. */
  readonly applicant: {
    readonly kind: PartyKind;
    /** Null: what is filled does not say. */
    readonly years: number | null;
  } | null;
  /** Somebody stands there for the applicant. */
  readonly hasHandler: boolean;
  readonly item: {
    readonly mustAppearInPerson: boolean;
    readonly mustAppearWhy: string | null;
    readonly parties: readonly ItemParty[];
  } | null;
  readonly facts: Facts;
}

/**
 * Every role a case has room for, whether it must be filled, and the article that says so. A role that is not in the
 * list has no place in the case.
 *
 * An enterprise acts through its legal representative; another body may. A child under 16 acts through a guardian.
 * From 16 somebody may live on their own labour: a guardian may be there, and without one the clerk gives a reason.
 * An adult who cannot act for themself has a guardian as well: the question about a guardian tells. A handler may be
 * sent unless the item must be applied for in person; then a body sends its legal representative. Who authorises a
 * handler where it is not the applicant may be named. An item may ask for more people, each only where its facts hold.
 *
 * @source 民法典 arts. 17–23, 27, 28, 61, 161–165; 行政许可法 art. 29; GB/T 39046 Application; domain.md 3.1
 */
export function rolesNeeded(terms: RoleTerms): RoleNeed[] {
  const { item, facts } = terms;
  const byLaw = [applying(), ...representing(terms), ...guarding(terms), ...standingIn(terms)];
  const asked = (item?.parties ?? [])
    .filter(({ when }) => holds(when, facts))
    .map(({ role, need, basis, nameZh, nameEn }): RoleNeed => {
      const because = need === 'required' ? 'item-asks' : 'item-may-ask';
      return { role, need, because, basis, nameZh, nameEn };
    });
  return merged([...byLaw, ...asked]);
}

/** The roles of several cases of one visit: the stricter need of each. */
export function rolesOfAll(cases: readonly (readonly RoleNeed[])[]): RoleNeed[] {
  return merged(cases.flat());
}

function applying(): RoleNeed {
  return roleNeed('applicant', 'required', 'applies', '行政许可法第二十九条');
}

function representing({ applicant, item }: RoleTerms): RoleNeed[] {
  if (!applicant || applicant.kind === 'person') return [];
  const mustCome = item?.mustAppearInPerson ?? false;
  return applicant.kind === 'enterprise' || mustCome
    ? [roleNeed('legalRepresentative', 'required', 'body-acts-through', '民法典第六十一条；GB/T 39046')]
    : [roleNeed('legalRepresentative', 'open', 'body-may-act-through', '民法典第六十一条')];
}

function guarding({ applicant, facts }: RoleTerms): RoleNeed[] {
  if (applicant && applicant.kind !== 'person') return [];
  const years = applicant?.years ?? null;
  if (years !== null && years < NEAR_ADULT_AT) {
    return [roleNeed('guardian', 'required', 'child', '民法典第十九条、第二十条、第二十七条')];
  }
  if (facts.guardian === true) {
    return [roleNeed('guardian', 'required', 'ward', '民法典第二十八条')];
  }
  if (years !== null && years < ADULT_AT) {
    return [roleNeed('guardian', 'open', 'near-adult', '民法典第十八条、第十九条')];
  }
  return [roleNeed('guardian', 'open', 'ward', '民法典第二十八条')];
}

function standingIn({ item, hasHandler }: RoleTerms): RoleNeed[] {
  if (item?.mustAppearInPerson) {
    const why = item.mustAppearWhy ? `${IN_PERSON}：${item.mustAppearWhy}` : IN_PERSON;
    return [roleNeed('handler', 'closed', 'comes-in-person', why)];
  }
  const handler = roleNeed('handler', 'open', 'may-be-sent', '行政许可法第二十九条；民法典第一百六十五条');
  return hasHandler
    ? [handler, roleNeed('principal', 'open', 'may-authorise', '民法典第一百六十五条')]
    : [handler];
}

const IN_PERSON = '行政许可法第二十九条';

function holds(when: ItemParty['when'], facts: Facts): boolean {
  return (
    when === null || Fact.options.every((fact) => when[fact] === undefined || when[fact] === facts[fact])
  );
}

/** One line for each role, in the order of the roles: the stricter need, with the name an item gives it. */
function merged(needs: readonly RoleNeed[]): RoleNeed[] {
  const byRole = new Map<PartyRole, RoleNeed>();
  for (const need of needs) {
    const before = byRole.get(need.role);
    const stricter = before && STRICTNESS[before.need] >= STRICTNESS[need.need] ? before : need;
    byRole.set(need.role, {
      ...stricter,
      nameZh: need.nameZh ?? stricter.nameZh,
      nameEn: need.nameEn ?? stricter.nameEn,
    });
  }
  return [...byRole.values()];
}

const STRICTNESS = { open: 0, required: 1, closed: 2 } as const satisfies Record<RoleNeed['need'], number>;

function roleNeed(role: PartyRole, need: RoleNeed['need'], because: RoleReason, basis: string): RoleNeed {
  return { role, need, because, basis, nameZh: null, nameEn: null };
}

import type { CaseMaterial, MaterialRoute } from '#contract/shapes/case.ts';
import type { Day } from '#contract/shapes/day.ts';
import { goesBack } from '#rules/intake/original-custody.ts';
import type { Provision } from '../../stores/case-acts.ts';
import { dayWords } from '../../words/dates.ts';
import type { Words } from '../../words/words.ts';

export type RouteName = 'paper' | 'scan' | 'licence' | 'data' | 'reuse' | 'commitment' | 'later' | 'file';
const NAMES = ['paper', 'scan', 'licence', 'data', 'reuse', 'commitment', 'later', 'file'] as const;

const ROUTES = {
  paper: 'paper',
  scan: 'scan',
  licence: 'licence',
  data: 'shared-data',
  reuse: 'reuse',
  commitment: 'commitment',
  later: 'later',
  file: 'file',
} as const satisfies Record<RouteName, MaterialRoute>;

export interface RouteChoice {
  readonly name: RouteName;
  /** 1–8, always in the same place. */
  readonly digit: number;
  readonly title: string;
  readonly note: string;
  /** Why it is closed, or null when it is open. */
  readonly closed: string | null;
  readonly chosen: boolean;
}

interface Terms {
  readonly frozen: boolean;
  /** The last day this paper may be promised for, or null when no day is left. */
  readonly lastDay: Day | null;
}

/** The eight ways a paper may come. Ways that this window does not have stay in their place, with the reason. */
export function routeChoices(words: Words, material: CaseMaterial, terms: Terms): RouteChoice[] {
  const { papers } = words.sheet.intake;
  return NAMES.map((name, index) => {
    const [title = '', note = ''] = papers.choices[name];
    const closed = closedBecause(words, name, material, terms);
    const later = name === 'later' && closed === null && terms.lastDay !== null;
    return {
      name,
      digit: index + 1,
      title,
      note: noteOf(
        material,
        ageNote(name, material, words) ?? (later ? papers.dueBy(dayWords(terms.lastDay ?? '', words)) : note),
        name,
        closed,
        words,
      ),
      closed,
      chosen: material.route === ROUTES[name],
    };
  });
}

/** How old the earlier copy is. */
function ageNote(name: RouteName, { earlier }: CaseMaterial, words: Words): string | null {
  return name === 'reuse' && earlier ? words.sheet.intake.papers.copyAge(earlier.ageDays) : null;
}

function noteOf(
  { lookup, tolerable }: CaseMaterial,
  note: string,
  name: RouteName,
  closed: string | null,
  words: Words,
): string {
  const { laterClosed, laterNoDay, closedNotes } = words.sheet.intake.papers;
  if (closed === null) return note;
  if (name === 'data' && lookup.source?.connected === false) return words.sources.notConnectedNote;
  if (name === 'later') return tolerable ? laterNoDay : laterClosed;
  return name === 'paper' || name === 'scan' || name === 'file' ? note : closedNotes[name];
}

function closedBecause(words: Words, name: RouteName, material: CaseMaterial, terms: Terms): string | null {
  const { papers } = words.sheet.intake;
  if (terms.frozen) return papers.frozen;
  if (material.route === 'card') return papers.byCard;
  if (material.route === 'reuse' && name !== 'reuse') return papers.copyInUse;
  if (name === 'reuse') return material.earlier ? null : papers.closedReasons.reuse;
  if (name === 'paper' || name === 'scan' || name === 'file') return null;
  if (name === 'commitment') return material.commitmentReplaceable ? null : papers.closedReasons.commitment;
  if (name === 'licence' || name === 'data') return noSource(words, name, material);
  if (!material.tolerable) return papers.closedReasons.later;
  return terms.lastDay === null ? papers.closedReasons['no-day'] : null;
}

/** Why a source cannot be asked instead of the paper; null when it can. */
function noSource(
  words: Words,
  name: 'licence' | 'data',
  { lookup: { licence, query, connected, source } }: CaseMaterial,
): string | null {
  const { closedReasons } = words.sheet.intake.papers;
  if (name === 'licence' && licence === null) return closedReasons.noLicence;
  if (name === 'data' && query === null) return closedReasons.noData;
  if (!connected) return closedReasons[name];
  return name === 'data' && source && !source.connected ? words.sources.notConnected(source.system) : null;
}

/**
 * What key 1 records: the paper was handed over and, where it has an original, compared with it face to face.
 * An original that goes back to the citizen is compared and not counted as kept.
 */
export function paperTaken(material: CaseMaterial): Provision {
  return {
    materialId: material.id,
    route: 'paper',
    originalsTaken: goesBack(material.custody) ? 0 : material.originals,
    copiesTaken: material.copies,
    checkedAgainstOriginal: material.originals > 0,
  };
}

/** The paper as it stands, to change one thing about it. */
export function asItStands(material: CaseMaterial): Provision {
  return {
    materialId: material.id,
    route: recordable(material.route),
    originalsTaken: material.originalsTaken,
    copiesTaken: material.copiesTaken,
    checkedAgainstOriginal: material.checkedAgainstOriginal,
    fileHash: material.file?.hash ?? null,
    dueOn: material.dueOn,
  };
}

/** A way that a clerk may record by hand; the others come by a call of their own. */
function recordable(route: MaterialRoute | null): Provision['route'] {
  return route === 'paper' ||
    route === 'scan' ||
    route === 'file' ||
    route === 'commitment' ||
    route === 'later'
    ? route
    : null;
}

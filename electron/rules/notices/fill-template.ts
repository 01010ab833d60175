import type { NoticeContent, NoticeKind } from '#contract/shapes/notice.ts';
import type { NoticeTemplate, TemplateLine } from '#contract/shapes/notice-template.ts';
import { frameValues } from './common-values.ts';
import { type Filling, merged } from './filling.ts';
import type { PaperFrame } from './paper-facts.ts';
import { hasTwoCopies } from './signing.ts';

/**
 * The content of a notice: the wording of the template with the values of the case in it.
 *
 * @param receiptNumber empty for a paper of no single case
 * @throws RangeError when the template names what its kind does not know; `templateFaults` finds that before it is loaded
 */
export function filledNotice(
  template: NoticeTemplate,
  kindFilling: Partial<Filling>,
  frame: PaperFrame,
  receiptNumber: string,
): NoticeContent {
  const filling = merged(frameValues(frame), kindFilling);
  const isPrinted = (line: { readonly when?: string | undefined; readonly unless?: string | undefined }) =>
    (line.when === undefined || flag(filling, line.when)) &&
    (line.unless === undefined || !flag(filling, line.unless));
  const lines = (of: readonly TemplateLine[]): string[] =>
    of
      .map((line) => (typeof line === 'string' ? { say: line } : line))
      .filter(isPrinted)
      .map(({ say }) => filled(say, filling.values));
  const { table, annex } = template;
  const { delegation } = frame;
  const delegated = delegation ? [delegation.say] : [];
  // The foot of a slip stands beside its code and has no room for a sentence.
  const isSlip = template.kind === 'receipt-slip';
  // In the order of its keys, as canonical JSON wants them: the text that is frozen is written as it stands here.
  return {
    ...(annex
      ? { annex: { paragraphs: lines(annex.paragraphs), title: filled(annex.title, filling.values) } }
      : {}),
    checkCode: frame.checkCode,
    ...(hasTwoCopies(template.kind) ? { copies: 2 } : {}),
    documentNumber: frame.documentNumber,
    foot: [...(isSlip ? [] : delegated), ...lines(template.foot)],
    hall: frame.hall,
    issuedAt: `${frame.issuedOn} ${frame.issuedAt}`,
    issuedOn: frame.issuedOn,
    kind: template.kind,
    organ: frame.organ,
    paragraphs: [...lines(template.paragraphs), ...(isSlip ? delegated : [])],
    pendingSync: frame.pendingSync && !OWED_TO_NOBODY.has(template.kind),
    qrText: frame.qrText,
    receiptNumber,
    rows: template.rows
      .filter(isPrinted)
      .map(({ label, value }) => ({ label, value: filled(value, filling.values) })),
    sealPlace: template.sealed ? (delegation?.seal ?? frame.organ) : null,
    signaturePlace: template.signers.length > 0,
    ...(template.signers.length > 0 ? { signers: [...template.signers] } : {}),
    table: table && {
      head: table.head.map((text) => filled(text, filling.values)),
      rows: entries(filling, table.list).map((entry) => table.cells.map((cell) => filled(cell, entry))),
    },
    templateVersion: template.version,
    title: filled(template.title, filling.values),
  };
}

/** What only tells, or what a citizen gives another, is owed to no platform. */
const OWED_TO_NOBODY: ReadonlySet<NoticeKind> = new Set(['guidance-list', 'help-consent', 'help-list']);

const PLACEHOLDER = /\{([A-Za-z]+)\}/g;

/** The names a text asks for. */
export function placeholdersOf(text: string): string[] {
  return Array.from(text.matchAll(PLACEHOLDER), ([, name]) => name ?? '');
}

/** Words and names in turn, words first. A hall has a few hundred sentences in its templates. */
const partsOf = new Map<string, readonly string[]>();
const SENTENCES_KEPT = 1_000;

/** What a person wrote is put in as it is: a brace in it is no placeholder. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return (partsOf.get(text) ?? partsIn(text))
    .map((part, place) => (place % 2 === 0 ? part : valueOf(part, values)))
    .join('');
}

function partsIn(text: string): readonly string[] {
  const parts = text.split(PLACEHOLDER);
  if (partsOf.size >= SENTENCES_KEPT) partsOf.clear();
  partsOf.set(text, parts);
  return parts;
}

function valueOf(name: string, values: Readonly<Record<string, string>>): string {
  const value = values[name];
  if (value === undefined) throw new RangeError(`a template asks for ${name}, which its paper does not know`);
  return value;
}

function flag({ flags }: Filling, name: string): boolean {
  const value = flags[name];
  if (value === undefined)
    throw new RangeError(`a template asks whether ${name}, which its paper does not know`);
  return value;
}

function entries({ lists }: Filling, name: string): Filling['lists'][string] {
  const list = lists[name];
  if (!list) throw new RangeError(`a template lists ${name}, which its paper does not have`);
  return list;
}

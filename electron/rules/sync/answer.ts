/** It surely did not arrive. */
export const NOT_DELIVERED_WORDS = ['away'] as const;

/** It may have arrived. */
export const UNKNOWN_WORDS = [
  'no-answer',
  'slow-reply',
  'line-cut',
  'reply-cut',
  'reply-unreadable',
  'reply-empty',
  'reply-too-large',
  'reply-compressed',
  'reply-hostile',
  'intercepted',
  'incomplete-body',
  'server-trouble',
  'gateway-trouble',
] as const;

/** The platform asks for patience. */
export const LATER_WORDS = ['busy', 'in-progress'] as const;

/** Nothing passes until a person has changed something. */
export const LINE_WORDS = [
  'signed-out',
  'not-authorised',
  'wrong-address',
  'certificate',
  'clock-wrong',
] as const;

/** An answer that must never settle a debt. */
export const UNTRUSTED_WORDS = [
  'wrong-echo',
  'other-body',
  'step-already-there',
  'out-of-order',
  'too-large',
  'number-clash',
] as const;

/** Every word a debt may carry as its `because`. Each has its sentence in renderer/words. */
export const BECAUSE_WORDS = [
  ...NOT_DELIVERED_WORDS,
  ...UNKNOWN_WORDS,
  ...LATER_WORDS,
  ...LINE_WORDS,
  ...UNTRUSTED_WORDS,
  'returned',
  'not-found',
] as const;

export type UnknownWord = (typeof UNKNOWN_WORDS)[number];
export type LineWord = (typeof LINE_WORDS)[number];
export type UntrustedWord = (typeof UNTRUSTED_WORDS)[number];

/**
 * What the province said to one step of a case, or what silence means.
 *
 * acknowledged: a typed receipt that echoes our key and body · already-there: it holds this very step, the
 * receipt is still to be fetched · not-found: asked by key and by receipt number, it holds nothing
 * returned: it found something wrong · not-delivered: it surely did not arrive · unknown: it may have
 * arrived · retry-later: it asks for patience · refused-line: nothing passes on this line
 * untrusted: an answer that cannot be believed
 *
 * @source safety.md 1c; domain.md 10.5
 */
export type ProvinceAnswer =
  | {
      readonly answer: 'acknowledged';
      readonly officialNumber: string | null;
      readonly platformReceipt: string;
    }
  | { readonly answer: 'already-there' }
  | { readonly answer: 'not-found' }
  | {
      readonly answer: 'returned';
      /** The platform's code for it, kept as it is, known or not. */
      readonly code: string;
      /** The platform's own sentence, as text. */
      readonly words: string;
      readonly fieldErrors: readonly { readonly field: string; readonly say: string }[];
    }
  | { readonly answer: 'not-delivered'; readonly why: 'away' | UnknownWord }
  | { readonly answer: 'unknown'; readonly why: UnknownWord; readonly afterMs: number | null }
  | {
      readonly answer: 'retry-later';
      readonly why: (typeof LATER_WORDS)[number];
      readonly afterMs: number | null;
    }
  | { readonly answer: 'refused-line'; readonly why: LineWord }
  | { readonly answer: 'untrusted'; readonly why: UntrustedWord };

/** What a template of a kind may name, and what it must print. */
export interface Vocabulary {
  readonly values: readonly string[];
  readonly flags: readonly string[];
  /** List → the cells of one line of it. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The fields of domain.md 5.3: a value's name, or `list:` and a list's. */
  readonly must: readonly string[];
}

/** What every paper may say. */
export const FRAME = ['hall', 'hallPhone', 'window', 'clerk', 'organ', 'checkCode', 'issuedOn', 'issuedAt'];

/** What every paper may ask. */
export const FRAME_FLAGS = ['trackable'];

import { z } from 'zod';
import type { CatalogueFault } from './fault.ts';
import { OWN_WORDS } from './fault-words.ts';

/** What a file says, or undefined when it is not JSON. Some editors put a byte order mark before the text. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/**
 * The issues of a shape as faults, each at its path. The words are the library's own, in both languages: the file is
 * read once more for the second.
 */
export function shapeFaults(shape: z.ZodType, json: unknown, error: z.ZodError): readonly CatalogueFault[] {
  const again = shape.safeParse(json, { error: CHINESE });
  const inChinese = again.success ? [] : again.error.issues;
  return error.issues.map(({ path, message }, place) => ({
    path: written(path),
    say: message,
    sayZh: OWN_WORDS.get(message) ?? inChinese[place]?.message ?? message,
  }));
}

const CHINESE = z.locales.zhCN().localeError;

function written(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text;
}

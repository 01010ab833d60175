import type { z } from 'zod';
import type { CatalogueFault } from './fault.ts';

/** What a file says, or undefined when it is not JSON. Some editors put a byte order mark before the text. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/** The issues of a shape as faults, each at its path. */
export function shapeFaults(error: z.ZodError): readonly CatalogueFault[] {
  return error.issues.map(({ path, message }) => ({ path: written(path), say: message }));
}

function written(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text;
}

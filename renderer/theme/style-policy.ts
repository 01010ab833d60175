interface TrustedTypes {
  readonly createPolicy: <Rules extends Readonly<Record<string, (text: string) => string | null>>>(
    name: string,
    rules: Rules,
  ) => { readonly [Name in keyof Rules]: (text: string) => string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/**
 * Lets the UI kit write the text of its style elements and nothing that could make an element:
 * a text without `<` holds no markup. Everything else stays refused by the window's policy.
 */
export function allowStyleText(trustedTypes: TrustedTypes | undefined): void {
  trustedTypes?.createPolicy('default', { createHTML: styleTextOnly });
}

export function styleTextOnly(text: string): string | null {
  return text.includes('<') ? null : text;
}

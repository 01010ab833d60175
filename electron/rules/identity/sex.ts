/**
 * Sex by GB/T 2261.1.
 *
 * @source GB/T 2261.1; devices.md 1.7
 */
const sexes: ReadonlyMap<string, { readonly nameZh: string; readonly nameEn: string }> = new Map([
  ['0', { nameZh: '未知', nameEn: 'unknown' }],
  ['1', { nameZh: '男', nameEn: 'male' }],
  ['2', { nameZh: '女', nameEn: 'female' }],
  ['9', { nameZh: '未说明', nameEn: 'not stated' }],
]);

/** The name of a sex code in Chinese; an unknown code stands for itself. */
export function sexNameZh(code: string): string {
  return sexes.get(code)?.nameZh ?? code;
}

/** The name of a sex code in English; an unknown code stands for itself. */
export function sexNameEn(code: string): string {
  return sexes.get(code)?.nameEn ?? code;
}

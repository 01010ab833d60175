/**
 * Whether the original of a paper goes back to the citizen after it was seen or scanned, and not to the department.
 *
 * @param custody as the implementation list says it
 * @source domain.md 4.1 custody, 13.3 invariant 23
 */
export function goesBack(custody: string): boolean {
  return custody === 'read_only_not_kept' || custody === 'scan_and_return_original';
}

import type { CaseId } from '#contract/shapes/case.ts';
import type { Desk } from '../../desk.ts';
import { ListButton } from './list-button.tsx';
import { useGuidanceList } from './use-guidance-list.ts';

/** The list of papers of the case at the counter, for a citizen who goes home for what is missing. */
export function CaseListButton({ desk, caseId }: { readonly desk: Desk; readonly caseId: CaseId }) {
  const list = useGuidanceList(desk);
  return <ListButton list={list} onMake={() => list.make({ kind: 'case', caseId })} />;
}

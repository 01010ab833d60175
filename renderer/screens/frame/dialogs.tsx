import '../../styles/dialog.css';
import { useStore } from 'zustand';
import type { Stores } from '../../stores/stores.ts';
import { CallOfferedDialog } from '../counter/call-offered-dialog.tsx';
import { CallChosenDialog } from '../counter/call-chosen-dialog.tsx';
import { LeftDraftsDialog } from '../counter/left-drafts-dialog.tsx';
import { CancelDialog, DropLeftDialog, HoldDialog, PassDialog } from '../counter/reason-dialogs.tsx';
import { TransferDialog } from '../counter/transfer-dialog.tsx';
import { WalkInDialog } from '../counter/walk-in-dialog.tsx';
import { FindDialog } from '../find/find-dialog.tsx';
import { DeliveryDialog } from '../trips/delivery-dialog.tsx';
import { LeavingDialog } from '../trips/leaving-dialog.tsx';

/** The one dialog of the frame that is open. */
export function Dialogs({ stores }: { readonly stores: Stores }) {
  const dialog = useStore(stores.screen, (s) => s.dialog);
  if (!dialog) return null;
  switch (dialog.name) {
    case 'find':
      return <FindDialog stores={stores} />;
    case 'pass':
      return <PassDialog stores={stores} />;
    case 'hold':
      return <HoldDialog stores={stores} />;
    case 'walk-in':
      return <WalkInDialog stores={stores} card={dialog.card} />;
    case 'call-chosen':
      return <CallChosenDialog stores={stores} ticketId={dialog.ticketId} card={dialog.card} />;
    case 'call-offered':
      return <CallOfferedDialog stores={stores} ticketId={dialog.ticketId} card={dialog.card} />;
    case 'transfer':
      return <TransferDialog stores={stores} ticketId={dialog.ticketId} />;
    case 'left-drafts':
      return <LeftDraftsDialog stores={stores} />;
    case 'drop-left':
      return <DropLeftDialog stores={stores} leftId={dialog.leftId} number={dialog.number} />;
    case 'leaving':
      return <LeavingDialog stores={stores} />;
    case 'delivery':
      return <DeliveryDialog stores={stores} />;
    case 'cancel':
      break;
  }
  return <CancelDialog stores={stores} ticketId={dialog.ticketId} />;
}

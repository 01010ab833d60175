/** Whether a dialog lies over the window: what comes meanwhile waits for it. */
export interface DialogCover {
  readonly isCovered: () => boolean;
  /** Hears that the dialog was taken away. */
  readonly onUncovered: (listener: () => void) => void;
  /** Said by the window. A new start of it says it anew, so that a window that died covers nothing. */
  readonly lay: (covered: boolean) => void;
}

export function openDialogCover(): DialogCover {
  let isCovered = false;
  const listeners: (() => void)[] = [];
  return {
    isCovered: () => isCovered,
    onUncovered: (listener) => void listeners.push(listener),
    lay: (covered) => {
      const wasCovered = isCovered;
      isCovered = covered;
      if (wasCovered && !covered) for (const listener of listeners) listener();
    },
  };
}

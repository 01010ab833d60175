import { useEffect, useState } from 'react';

/** A leaf is turned by less than its height: a line that was cut at its foot stands whole at the next head. */
function stepOf(leaf: HTMLElement): number {
  return Math.max(1, leaf.clientHeight * 0.88);
}

/** Pages instead of scrolling: a leaf is turned by its own height, whatever size its type has. */
export function usePages(leaf: HTMLDivElement | null) {
  const [count, setCount] = useState(1);
  const [at, setAt] = useState(0);
  const [furthest, setFurthest] = useState(0);
  useEffect(() => {
    if (!leaf) return undefined;
    // Another size of type or window changes how much a leaf holds; what was open stays near.
    const watch = new ResizeObserver(() => {
      const left = Math.max(0, leaf.scrollHeight - leaf.clientHeight - 2);
      const pages = 1 + Math.ceil(left / stepOf(leaf));
      setCount(pages);
      setAt((before) => Math.min(before, pages - 1));
    });
    watch.observe(leaf);
    for (const part of leaf.children) watch.observe(part);
    return () => watch.disconnect();
  }, [leaf]);
  useEffect(() => leaf?.scrollTo?.({ top: at * stepOf(leaf) }), [leaf, at]);
  return {
    at,
    count,
    seenAll: furthest + 1 >= count,
    /** Another leaf lies there: its first page is open and none of it was seen. */
    begin: () => {
      setAt(0);
      setFurthest(0);
      setCount(1);
    },
    turn: (to: number) => {
      setAt(to);
      setFurthest((before) => Math.max(before, to));
    },
  };
}

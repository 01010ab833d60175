/** Does something again and again without keeping the process alive; what it returns ends it. */
export function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  timer.unref();
  return () => clearInterval(timer);
}

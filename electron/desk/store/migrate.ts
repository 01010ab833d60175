/** One numbered step of the case file. Released steps are frozen: tests keep their hashes. */
export interface Migration {
  readonly version: number;
  readonly up: string;
}

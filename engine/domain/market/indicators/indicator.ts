/**
 * What is computed bar by bar. Numbers only, finite ones; a NaN that is fed in is the caller's mistake. Nothing is
 * allocated after construction: an answer of several lines is a record that the indicator owns and writes over at the
 * next call of the same kind.
 */
export interface Indicator<Input extends readonly number[], Output = number> {
  /** The first answer without NaN is that of the `warmUp`-th commit; a preview answers one commit earlier. */
  readonly warmUp: number
  /** The answer of the last commit. */
  readonly value: Output
  /** A bar has closed. */
  commit(...input: Input): Output
  /** What `commit` would answer if the forming bar closed like this. Changes nothing. */
  preview(...input: Input): Output
}

export type ValueIndicator<Output = number> = Indicator<readonly [value: number], Output>
export type BarIndicator<Output = number> = Indicator<
  readonly [high: number, low: number, close: number],
  Output
>

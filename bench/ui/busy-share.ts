/** Whether a page that was measured had anything to show: a window on a desk without ticks costs nothing, and would keep every bound. */

/** How many ticks were told so far, and whether the terminal still sends. */
export type Market = Readonly<{
  told: () => Promise<number>
  hasEnded: () => boolean
  ticksPerSecond: number
}>

export type Busy<T> = Readonly<{ value: T; share: number }>

/** What was measured, and the share of the ticks sent meanwhile that was told. */
export async function whileTicking<T>(
  { told, hasEnded, ticksPerSecond }: Market,
  measure: () => Promise<T>,
  nowMs: () => number = () => performance.now(),
): Promise<Busy<T>> {
  const before = await told()
  const beganMs = nowMs()
  const value = await measure()
  const sent = ((nowMs() - beganMs) / 1_000) * ticksPerSecond
  const came = (await told()) - before
  if (hasEnded())
    throw new Error('The terminal ended while the page was measured: these are figures of an idle page.')
  return { value, share: came / sent }
}

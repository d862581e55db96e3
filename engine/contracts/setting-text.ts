import { PropFirm } from './settings-limits.ts'

/** A setting's value in a sentence: 0.5, none, static 10 %, from 10000.00. What nobody has words for as the file has it. */
export function settingText(value: unknown): string {
  if (value === null) return 'none'
  if (typeof value === 'string') return value
  const drawdown = PropFirm.shape.maxDrawdown.safeParse(value).data ?? null
  if (drawdown === null) return JSON.stringify(value) ?? 'nothing'
  return `${drawdown.by} ${drawdown.pct} %, from ${(drawdown.startBalanceCents / 100).toFixed(2)}`
}

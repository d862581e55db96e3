/** What a terminal is, line by line: the same words on the page and in the report that is copied. */
import type { DeskLink, LinkReport, LinkTraffic } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { kindWords } from '../../copy/words.ts'
import { countText } from '../../ui/format/numbers.ts'
import { clockText, spanText } from '../../ui/format/time.ts'
import type { Terminal } from './terminals.ts'

const copy = linkPageCopy.facts

export type Fact = Readonly<{ name: string; text: string }>

export function factsOf({ traffic, desk }: Terminal, { protocol }: Pick<LinkReport, 'protocol'>): Fact[] {
  const { program, build, versions } = traffic
  const speaks = copy.speaks(versions.join(', '), protocol)
  return [
    { name: copy.program, text: build > 0 ? `${program}, ${copy.build(build)}` : program },
    { name: copy.protocol, text: speaks },
    { name: copy.account, text: accountText(traffic, desk) },
    { name: copy.road, text: roadText(traffic, desk) },
    { name: copy.takes, text: traffic.takes.join(', ') || copy.takesNothing },
    ...(desk === null ? [] : deskFacts(desk)),
    { name: copy.linked, text: copy.since(clockText(traffic.linkedMs), traffic.sessions) },
    ...(traffic.lastEnd === null ? [] : [{ name: copy.end, text: endText(traffic.lastEnd) }]),
  ]
}

const endText = ({ atMs, reason }: NonNullable<LinkTraffic['lastEnd']>) => `${clockText(atMs)} UTC: ${reason}`

function accountText({ kind, margin, broker, server }: LinkTraffic, desk: DeskLink | null): string {
  const { currency, accountMark } = desk?.link ?? { currency: null, accountMark: null }
  const leverage = desk?.leverage ?? null
  return [
    `${broker}, ${server}`,
    kindWords[kind],
    currency ?? copy.notKnown,
    copy.margin[margin],
    ...(leverage === null ? [] : [copy.leverage(leverage)]),
    ...(accountMark === null ? [] : [copy.mark(accountMark)]),
  ].join(', ')
}

function roadText({ road }: LinkTraffic, desk: DeskLink | null): string {
  const cannot = desk?.link.cannot ?? []
  return cannot.length === 0 ? copy.roads[road] : `${copy.roads[road]}, ${copy.cannot(cannot.join(', '))}`
}

function deskFacts(desk: DeskLink): Fact[] {
  const { link, noWaiting, maxLots, workUs, aheadOfTerminalMs, aheadOfBrokerMs } = desk
  const isBeaten = desk.queued !== null
  const largest = maxLots ?? (isBeaten ? copy.noLargest : copy.notTold)
  const clocks = [clockOf(aheadOfTerminalMs, copy.terminal), clockOf(aheadOfBrokerMs, copy.broker)].filter(
    text => text !== null,
  )
  return [
    { name: copy.waiting, text: noWaiting ?? copy.waits },
    { name: copy.largest, text: largest },
    { name: copy.beat, text: ageText(link.beatAgeMs) },
    { name: copy.data, text: ageText(link.dataAgeMs) },
    { name: copy.clocks, text: clocks.join(', ') || copy.notKnown },
    {
      name: copy.work,
      text: workUs === null ? copy.notTold : copy.workOf(`${countText(workUs)} µs`),
    },
  ]
}

const ageText = (ageMs: number | null): string =>
  ageMs === null ? copy.notKnown : copy.ago(spanText(Math.max(0, ageMs)))

/** The computer's clock against another one. */
function clockOf(aheadMs: number | null, who: string): string | null {
  if (aheadMs === null) return null
  const by = `${countText(Math.abs(Math.round(aheadMs)))} ms`
  return aheadMs >= 0 ? copy.ahead(who, by) : copy.behind(who, by)
}

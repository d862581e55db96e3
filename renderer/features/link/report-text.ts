/** The report as plain text, to be sent to somebody who is to help. What is secret was left out or hidden before it came here. */
import type { LinkReport, SymbolRow } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { testFireCopy } from '../../copy/test-fire.ts'
import { countText, fixed, lotsText, valueText } from '../../ui/format/numbers.ts'
import { clockText, dayText } from '../../ui/format/time.ts'
import { faultsOf, messageRows } from './counters.ts'
import { factsOf } from './facts.ts'
import { latencyOf, samplesOf, type Sample } from './latency.ts'
import { stepsOf, verdictOf } from './test-steps.ts'
import { mostAtStake, nameOf, type Terminal } from './terminals.ts'

const copy = linkPageCopy

export function reportText(report: LinkReport): string {
  const { version, atMs, port, portTaken, noEngine, computer, strangers } = report
  const head = [
    `BITTEN ${version}, ${copy.region.toLowerCase()} report`,
    `${dayText(atMs)} ${clockText(atMs)} UTC`,
    copy.none.port(port),
    ...(portTaken === null ? [] : [copy.none.taken(portTaken)]),
    ...(noEngine === null ? [] : [noEngine]),
    ...(computer === null || computer.problem === null
      ? []
      : [`${computer.problem} ${computer.nextStep ?? ''}`.trim()]),
  ]
  const terminals = mostAtStake(report.terminals).flatMap(terminal => [
    '',
    ...terminalLines(terminal, report),
  ])
  const refused = strangers.map(({ code, count, text }) => `  ${code} ${copy.strangers.times(count)} ${text}`)
  return [
    ...head,
    ...(terminals.length === 0 ? ['', copy.none.text] : terminals),
    ...(refused.length === 0 ? [] : ['', copy.strangers.title, ...refused]),
    '',
  ].join('\n')
}

function terminalLines(terminal: Terminal, report: LinkReport): string[] {
  const { traffic, desk } = terminal
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map(line => `  ${line}`)]
  return [
    `${copy.facts.title} ${nameOf(terminal)}: ${traffic.isUp ? copy.up : copy.down}`,
    ...section(copy.facts.title, factsOf(terminal, report).map(({ name, text }) => `${name}: ${text}`)),
    ...section(copy.checks.title, checkLines(terminal)),
    ...section(testFireCopy.title, testLines(terminal)),
    ...section(copy.latency.title, latencyLines(terminal)),
    ...section(copy.messages.title, messageLines(terminal)),
    ...section(copy.symbols.title, (desk?.symbols ?? []).map(symbolLine)),
    ...section(copy.notes.title, traffic.notes.map(({ atMs, level, text }) => `${clockText(atMs)} ${level} ${text}`)),
  ] // prettier-ignore
}

function checkLines({ desk }: Terminal): string[] {
  if (desk === null) return [copy.noDesk]
  return desk.checks.map(({ is, text, nextStep }) =>
    [`[${copy.checks.is[is]}] ${text}`, ...(nextStep === null ? [] : [`${copy.checks.next} ${nextStep}`])].join(' '),
  ) // prettier-ignore
}

/** Without the ids of mission and order, which name nothing that a helper could look up. */
function testLines({ desk }: Terminal): string[] {
  if (desk === null) return []
  const verdict = verdictOf(desk.testFires)
  if (verdict === null) return [desk.testFires.offer.is === 'never' ? desk.testFires.offer.text : testFireCopy.none]
  const steps = stepsOf(desk.testFires).map(({ name, text, when }) =>
    [`${name}:`, ...(text === '' ? [] : [text]), ...(when === null ? [] : [when])].join(' '),
  )
  return [[verdict.text, ...(verdict.next === null ? [] : [`${testFireCopy.verdict.next} ${verdict.next}`])].join(' '), ...steps]
} // prettier-ignore

function latencyLines({ traffic: { beats, answers } }: Terminal): string[] {
  const { series } = copy.latency
  const line = (name: string, samples: readonly Sample[]) => {
    const { p50, p95, n } = latencyOf(samples)
    const isTold = p50 !== null && p95 !== null
    return `${name}: ${isTold ? copy.latency.figures(fixed(p50, 1), fixed(p95, 1), n) : copy.latency.empty}`
  }
  return [
    line(series.ping.name, samplesOf(beats, 'pingMs')),
    line(series.way.name, samplesOf(beats, 'wayMs')),
    line(series.desk.name, samplesOf(beats, 'deskMs')),
    line(series.answer.name, samplesOf(answers, 'tookMs')),
  ]
}

function messageLines(terminal: Terminal): string[] {
  const { traffic, desk } = terminal
  const { messages } = copy
  const rows = messageRows(traffic).map(({ type, received, sent }) => {
    const records = received?.records ?? null
    const kind = records === null ? '' : ` (${countText(records)} ${messages.records[type] ?? ''})`
    return `${type}: ${messages.in} ${countText(received?.messages ?? 0)}${kind}, ${messages.out} ${countText(sent?.messages ?? 0)}`
  })
  const verdicts = Object.entries(traffic.verdicts).map(([is, count]) => `${is} ${countText(count)}`)
  const faults = faultsOf(terminal).map(([code, count]) => `${code} ${countText(count)}`)
  const { lastFault } = traffic
  return [
    ...rows,
    ...(verdicts.length === 0 ? [] : [`${messages.verdicts}: ${verdicts.join(', ')}`]),
    `${messages.again}: ${countText(traffic.toldAgain)}`,
    `${messages.faults}: ${faults.join(', ') || messages.noFaults}`,
    ...(desk === null || desk.badTicks === 0 ? [] : [`${countText(desk.badTicks)} ${messages.badTicks}`]),
    ...(lastFault === null ? [] : [messages.last(clockText(lastFault.atMs), lastFault.text)]),
  ]
}

function symbolLine(row: SymbolRow): string {
  const { pair, is, why, name, digits } = row
  const what = `${pair} ${name ?? ''}`.trim()
  const facts = [
    copy.symbols.is[is],
    ...(digits === null ? [] : [`digits ${digits}`]),
    ...tradingFacts(row),
    ...(why === null ? [] : [why]),
  ]
  return `${what}: ${facts.join(', ')}`
}

function tradingFacts({ contract, lotMin, lotStep, lotMax, tickSize, tickValue, stopLevel, freezeLevel, commissionPerLot }: SymbolRow) {
  if (contract === null || lotMin === null || lotStep === null || lotMax === null || stopLevel === null) return []
  return [
    `contract ${countText(contract)}`,
    `lots ${copy.symbols.lots(lotsText(lotMin), lotsText(lotStep), lotsText(lotMax))}`,
    `tick ${tickSize} is worth ${tickValue === null ? copy.symbols.notTold : valueText(tickValue)}`,
    `stops ${copy.symbols.stops(stopLevel, freezeLevel ?? 0)}`,
    `commission ${commissionPerLot === null ? copy.symbols.notTold : valueText(commissionPerLot)}`,
  ]
} // prettier-ignore

import { MINUTE_MS } from '../../domain/market/civil.ts'
import type { MinuteTape, TapeReport } from '../../ports/minute-tape.ts'
import { weekShift } from './week-shift.ts'

/** Something wrong with the data of one pair, in a sentence for a person. */
export type TapeFault = Readonly<{ code: string; text: string }>

/** `refused`: nothing of this pair is used. `marks`: it is used, and this is said with it. */
export type TapeJudgement = Readonly<{ refused: TapeFault | null; marks: readonly TapeFault[] }>

/** The readings of an hour's squeeze need 200 hours; two weeks have them. */
const ENOUGH_MINUTES = 14_400
const MANY = 0.01
const TOO_MANY = 0.3
/** Share of minutes that open further from the last close than either minute moved. Six majors of 2018: under 0.01. */
const MOST_JUMPS = 0.2
const ENOUGH_NEIGHBOURS = 500
const BROKEN_MOVE = 0.1
const FEW_CONTRADICTIONS = 10
const ODD_WEEKENDS = 0.05

/** Is this the tape of one pair, from one source, on the right clock, and long enough? */
export function judgeTape(tape: MinuteTape, report: TapeReport): TapeJudgement {
  const { pair } = tape
  const rules = [isEmpty, isDamaged, isLeftOut, isContradicted, isOnOtherClock, isBroken, isJumping]
  for (const rule of rules) {
    const fault = rule(tape, report)
    if (fault !== null) return { refused: { ...fault, text: `${pair} ${fault.text}` }, marks: [] }
  }
  const marks = [...muchLeftOut(report), ...oddWeekends(tape), ...tooLittle(tape)]
  return { refused: null, marks: marks.map(({ code, text }) => ({ code, text: `${pair} ${text}` })) }
}

type Rule = (tape: MinuteTape, report: TapeReport) => TapeFault | null

const isEmpty: Rule = ({ length }) =>
  length > 0 ? null : { code: 'NO_MINUTES', text: 'has no minute that can be used' }

const isDamaged: Rule = (_, { faults }) => {
  const damage = faults.find(({ code }) => code === 'DAMAGED_FILE')
  return damage === undefined
    ? null
    : { code: damage.code, text: `breaks off at ${damage.where}: ${damage.text}` }
}

const droppedRows = ({ dropped }: TapeReport): number =>
  Object.values(dropped).reduce((sum, rows) => sum + rows, 0)

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const isLeftOut: Rule = (_, report) => {
  const share = (droppedRows(report) - report.repeated) / (report.rows + droppedRows(report))
  if (share <= TOO_MANY) return null
  return {
    code: 'TOO_MUCH_LEFT_OUT',
    text: `has ${percent(share)} rows that cannot be used: ${reasons(report)}`,
  }
}

const reasons = ({ dropped }: TapeReport): string =>
  Object.entries(dropped)
    .map(([code, rows]) => `${code} ${rows}`)
    .join(', ')

const isContradicted: Rule = (_, { repeated, contradicted }) => {
  if (contradicted < FEW_CONTRADICTIONS || contradicted < repeated * MANY) return null
  const text = `has ${repeated} minutes twice, and ${contradicted} of them with another close: two sources are mixed. Give one`
  return { code: 'MIXED_SOURCES', text }
}

const isOnOtherClock: Rule = tape => {
  const { weekends, shifted, hours } = weekShift(tape)
  if (shifted * 2 <= weekends) return null
  const way = hours > 0 ? 'late' : 'early'
  const text =
    `is on another clock than was thought: ${shifted} of its ${weekends} weeks end and begin ${Math.abs(hours)} h too ${way}. ` +
    `Say its clock with --server-offset, or convert it`
  return { code: 'WRONG_CLOCK', text }
}

const isBroken: Rule = ({ length, openMs, open, close }) => {
  for (let at = 1; at < length; at++) {
    const before = close[at - 1] as number
    if (Math.abs((open[at] as number) - before) <= BROKEN_MOVE * before) continue
    const when = new Date(openMs[at] as number).toISOString().slice(0, 16)
    return { code: 'BROKEN_PRICES', text: `jumps by more than 10 % at ${when}: two things are mixed there` }
  }
  return null
}

const isJumping: Rule = ({ length, openMs, open, high, low, close }) => {
  let neighbours = 0
  let jumps = 0
  for (let at = 1; at < length; at++) {
    if ((openMs[at] as number) - (openMs[at - 1] as number) !== MINUTE_MS) continue
    const range = (high[at] as number) - (low[at] as number)
    const before = (high[at - 1] as number) - (low[at - 1] as number)
    if (range === 0 || before === 0) continue
    neighbours++
    if (Math.abs((open[at] as number) - (close[at - 1] as number)) > Math.max(range, before)) jumps++
  }
  if (neighbours < ENOUGH_NEIGHBOURS || jumps <= MOST_JUMPS * neighbours) return null
  const text = `opens ${percent(jumps / neighbours)} of its minutes further from the last close than they move: two sources are mixed`
  return { code: 'MIXED_SOURCES', text }
}

function muchLeftOut({ rows, dropped, repeated }: TapeReport): TapeFault[] {
  return Object.entries(dropped)
    .filter(([, left]) => left - repeated > MANY * rows)
    .map(([code, left]) => ({
      code,
      text: `had ${left} rows left out as ${code}, ${percent(left / (rows + left))} of what was read`,
    }))
}

function oddWeekends(tape: MinuteTape): TapeFault[] {
  const { weekends, shifted, hours } = weekShift(tape)
  if (shifted < 2 || shifted <= ODD_WEEKENDS * weekends) return []
  const text = `has ${shifted} of ${weekends} week-ends off by ${hours} h, as on a clock that changes on other days`
  return [{ code: 'CLOCK_CHANGES', text }]
}

function tooLittle({ length }: MinuteTape): TapeFault[] {
  if (length >= ENOUGH_MINUTES) return []
  const text = `has ${length} minutes; setups that look back on 200 hours need about ${ENOUGH_MINUTES}`
  return [{ code: 'TOO_LITTLE_HISTORY', text }]
}

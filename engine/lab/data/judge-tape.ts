import type { MinuteTape, TapeReport } from '../../ports/minute-tape.ts'
import { TapeWatch, type TapeSeen } from './tape-watch.ts'

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
const FEW_CONTRADICTIONS = 10
const ODD_WEEKENDS = 0.05

/** Is this the tape of one pair, from one source, on the right clock, and long enough? */
export function judgeTape(tape: MinuteTape, report: TapeReport): TapeJudgement {
  const watch = new TapeWatch()
  watch.look(tape, tape.length)
  return judge(watch, report)
}

/** The same of what was seen of a tape that came in stretches. */
export function judge(seen: TapeSeen, report: TapeReport): TapeJudgement {
  const { pair } = report
  const rules = [isEmpty, isDamaged, isLeftOut, isContradicted, isOnOtherClock, isBroken, isJumping]
  for (const rule of rules) {
    const fault = rule(seen, report)
    if (fault !== null) return { refused: { ...fault, text: `${pair} ${fault.text}` }, marks: [] }
  }
  const marks = [...muchLeftOut(report), ...oddWeekends(seen), ...tooLittle(seen)]
  return { refused: null, marks: marks.map(({ code, text }) => ({ code, text: `${pair} ${text}` })) }
}

type Rule = (seen: TapeSeen, report: TapeReport) => TapeFault | null

const isEmpty: Rule = ({ minutes }) =>
  minutes > 0 ? null : { code: 'NO_MINUTES', text: 'has no minute that can be used' }

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

const isOnOtherClock: Rule = ({ weekShift: { weekends, shifted, hours } }) => {
  if (shifted * 2 <= weekends) return null
  const way = hours > 0 ? 'late' : 'early'
  const text = `is on another clock than was thought: ${shifted} of its ${weekends} weeks end and begin ${Math.abs(hours)} h too ${way}`
  return { code: 'WRONG_CLOCK', text }
}

const isBroken: Rule = ({ brokenMs }) => {
  if (brokenMs === null) return null
  const when = new Date(brokenMs).toISOString().slice(0, 16)
  return { code: 'BROKEN_PRICES', text: `jumps by more than 10 % at ${when}: two things are mixed there` }
}

const isJumping: Rule = ({ neighbours, jumps }) => {
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

function oddWeekends({ weekShift: { weekends, shifted, hours } }: TapeSeen): TapeFault[] {
  if (shifted < 2 || shifted <= ODD_WEEKENDS * weekends) return []
  const text = `has ${shifted} of ${weekends} week-ends off by ${hours} h, as on a clock that changes on other days`
  return [{ code: 'CLOCK_CHANGES', text }]
}

function tooLittle({ minutes }: TapeSeen): TapeFault[] {
  if (minutes >= ENOUGH_MINUTES) return []
  const text = `has ${minutes} minutes; setups that look back on 200 hours need about ${ENOUGH_MINUTES}`
  return [{ code: 'TOO_LITTLE_HISTORY', text }]
}

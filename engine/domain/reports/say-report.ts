import type { ReportFacts, ReportName, ReportText, ReportTone } from '../../contracts/reports.ts'
import { counted, gain, inR, xpText } from '../words/figures.ts'
import { guardWords } from '../words/guard-words.ts'
import { isQuiet } from './tally.ts'

/** One sentence in each tone, or none: the figures are the same in all of them. */
type InTones = Readonly<Record<ReportTone, string>>
type Line = (facts: ReportFacts) => InTones | null

/** Fewer trades than this tell more of luck than of skill, and the report says so. */
const FEW = 30

/** Facts as words. Every figure in them is one of the facts, and a report without trades is short. */
export function sayReport(report: ReportName, facts: ReportFacts, tone: ReportTone): ReportText {
  const lines = LINES.map(line => line(facts)?.[tone] ?? '').filter(line => line !== '')
  if (report === 'sitrep' && facts.trades > 0 && facts.trades < FEW) lines.push(FEW_TRADES(facts)[tone])
  return { headline: headlineOf(report, facts), lines }
}

const NAMES: Readonly<Record<ReportName, string>> = { drill: 'Drill report', sitrep: 'SITREP' }

/** The same in every tone: it is what a notice has room for. */
function headlineOf(report: ReportName, facts: ReportFacts): string {
  const name = NAMES[report]
  if (facts.trades === 0) return `${name}: no trade was closed.`
  const { trades, won, lost, r, netCents } = facts
  return `${name}: ${counted(trades, 'trade')}, ${won} won and ${lost} lost, ${inR(r)}, ${gain(netCents)}.`
}

/** The headline has the figures of the result. */
const result: Line = ({ trades }) => {
  if (trades === 0) return null
  return {
    harsh: 'The record takes no excuses and pays no compliments.',
    balanced: '',
    encouraging: 'Whatever it came to, it is written down, and that is how one learns.',
  }
}

const nothing: Line = facts => {
  if (facts.trades > 0) return null
  if (!isQuiet(facts))
    return {
      harsh: 'What else was done stands below.',
      balanced: 'What else was done stands below.',
      encouraging: 'And yet some work was done.',
    }
  return {
    harsh: 'No note either, and nothing learnt. There is nothing to report.',
    balanced: 'No note either. There is nothing more to report.',
    encouraging: 'No note either. To wait is a position too.',
  }
}

const plan: Line = ({ trades, byPlan, byHand }) => {
  if (trades === 0) return null
  if (byHand > 0)
    return {
      harsh: `${byHand} closed by hand, ${byPlan} by plan. The plan had a stop and a target before your pulse rose.`,
      balanced: `${byPlan} closed by plan, ${byHand} by hand.`,
      encouraging: `${byPlan} closed by plan and ${byHand} by hand: a debrief will show what that hand was worth.`,
    }
  return {
    harsh: `${byPlan} closed by plan. That is the job.`,
    balanced: `${byPlan} closed by plan and none by hand.`,
    encouraging: `${byPlan} closed by plan and none by hand: you let the plan work.`,
  }
}

const ends: Line = ({ trades, best, worst }) => {
  if (trades < 2 || best === null || worst === null) return null
  const both = `Best ${best.pair} ${inR(best.r)}, worst ${worst.pair} ${inR(worst.r)}.`
  return { harsh: both, balanced: both, encouraging: both }
}

const row: Line = ({ lossesInARow }) => {
  if (lossesInARow < 3) return null
  return {
    harsh: `${lossesInARow} losses in a row. The next trade owes you nothing: stand down before you try to win it back.`,
    balanced: `${lossesInARow} losses in a row. Runs like this come without any fault, and judgement suffers all the same: rest first.`,
    encouraging: `${lossesInARow} losses in a row. Runs like this come to everybody: a pause costs nothing.`,
  }
}

const guards: Line = ({ guards: raised }) => {
  if (raised.length === 0) return null
  const list = raised.map(({ guard, times }) => `${guardWords[guard]} ${times}×`).join(', ')
  return {
    harsh: `Guards raised: ${list}. They had to stop you; next time stop yourself.`,
    balanced: `Guards raised: ${list}. They held.`,
    encouraging: `Guards raised: ${list}. They did their work, so that you can come back.`,
  }
}

const tried: Line = ({ limitsTried }) => {
  if (limitsTried === 0) return null
  return {
    harsh: `Limits tried: ${limitsTried}. A limit that you argue with is a limit that you need.`,
    balanced: `Limits tried: ${limitsTried}. Each of them held.`,
    encouraging: `Limits tried: ${limitsTried}. Each of them held, and nothing was lost by it.`,
  }
}

const study: Line = ({ trades, debriefs, kept, notes, lessons }) => {
  if (trades + debriefs + notes === 0) return null
  const done = `${counted(debriefs, 'debrief')}, ${kept} with the plan kept; ${counted(notes, 'note')}, ${lessons} with a lesson.`
  if (debriefs < trades)
    return {
      harsh: `${done} ${counted(trades, 'trade')} closed: look each of them in the eye.`,
      balanced: `${done} ${counted(trades, 'trade')} closed: the others wait for their debrief.`,
      encouraging: `${done} A minute for each of the others will pay.`,
    }
  return { harsh: done, balanced: done, encouraging: `${done} That is how a record becomes experience.` }
}

const drills: Line = ({ answers, right }) => {
  if (answers === 0) return null
  const score = `Questions answered: ${answers}, right: ${right}.`
  return { harsh: score, balanced: score, encouraging: `${score} Well spent time.` }
}

const shots: Line = ({ missions, shots: fired }) => {
  if (missions + fired === 0) return null
  const all = `${counted(missions, 'mission')} issued, ${counted(fired, 'order')} fired.`
  return { harsh: all, balanced: all, encouraging: all }
}

const xp: Line = ({ xp: earned }) => {
  if (earned === 0) return null
  const sum = `${xpText(earned)}.`
  return { harsh: sum, balanced: sum, encouraging: sum }
}

const FEW_TRADES = ({ trades }: ReportFacts): InTones => {
  const few = `${counted(trades, 'trade')} cannot tell skill from luck`
  return {
    harsh: `${few}. Draw no conclusion, good or bad.`,
    balanced: `${few}: take the figures for what they are.`,
    encouraging: `${few}: be as patient with a bad week as with a good one.`,
  }
}

const LINES: readonly Line[] = [result, nothing, plan, ends, row, guards, tried, shots, study, drills, xp]

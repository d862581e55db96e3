import type { Mission } from '../../../contracts/mission.ts'
import type { SignalType } from '../../../contracts/vocabulary.ts'
import { sizeFactorOf } from '../../../domain/citadel/shield.ts'
import { certainty } from '../../../domain/words/certainty.ts'
import { count, inR } from '../../../domain/words/figures.ts'
import { html, lines, type Html } from '../html.ts'
import { head, labelled, sentence, table } from '../parts.ts'
import { pairSide, qualityWords, regimeWords, sessionWords, shieldWords } from '../words.ts'
import { marketTime, type AlertText, type When } from './alert-text.ts'
import { planRows, priceText } from './levels.ts'
import { isOver, stageOf } from './mission-stage.ts'

/** How a type of signal looks; `also` is what is said of it beside the plan. */
type Format = Readonly<{ emoji: string; name: string; also: (mission: Mission) => readonly (Html | null)[] }>

/** Quick: the plan, and no more. */
const RAPID: Format = { emoji: '⚡', name: 'RAPID ASSAULT', also: () => [] }
/** It aims far, at what it saw on the chart. */
const PRECISION: Format = { emoji: '🎯', name: 'PRECISION STRIKE', also: structureLines }
/** The best tenth of either. */
const SNIPER: Format = {
  emoji: '🔭',
  name: 'SNIPER OPS',
  also: mission => [
    html`<b>${FORMATS[mission.signal].name}</b>, in the best tenth of the expected values so far.`,
    ...structureLines(mission),
  ],
}
const FORMATS: Readonly<Record<SignalType, Format>> = { RAPID_ASSAULT: RAPID, PRECISION_STRIKE: PRECISION }

const formatOf = ({ sniper, signal }: Mission): Format => (sniper ? SNIPER : FORMATS[signal])

/** A mission's own message: it tells the plan, how far it has come, and at last what came of it. */
export const missionText: AlertText<'mission'> = ({ course }, about) => {
  const { mission } = course
  const { also } = formatOf(mission)
  const stage = stageOf(course)
  return {
    html: lines(
      missionHead(mission),
      stage.line(course, about),
      drillLine(mission),
      table(stage.rows(course, about)),
      ...judgedLines(mission),
      isOver(course) ? null : outLine(mission, about),
      ...(course.stage === 'pending' ? [...also(mission), ...decidingLines(mission)] : []),
    ),
    buttons: stage.buttons(course),
  }
}

/** What it is, in one bold line. */
export const missionHead = (mission: Mission): Html => {
  const { emoji, name } = formatOf(mission)
  return head(emoji, name, pairSide(mission))
}

/** All that was planned, as it was issued. */
export const planLines = (mission: Mission, when: When): readonly (Html | null)[] => [
  drillLine(mission),
  table(planRows(mission)),
  ...judgedLines(mission),
  outLine(mission, when),
  ...formatOf(mission).also(mission),
  ...decidingLines(mission),
]

export const drillLine = ({ drill }: Mission): Html | null =>
  drill ? html`<b>DRILL</b>: practice, not advice.` : null

/** What it was judged by, which stays when it is over. */
function judgedLines(mission: Mission): readonly Html[] {
  const { confidence, timeOut, expectedR, costR, quality, regime, session, setup } = mission
  const byTime = timeOut.p > 0 ? ` · ${Math.round(timeOut.p * 100)} % end by time` : ''
  return [
    labelled('Confidence', `${certainty(mission)} · n ${count(confidence.n)}${byTime}`),
    labelled('Value', `${inR(expectedR)} after ${costR.toFixed(2)} R cost`),
    labelled('Shield', shieldText(mission)),
    labelled(
      'Setting',
      [qualityWords[quality], setup, regime === null ? 'no regime yet' : regimeWords[regime], sessionWords[session]].join(' · '),
    ),
  ] // prettier-ignore
}

function shieldText({ shield }: Mission): string {
  const share = `${Math.round(sizeFactorOf(shield) * 100)} % of the risk`
  if (shield === null) return `${shieldWords.UNVERIFIED}, never measured: ${share}`
  return `${shield.score.toFixed(1)} of 10, ${shieldWords[shield.class]}: ${share}`
}

const MOST_SEEN = 4

function structureLines({ structure, digits }: Mission): readonly Html[] {
  return structure.slice(0, MOST_SEEN).map(({ label, low, high }) => {
    const prices = [...new Set([low, high].map(points => priceText(points, digits)))]
    return labelled('Saw', `${label} at ${prices.join(' to ')}`)
  })
}

const outLine = ({ timeExitMs, issuedMs }: Mission, when: When): Html | null =>
  timeExitMs === null
    ? null
    : labelled('Out by', `${marketTime(timeExitMs, when, issuedMs)}, whatever it is worth.`)

const MOST_WARNINGS = 4

/** What only matters as long as it can be fired. */
function decidingLines(mission: Mission): readonly (Html | null)[] {
  const { evidence, invalidation, invalidBeyond, warnings, digits, drill } = mission
  const beyond = invalidBeyond === null ? '' : ` (${priceText(invalidBeyond, digits)})`
  return [
    labelled('Cancelled by', sentence(`${invalidation}${beyond}`)),
    evidence === '' ? null : labelled('Evidence', evidence),
    drill ? labelled('Mind', 'Issued without the value and calendar gates.') : null,
    ...warnings.slice(0, MOST_WARNINGS).map(warning => labelled('Mind', warning)),
  ]
}

import type { HonestyCheck, HonestyFigure, WrittenProposal } from '../../contracts/honesty.ts'
import type { ModelFile } from '../../contracts/model.ts'
import { MINUTE_MS } from '../../domain/market/civil.ts'
import { Calibrator } from '../../domain/venom/confidence/calibrator.ts'
import type { MinuteTape } from '../../ports/minute-tape.ts'
import { joinCandidates, type Candidates } from '../candidates/candidates.ts'
import { PAIR_CODES, REGIME_CODES, refusalsOf, SETUP_CODES } from '../candidates/codes.ts'
import { issue, type Issue } from '../issue/issue.ts'
import { candidatesOf } from './collect.ts'
import { byUsualSpread, comparable, OF_THE_DESK } from './refusals-beside.ts'
import { check, judged, known } from './verdicts.ts'

/** Part of the shield is the spread beside its usual. */
const SHIELD_APART = 1

export type Roads = Readonly<{
  /** What the desk wrote down, through a terminal over ZeroMQ and in a replay. */
  live: readonly WrittenProposal[]
  replayed: readonly WrittenProposal[]
  /** Minutes of the same ticks. */
  tapes: readonly MinuteTape[]
  ticks: number
  model: ModelFile | null
}>

export function onePipelineCheck({ live, replayed, tapes, ticks, model }: Roads): HonestyCheck {
  const first = compared(byKey(live), byKey(replayed), liveDiffers)
  const candidates = joinCandidates(tapes.map(candidatesOf))
  const lab = new Map(Array.from({ length: candidates.length }, (_, row) => [keyOfRow(candidates, row), row]))
  const verdicts = issue(candidates, new Calibrator(model))
  const second = compared(byKey(replayed), lab, (written, row) =>
    labDiffers(written, { tapes, candidates, verdicts }, row),
  )
  const shields = [...byKey(replayed)].flatMap(([key, { mission }]) => {
    const row = lab.get(key)
    return row === undefined || mission.shield === null
      ? []
      : [Math.abs(mission.shield.score - (candidates.shield[row] as number))]
  })
  const calibrated = replayed.filter(({ mission }) => mission.confidence.calibrated).length
  return check(
    'live = replay = backtest',
    `Played ${ticks} ticks of ${tapes.map(({ pair }) => pair).join(' and ')} through a terminal over ZeroMQ into the desk, through a replay, and as minutes through the lab. ` +
      'Live and replay have to write the same missions and refusals to the last digit. The lab has to make the same proposals with the same entry, stop, time exit, p, expected value, cost, regime and refusals; ' +
      `what only a desk can know (${OF_THE_DESK.join(', ')}) is left out.`,
    replayed.length,
    [
      ...figuresOf('live beside replay', first),
      ...figuresOf('replay beside lab', second),
      byUsualSpread(byKey(replayed), lab, verdicts),
      apart(shields),
      known(
        'proposals that the model judged; the others had too few bars for it',
        replayed.length,
        calibrated,
      ),
    ],
  )
}

type Compared = Readonly<{ both: number; alone: number; differ: readonly string[] }>

function compared<A, B>(
  a: ReadonlyMap<string, A>,
  b: ReadonlyMap<string, B>,
  differing: (one: A, other: B) => readonly string[],
): Compared {
  const differ: string[] = []
  let both = 0
  for (const [key, one] of a) {
    const other = b.get(key)
    if (other === undefined) continue
    both++
    differ.push(...differing(one, other))
  }
  return { both, alone: a.size + b.size - 2 * both, differ }
}

function figuresOf(name: string, { both, alone, differ }: Compared): HonestyFigure[] {
  const what = [...new Set(differ)].join(', ')
  return [
    judged(
      { name: `${name}: proposals that only one has`, n: both + alone, value: alone, bound: 'none' },
      alone === 0,
    ),
    judged(
      {
        name: `${name}: figures that differ${what === '' ? '' : ` (${what})`}`,
        n: both,
        value: differ.length,
        bound: 'none',
      },
      differ.length === 0,
    ),
  ]
}

const apart = (shields: readonly number[]): HonestyFigure => {
  const most = shields.reduce((a, b) => Math.max(a, b), 0)
  return judged(
    {
      name: 'replay beside lab: shields apart, of 10',
      n: shields.length,
      value: most,
      bound: `at most ${SHIELD_APART}: the usual spread is learnt from every tick, or from the first of each minute`,
    },
    most <= SHIELD_APART,
  )
}

const keyOf = (pair: string, setup: string, barMs: number): string => `${pair} ${setup} ${barMs}`

const byKey = (written: readonly WrittenProposal[]): ReadonlyMap<string, WrittenProposal> =>
  new Map(written.map(one => [keyOf(one.mission.pair, one.mission.setup, one.mission.barMs), one]))

const keyOfRow = ({ pair, setup, barMs }: Candidates, row: number): string =>
  keyOf(PAIR_CODES[pair[row] as number] ?? '', SETUP_CODES[setup[row] as number] ?? '', barMs[row] as number)

/** Names of what differs between two missions of the desk; who wrote them down may. */
function liveDiffers(a: WrittenProposal, b: WrittenProposal): readonly string[] {
  const written = ({ mission, refusals }: WrittenProposal): Record<string, unknown> => {
    const { id: _id, terminal: _terminal, ...told } = mission
    return { ...told, refusals }
  }
  const [one, other] = [written(a), written(b)]
  return Object.keys({ ...one, ...other }).filter(
    name => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  )
}

type Lab = Readonly<{ tapes: readonly MinuteTape[]; candidates: Candidates; verdicts: Issue }>

function labDiffers(
  { mission, refusals }: WrittenProposal,
  { tapes, candidates, verdicts }: Lab,
  row: number,
): readonly string[] {
  const tape = tapes.find(({ pair }) => pair === mission.pair)
  const bid = tape?.open[candidates.entryAt[row] as number] as number
  const spread = candidates.spread[row] as number
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['side', mission.side === 'buy' ? 1 : -1, candidates.side[row]],
    ['entry minute', mission.issuedMs - (mission.issuedMs % MINUTE_MS), candidates.entryMs[row]],
    ['entry', mission.entry, mission.side === 'buy' ? bid + spread : bid],
    ['spread', mission.spread, spread],
    ['stop', mission.stopPoints, candidates.stop[row]],
    ['target', Math.abs(mission.target - mission.entry), candidates.target[row]],
    ['time exit', mission.timeExitMs, candidates.timeExitMs[row]],
    ['p', mission.confidence.p, verdicts.p[row]],
    ['p of a time-out', mission.timeOut.p, verdicts.timeout[row]],
    ['expected value', mission.expectedR, verdicts.expectedR[row]],
    ['cost', mission.costR, candidates.costR[row]],
    ['regime', mission.regime, REGIME_CODES[candidates.regime[row] as number] ?? null],
    ...(refusals === null
      ? []
      : [
          [
            'refusals',
            comparable(refusals.map(({ code }) => code)),
            comparable(refusalsOf(verdicts.refused[row] as number)),
          ] as const,
        ]),
  ]
  return pairs.filter(([, a, b]) => !Object.is(a, b)).map(([name]) => name)
}

import type { Road } from '../../contracts/road.ts'
import type { LinkView } from '../../contracts/views.ts'
import type { TerminalDesk } from '../terminal-desk.ts'

/** No beat for this long: the link is shown as silent before the host gives it up. */
const SILENT_MS = 3_000

export function linkView(terminal: TerminalDesk, wallMs: number): LinkView {
  const { hello, beat } = terminal
  const beatAgeMs = terminal.beatWallMs > 0 ? wallMs - terminal.beatWallMs : null
  const [problem, nextStep] = problemOf(terminal, beatAgeMs)
  return {
    terminal: terminal.id,
    state: terminal.up ? 'live' : 'down',
    road: terminal.road,
    cannot: CANNOT[terminal.road],
    problem,
    nextStep,
    broker: hello.broker,
    server: hello.server,
    kind: hello.kind,
    margin: hello.margin,
    program: hello.program,
    armed: terminal.armed,
    beatAgeMs,
    dataAgeMs: terminal.ticksWallMs > 0 ? wallMs - terminal.ticksWallMs : null,
    autoTrading: beat?.autoTrading ?? null,
    brokerConnected: beat?.brokerConnected ?? null,
    pingMs: beat?.pingMs ?? null,
    simulation: beat?.simulation ?? null,
    ticks: terminal.ticks,
    faults: terminal.faults,
  }
}

const CANNOT: Record<Road, readonly string[]> = {
  zmq: [],
  files: ['one price a second', 'no history', 'no calendar', 'slower answers'],
  legacy: [
    'prices every five seconds',
    'stops as distances only',
    'orders that never expire',
    'no acknowledgement',
    'no proof who speaks',
    'no history, calendar or specifications',
  ],
}

const NOT_LINKED: Record<Road, readonly [problem: string, nextStep: string]> = {
  zmq: [
    'The terminal is not linked.',
    'Start MetaTrader, and see that the Expert Advisor smiles on its chart.',
  ],
  files: [
    'The terminal has written nothing into its folder for five seconds.',
    'Start MetaTrader, and see that the road of the Expert Advisor is files.',
  ],
  legacy: [
    "The predecessor's Expert Advisor sends no prices.",
    'It is silent while its market is closed; otherwise see its log in MetaTrader.',
  ],
}

const PRICES_ONLY: readonly [problem: string, nextStep: string] = [
  "Prices only: the predecessor's Expert Advisor tells neither account, positions nor specifications, so no order can be sized.",
  'Put BITTENBridge on a chart to trade.',
]

/** The first thing that is wrong, and what a person does about it. */
function problemOf(
  { up, road, beat, armed, reason }: TerminalDesk,
  beatAgeMs: number | null,
): readonly [problem: string | null, nextStep: string | null] {
  if (!up) return NOT_LINKED[road]
  if (road === 'legacy') return PRICES_ONLY
  if (beatAgeMs !== null && beatAgeMs > SILENT_MS) {
    return [
      `The terminal has been silent for ${Math.round(beatAgeMs / 1_000)} s.`,
      'See whether MetaTrader is frozen.',
    ]
  }
  if (beat && !beat.brokerConnected)
    return ['MetaTrader has no connection to the broker.', 'Check the internet and the login.']
  if (beat && !beat.autoTrading)
    return ['Algo Trading is switched off.', 'Press the Algo Trading button in MetaTrader.']
  if (beat && !beat.tradeAllowed)
    return ['The broker does not allow trading on this account.', 'Ask the broker.']
  if (beat?.denies !== undefined)
    return [
      `The Expert Advisor fires nothing: ${beat.denies}`,
      'Its own limits decide; see its inputs and its panel.',
    ]
  if (!armed) return [`Not armed: ${reason}`, 'Wait a moment; it asks the terminal again by itself.']
  return [null, null]
}

/** Listens like the app and says, step by step, how far a terminal gets: for the moment when nothing seems to happen. */
import type { EpochMs } from '../../contracts/primitives.ts'
import type { Header, Hello } from '../../contracts/wire/index.ts'
import { decodeBody } from '../../wire/index.ts'
import { openTerminalLink } from '../terminal-link/terminal-link.ts'

export const TRIAL_STEPS = [
  'listening',
  'linked',
  'specified',
  'account',
  'positions',
  'prices',
  'beat',
] as const
export type TrialStep = (typeof TRIAL_STEPS)[number]

export type Trial = Readonly<{
  is: 'reached' | 'fault'
  step: TrialStep
  text: string
}>

export type TrialOptions = Readonly<{
  port: number
  pairingKey: Uint8Array
  version: string
  now(): EpochMs
  /** Every step as it is reached, and every message that was turned away. */
  tell(trial: Trial): void
  stop: AbortSignal
}>

const NEXT_STEP: Record<TrialStep, string> = {
  listening:
    'Nothing has connected: is the Expert Advisor on a chart, is 127.0.0.1 on the list of allowed addresses, and does its input name this port?',
  linked: 'It has told nothing about its symbols yet.',
  specified: 'It has told no account yet.',
  account: 'It has told no positions yet.',
  positions: 'No price has come yet: the market may be closed.',
  prices: 'No beat has come yet.',
  beat: '',
}

/** The step that was reached last, with what to look at next; null when all were. */
export async function tryLink(
  options: TrialOptions,
): Promise<Readonly<{ last: TrialStep | null; nextStep: string | null }>> {
  const reached = new Set<TrialStep>()
  const reach = (step: TrialStep, text: string) => {
    if (reached.has(step)) return
    reached.add(step)
    options.tell({ is: 'reached', step, text })
    if (reached.size === TRIAL_STEPS.length) done()
  }
  let done = (): void => undefined
  const finished = new Promise<void>(resolve => (done = resolve))
  const link = await openTerminalLink({
    ...options,
    beatMs: 1_000,
    listener: {
      terminalUp: (_terminal, _session, hello) => reach('linked', introduction(hello)),
      terminalDown: (_terminal, reason) =>
        options.tell({ is: 'fault', step: 'linked', text: `The terminal left: ${reason}` }),
      faulted: (_terminal, code, text) =>
        options.tell({ is: 'fault', step: 'listening', text: `${code}: ${text}` }),
      frame: (_terminal, header, body) => hear(header, body, reach),
    },
  })
  if (link.is === 'refused') {
    options.tell({ is: 'fault', step: 'listening', text: link.text })
    return { last: null, nextStep: 'BITTEN is running: see its link screen, or stop it first.' }
  }
  if (link.port !== options.port) {
    await link.close()
    const text = `Port ${options.port} is taken.`
    options.tell({ is: 'fault', step: 'listening', text })
    return { last: null, nextStep: `${text} If BITTEN is running, see its link screen, or stop it first.` }
  }
  reach('listening', `127.0.0.1 port ${link.port}`)
  options.stop.addEventListener('abort', () => done(), { once: true })
  await finished
  await link.close()
  const last = TRIAL_STEPS.findLast(step => reached.has(step)) ?? null
  const missing = TRIAL_STEPS.find(step => !reached.has(step))
  const before = missing === undefined ? undefined : TRIAL_STEPS[TRIAL_STEPS.indexOf(missing) - 1]
  return { last, nextStep: before === undefined ? null : NEXT_STEP[before] }
}

const introduction = ({ program, broker, server, kind, margin, build }: Hello): string =>
  `${program} in build ${build}, ${broker} (${server}), a ${kind} account with ${margin} positions`

function hear({ t }: Header, body: Uint8Array, reach: (step: TrialStep, text: string) => void): void {
  switch (t) {
    case 'specs': {
      const specs = decodeBody('specs', body)
      if (specs.is === 'body') reach('specified', specs.body.symbols.map(({ name }) => name).join(' '))
      return
    }
    case 'account': {
      const account = decodeBody('account', body)
      if (account.is === 'body')
        reach(
          'account',
          `${account.body.currency}, ${account.body.tradeAllowed ? 'may trade' : 'may not trade'}`,
        )
      return
    }
    case 'positions': {
      const positions = decodeBody('positions', body)
      if (positions.is === 'body') reach('positions', `${positions.body.positions.length} open`)
      return
    }
    case 'ticks':
      return reach('prices', 'prices flow')
    case 'beat': {
      const beat = decodeBody('beat', body)
      if (beat.is === 'body')
        reach('beat', beat.body.autoTrading ? 'Algo Trading is on' : 'Algo Trading is OFF: press its button')
      return
    }
    default:
      return
  }
}

/** The real Expert Advisor in a process of its own, linked over real sockets to the app's own terminal link. */
import path from 'node:path'
import { buildEa } from '../../ea/host/build/index.ts'
import { RealTerminal } from '../../ea/host/driver/real-terminal.ts'
import { PAIRS, type EpochMs, type TerminalId } from '../../engine/contracts/index.ts'
import type { BodyOf, Header, WireTick } from '../../engine/contracts/wire/index.ts'
import { openTerminalLink, type TerminalLink } from '../../engine/host/terminal-link/terminal-link.ts'
import {
  decodeBody,
  encodeBody,
  formatPairingKey,
  newPairingKey,
  readTicks,
} from '../../engine/wire/index.ts'
import { temporaryFolder } from './built-app.ts'

export const BROKER_OFFSET_S = 7_200
const CONVERTED = ['EURUSD', 'GBPUSD', 'AUDUSD', 'NZDUSD', 'USDJPY', 'USDCHF', 'USDCAD']

export type EaDesk = Readonly<{
  terminal: RealTerminal
  /** Ticks as they arrive, in the wire's units. */
  onTick(take: (tick: WireTick) => void): void
  onBeat(take: (beat: BodyOf<'beat'>) => void): void
  fire(order: BodyOf<'fire'>): Promise<BodyOf<'verdict'>>
  close(): Promise<void>
}>

/** Prices near which the made quotes stay. */
export const usualPrice = (pair: string): number => (pair.endsWith('JPY') ? 150 : 1.1)

export async function openEaDesk(timerMs: number): Promise<EaDesk> {
  const folder = temporaryFolder()
  const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
  if (!build.ok) throw new Error(build.errors.join('\n'))
  const key = newPairingKey()
  const app = await openApp(key)
  const terminal = new RealTerminal(build.binary, { files: path.join(folder, 'Files') })
  const inputs = {
    InpPairingKey: formatPairingKey(key),
    InpPort: app.link.port,
    InpTimerMs: timerMs,
    InpCommission: 7,
    InpTraining: true,
    InpMaxPositions: 1_000,
    InpMaxLots: 100,
    InpMaxRiskPct: 100,
    InpMaxDayLossPct: 100,
    InpMaxSpread: 1_000,
  }
  for (const line of [
    'allow 127.0.0.1',
    `zone server ${BROKER_OFFSET_S}`,
    'account currency=USD balance=1000000 leverage=500 margin=hedging kind=demo',
    ...PAIRS.map(pair => `symbol ${pair}`),
    'market open',
    ...Object.entries(inputs).map(([name, value]) => `input ${name} ${value}`),
    ...CONVERTED.map(pair => `tick ${pair} ${usualPrice(pair)} ${usualPrice(pair) + 0.00006} now`),
    'init',
  ])
    await terminal.run(line)
  await app.linked
  return {
    terminal,
    onTick: take => app.ticks.push(take),
    onBeat: take => app.beats.push(take),
    fire: order => app.fire(order),
    async close() {
      await terminal.quit()
      await app.link.close()
    },
  }
}

async function openApp(pairingKey: Uint8Array) {
  const ticks: ((tick: WireTick) => void)[] = []
  const beats: ((beat: BodyOf<'beat'>) => void)[] = []
  const verdicts = new Map<string, (verdict: BodyOf<'verdict'>) => void>()
  let at: TerminalId | null = null
  let isLinked = (): void => undefined
  const linked = new Promise<void>(resolve => (isLinked = resolve))
  let link: TerminalLink | null = null
  const hear = (header: Header, body: Uint8Array) => {
    if (header.t === 'ticks')
      readTicks(body, (index, timeMs, bid, ask, flags) =>
        ticks.forEach(take => take({ index, timeMs, bid, ask, flags })),
      )
    if (header.t === 'beat') {
      const beat = decodeBody('beat', body)
      if (beat.is === 'body') beats.forEach(take => take(beat.body))
    }
    if (header.t === 'verdict') {
      const verdict = decodeBody('verdict', body)
      if (verdict.is === 'body') verdicts.get(verdict.body.id)?.(verdict.body)
    }
  }
  const opened = await openTerminalLink({
    port: 0,
    pairingKey,
    version: 'bench',
    beatMs: 1_000,
    now: () => Date.now() as EpochMs,
    listener: {
      terminalUp: terminal => {
        at = terminal
        isLinked()
      },
      terminalDown: (_, reason) => process.stderr.write(`The Expert Advisor left: ${reason}\n`),
      faulted: (_, code, text) => process.stderr.write(`${code}: ${text}\n`),
      frame(terminal, header, body) {
        hear(header, body)
        link?.committed(terminal, header.s ?? '', header.n)
      },
    },
  })
  if (opened.is !== 'open') throw new Error(opened.text)
  link = opened
  const fire = (order: BodyOf<'fire'>) =>
    new Promise<BodyOf<'verdict'>>(resolve => {
      verdicts.set(order.id, resolve)
      if (at) opened.send(at, 'fire', encodeBody('fire', order))
    })
  return { link: opened, linked, ticks, beats, fire }
}

/**
 * An engine worker that speaks contracts/engine-port and decides nothing. `behave.json` in its data folder says how it
 * starts; what it hears it says back as log lines; some commands make it misbehave.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { EngineConfig, FromEngine, ToEngine } from '../../contracts/engine-port.ts'
import { unreachable } from '../../contracts/primitives.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { WarRoomView } from '../../contracts/views.ts'

export type Behaviour = Readonly<{
  dieAtStart?: boolean
  /** Said in place of `ready`. */
  failed?: Readonly<{ code: string; text: string }>
  ignoreStop?: boolean
  /** What hangs is a call to the system that takes so many seconds, and cannot be cut short. */
  hangsInSystemS?: number
}>

const host = parentPort
if (!host) throw new Error('scripted-engine runs as a worker thread')
const { dataFolder, settings } = workerData as EngineConfig
const file = path.join(dataFolder, 'behave.json')
const behave = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Behaviour
const post = (message: FromEngine): void => host.postMessage(message)
const say = (text: string, data: Record<string, unknown>) => post({ kind: 'log', level: 'info', text, data })
const told = [{ seq: 1, event: { kind: 'paused', origin: 'cli' } } as StoredEvent]
const NO_COMPUTER = { metaTrader: 'unknown', code: 'WELL', problem: null, nextStep: null } as const
let rev = 0

if (behave.hangsInSystemS !== undefined) appendFileSync(path.join(dataFolder, 'lives'), 'began\n')
if (behave.dieAtStart) throw new Error('died at its start')
if (behave.failed) post({ kind: 'failed', ...behave.failed })
else post({ kind: 'ready', events: 0, headHash: '0'.repeat(64) })
say('settings', { riskPct: settings.riskPct })
host.on('message', hear)

function hear(message: ToEngine): void {
  switch (message.kind) {
    case 'ping':
      return post({ kind: 'pong', n: message.n })
    case 'stop':
      return behave.ignoreStop ? undefined : post({ kind: 'stopped' })
    case 'snapshot':
      return post({
        kind: 'snapshot',
        ask: message.ask,
        view: { rev, prices: {}, regimes: {} } as WarRoomView,
      })
    case 'links':
      return post({ kind: 'links', ask: message.ask, links: { terminals: [], computer: NO_COMPUTER } })
    case 'calendars':
      return say('calendars', {
        events: message.calendars.flatMap(({ events }) => events.map(({ name }) => name)),
      })
    case 'computer':
      return say('computer', { ...message.facts })
    case 'show':
      return say('show', { terminal: message.terminal })
    case 'watch':
      return say('watch', { on: message.on })
    case 'terminalUp':
      return say('terminalUp', { session: message.session })
    case 'terminalDown':
      return say('terminalDown', { reason: message.reason })
    case 'linkFaulted':
      return say('linkFaulted', { code: message.code })
    case 'frame':
      return hearFrame(message)
    case 'command':
      return obey(message)
    default:
      return unreachable(message)
  }
}

/** Commits everything but a `deal`; `note` makes a patch, `synced` comes back as a `flatten`, `positions` as too much. */
function hearFrame({ terminal, header, body }: Extract<ToEngine, { kind: 'frame' }>): void {
  say('frame', { type: header.t, bytes: body.length })
  if (header.t === 'note') post({ kind: 'patch', patch: { rev: (rev += 1) } })
  if (header.t === 'synced') post({ kind: 'send', terminal, type: 'flatten', body })
  if (header.t === 'positions')
    post({ kind: 'send', terminal, type: 'history', body: new Uint8Array(300_000) })
  if (header.t !== 'deal') post({ kind: 'committed', terminal, session: header.s ?? '', n: header.n })
}

function obey({ command }: Extract<ToEngine, { kind: 'command' }>): void {
  switch (command.kind) {
    case 'closePosition':
    case 'flattenAll':
      throw new Error(`died of ${command.kind}`)
    case 'setSelector':
      return hang()
    case 'pause':
      say('pause', { origin: command.origin })
      post({ kind: 'told', events: told })
      return post({ kind: 'answer', id: command.id, answer: { is: 'done', text: 'paused' } })
    case 'resume':
    case 'fireMission':
    case 'placeMission':
    case 'cancelOrder':
    case 'settleOrder':
    case 'testFire':
    case 'declineMission':
    case 'modifyPosition':
    case 'cancelAll':
    case 'giveConsent':
    case 'writeJournal':
    case 'debriefTrade':
    case 'answerLesson':
    case 'squad':
    case 'telegram':
      return
    case 'setSettings':
      return post({ kind: 'answer', id: command.id, answer: { is: 'done', text: 'followed' } })
    default:
      return unreachable(command)
  }
}

function hang(): void {
  if (behave.hangsInSystemS !== undefined)
    spawnSync('sh', ['-c', `sleep ${behave.hangsInSystemS}; echo ended >> lives`], { cwd: dataFolder })
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { SimulatorState } from '../contracts/simulator-state.ts'
import { FromSimulator, SimulatorStart, type ToSimulator } from '../contracts/simulator.ts'
import { AppSide } from '../testkit/app-side.ts'
import { bundleProgram } from '../testkit/bundle-program.ts'
import { fireOf, idOf, syncOf } from '../testkit/sim-broker.ts'
import { formatPairingKey, newPairingKey } from '../wire/index.ts'

const KEY = newPairingKey()
const START = Date.UTC(2024, 4, 8, 12)
const MINUTE = 60_000
let program = ''
beforeAll(async () => {
  program = await bundleProgram('engine/terminal-sim/terminal-sim.process.ts')
})

const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close()
})

class Child {
  readonly told: FromSimulator[] = []
  readonly exit: Promise<number | null>
  readonly #process: ChildProcess
  stderr = ''

  constructor() {
    this.#process = fork(program, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.#process.on('message', message => this.told.push(FromSimulator.parse(message)))
    this.#process.stderr?.on('data', data => (this.stderr += String(data)))
    this.exit = new Promise(resolve => this.#process.on('exit', code => resolve(code)))
    toClose.push(() => this.kill())
  }

  send(message: ToSimulator | object): void {
    this.#process.send(message)
  }

  /** As a power cut does it. */
  kill(): void {
    this.#process.kill('SIGKILL')
  }

  leave(): void {
    this.#process.disconnect()
  }
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'terminal-sim-'))
  toClose.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function openApp(port = 0): Promise<AppSide> {
  const app = await AppSide.open({ pairingKey: KEY, port })
  toClose.push(() => app.close())
  return app
}

const startFor = (app: AppSide, stateFile: string | null, seed = 5): SimulatorStart =>
  SimulatorStart.parse({
    endpoint: app.endpoint,
    pairingKey: formatPairingKey(KEY),
    uuid: 'training-ground',
    source: { kind: 'generator', seed, startMs: START, pairs: ['EURUSD'] },
    speed: 20,
    stateFile,
  })

const pricesIn = (app: AppSide) =>
  vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(10), { timeout: 30_000 })

/** Long enough for a word over the channel to have arrived. */
const twoBeats = (app: AppSide) => {
  const before = app.all('beat').length
  return vi.waitFor(() => expect(app.all('beat').length).toBeGreaterThan(before + 1), { timeout: 30_000 })
}

function buyNow(app: AppSide, n: number) {
  const price = app.ticks.at(-1)?.ask ?? 0
  const at = (offset: number) => (price + offset).toFixed(5)
  return fireOf(n, { price: at(0), stop: at(-0.02), target: at(0.02), deviation: 500, maxSpread: 500 })
}

async function firedIn(app: AppSide): Promise<void> {
  await pricesIn(app)
  app.send('fire', buyNow(app, 1))
  await app.first('deal')
}

describe('the process', () => {
  test('starts, trades, stops on a word, and leaves its account on disk', async () => {
    const app = await openApp()
    const stateFile = path.join(folder(), 'account.json')
    const child = new Child()
    child.send({ kind: 'start', start: startFor(app, stateFile) })
    await firedIn(app)
    child.send({ kind: 'stop' })
    expect(await child.exit).toBe(0)
    expect(child.told.map(({ kind }) => kind)).toEqual(['linked', 'unlinked', 'stopped'])
    await vi.waitFor(() => expect(app.lines.at(-1)).toContain('goodbye'), { timeout: 30_000 })
    const state = SimulatorState.parse(JSON.parse(readFileSync(stateFile, 'utf8')))
    expect(state.broker.positions).toHaveLength(1)
    expect(child.stderr).toBe('')
  })

  test('killed in the middle of a trade comes back with it, one position and the same market', async () => {
    const app = await openApp()
    const stateFile = path.join(folder(), 'account.json')
    const first = new Child()
    first.send({ kind: 'start', start: startFor(app, stateFile) })
    app.confirms = false
    await firedIn(app)
    const deal = app.all('deal')[0]?.body
    first.kill()
    await first.exit
    const played = app.ticks.map(({ timeMs, bid }) => ({ timeMs, bid }))
    app.forget()

    const second = new Child()
    second.send({ kind: 'start', start: startFor(app, stateFile) })
    const again = await app.first('deal')
    expect([again.body, again.header.pd]).toEqual([deal, 1])
    expect((await app.first('positions')).body.positions).toMatchObject([{ id: idOf(1) }])
    await vi.waitFor(() => expect(app.ticks.length).toBeGreaterThan(0), { timeout: 30_000 })
    // Of the minute that it is in everything is told again.
    const overlap = app.ticks.filter(({ timeMs }) => timeMs <= (played.at(-1)?.timeMs ?? 0))
    for (const { timeMs, bid } of overlap) expect(played).toContainEqual({ timeMs, bid })
  })

  test('killed goes on behind what was seen of it, and one that was stopped where it stood', async () => {
    const app = await openApp()
    const stateFile = path.join(folder(), 'account.json')
    const first = new Child()
    first.send({ kind: 'start', start: startFor(app, stateFile) })
    await app.first('beat', ({ marketMs }) => marketMs > START + 30_000)
    first.kill()
    await first.exit
    const seenMs = Math.max(
      ...app.all('beat').map(({ body }) => body.marketMs),
      app.ticks.at(-1)?.timeMs ?? 0,
    )
    app.forget()

    const second = new Child()
    second.send({ kind: 'start', start: startFor(app, stateFile) })
    const { body } = await app.first('beat')
    expect(body.marketMs).toBeGreaterThanOrEqual(seenMs)
    expect(body.marketMs).toBeLessThan(seenMs + 3 * MINUTE)
    second.send({ kind: 'stop' })
    await second.exit
    const { broker, unwrittenMs } = SimulatorState.parse(JSON.parse(readFileSync(stateFile, 'utf8')))
    expect(unwrittenMs).toBe(0)
    app.forget()

    const third = new Child()
    third.send({ kind: 'start', start: { ...startFor(app, stateFile), paused: true } })
    expect((await app.first('beat')).body.marketMs).toBe(broker.marketMs)
  })

  test('killed fills what its market has reached meanwhile, and tells it', async () => {
    const app = await openApp()
    const stateFile = path.join(folder(), 'account.json')
    const first = new Child()
    first.send({ kind: 'start', start: startFor(app, stateFile) })
    await firedIn(app)
    first.kill()
    await first.exit
    const kept = SimulatorState.parse(JSON.parse(readFileSync(stateFile, 'utf8')))
    const [position] = kept.broker.positions
    if (!position) throw new Error('it kept no position')
    // A target at its own opening price or worse is reached by the first quotes that follow.
    const near = { ...position, target: Math.round(position.open) - 400 }
    writeFileSync(stateFile, JSON.stringify({ ...kept, broker: { ...kept.broker, positions: [near] } }))
    app.forget()

    const second = new Child()
    second.send({ kind: 'start', start: startFor(app, stateFile) })
    await vi.waitFor(() => expect(app.all('deal').length).toBeGreaterThan(1), { timeout: 30_000 })
    expect((await app.first('positions')).body.positions).toEqual([])
  })

  test.each([
    ['dieBeforeOrder', 'buried', 0],
    ['dieAfterOrder', 'accepted', 1],
  ] as const)('that must %s answers %s afterwards', async (fault, is, positions) => {
    const app = await openApp()
    const stateFile = path.join(folder(), 'account.json')
    const first = new Child()
    first.send({ kind: 'start', start: startFor(app, stateFile) })
    await pricesIn(app)
    // An earlier word on disk, so that there is something to come back to.
    app.send('flatten', { id: idOf(2), magic: 777_001 })
    await app.first('verdict')
    first.send({ kind: 'fault', fault })
    await twoBeats(app)
    app.send('fire', buyNow(app, 1))
    expect(await first.exit).toBeNull()
    expect(app.all('verdict').map(({ body }) => body.id)).toEqual([idOf(2)])

    const second = new Child()
    second.send({ kind: 'start', start: startFor(app, stateFile) })
    await vi.waitFor(() => expect(app.lines.filter(line => line === 'up')).toHaveLength(2), {
      timeout: 30_000,
    })
    app.send('sync', syncOf(9, [idOf(1)], 0))
    await app.first('synced')
    expect(app.all('verdict').at(-1)?.body).toMatchObject({ id: idOf(1), is })
    expect(app.all('positions').at(-1)?.body.positions).toHaveLength(positions)
    app.send('fire', buyNow(app, 1))
    await vi.waitFor(
      () => expect(app.all('verdict').at(-1)?.header.n).toBeGreaterThan(app.all('synced')[0]?.header.n ?? 0),
      {
        timeout: 30_000,
      },
    )
    expect(app.all('verdict').at(-1)?.body.is).toBe(is)
  })

  test('that loses a verdict tells it in the next session', async () => {
    const app = await openApp()
    const child = new Child()
    child.send({ kind: 'start', start: startFor(app, null) })
    await pricesIn(app)
    child.send({ kind: 'fault', fault: 'dropVerdict' })
    await twoBeats(app)
    app.send('fire', buyNow(app, 1))
    await app.first('deal')
    expect(app.all('verdict')).toEqual([])
    await app.close()
    const again = await openApp(app.port)
    expect(await again.first('verdict')).toMatchObject({
      header: { pd: 1 },
      body: { id: idOf(1), is: 'accepted' },
    })
  })

  test('ends by itself when its parent lets go of it', async () => {
    const app = await openApp()
    const stateFile = path.join(folder(), 'account.json')
    const child = new Child()
    child.send({ kind: 'start', start: startFor(app, stateFile) })
    await app.first('beat')
    child.leave()
    expect(await child.exit).toBe(0)
    expect(existsSync(stateFile)).toBe(true)
  })

  test('is steered over its channel', async () => {
    const app = await openApp()
    const child = new Child()
    child.send({ kind: 'start', start: startFor(app, null) })
    await app.first('beat')
    child.send({ kind: 'control', control: { kind: 'pause' } })
    await app.first('beat', ({ simulation }) => simulation?.paused === true)
  })
})

describe('what cannot start', () => {
  const refusals: [string, (file: string) => void, RegExp][] = [
    [
      'an account file that is no JSON',
      file => writeFileSync(file, '{"version":1'),
      /account\.json is damaged: move/,
    ],
    [
      'an account file of another shape',
      file => writeFileSync(file, '{"version":2}'),
      /account\.json does not read/,
    ],
  ]
  test.each(refusals)('%s is said in one sentence, and left as it is', async (_, write, sentence) => {
    const app = await openApp()
    const stateFile = path.join(folder(), 'account.json')
    write(stateFile)
    const before = readFileSync(stateFile, 'utf8')
    const child = new Child()
    child.send({ kind: 'start', start: startFor(app, stateFile) })
    expect(await child.exit).toBe(1)
    expect(child.told).toMatchObject([
      { kind: 'failed', code: 'STATE', text: expect.stringMatching(sentence) as string },
    ])
    expect(child.stderr).toBe('')
    expect(readFileSync(stateFile, 'utf8')).toBe(before)
  })

  test('an account of another market is not taken for this one', async () => {
    const app = await openApp()
    const stateFile = path.join(folder(), 'account.json')
    const first = new Child()
    first.send({ kind: 'start', start: startFor(app, stateFile) })
    await app.first('beat')
    first.send({ kind: 'stop' })
    await first.exit
    const second = new Child()
    second.send({ kind: 'start', start: startFor(app, stateFile, 6) })
    expect(await second.exit).toBe(1)
    expect(second.told).toMatchObject([{ text: expect.stringContaining('on another market') as string }])
  })

  test('files that are not there, a key that is none, and words that make no sense are refused', async () => {
    const app = await openApp()
    const wishes: [object, string][] = [
      [
        {
          kind: 'start',
          start: { ...startFor(app, null), source: { kind: 'files', files: ['/nowhere/ticks.csv'] } },
        },
        'DATA',
      ],
      [{ kind: 'start', start: { ...startFor(app, null), pairingKey: 'ABC' } }, 'KEY'],
      [{ kind: 'start', start: { ...startFor(app, null), endpoint: 'tcp://127.0.0.1:70000' } }, 'ENDPOINT'],
      [{ kind: 'start', start: { ...startFor(app, null), speed: -1 } }, 'MESSAGE'],
      [{ kind: 'dance' }, 'MESSAGE'],
    ]
    for (const [wish, code] of wishes) {
      const child = new Child()
      child.send(wish)
      expect([await child.exit, child.told.map(told => 'code' in told && told.code)]).toEqual([1, [code]])
      expect(child.stderr).toBe('')
    }
  })
})

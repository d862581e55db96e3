import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EpochMs, type Ulid } from '../../contracts/primitives.ts'
import { aUlid } from '../../testkit/events.ts'
import { aFire, idIn, KEY, optionsFor } from '../../testkit/file-drop-bench.ts'
import { FileTerminal } from '../../testkit/file-terminal.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { decodeBody, encodeBody } from '../../wire/index.ts'
import { FileDrop } from './file-drop.ts'

/** What may happen to a folder, in any order. */
const STEPS = ['fire', 'take', 'tear', 'mend', 'status', 'look', 'store', 'renew', 'crash', 'wait'] as const
type Step = (typeof STEPS)[number]

/** One folder through a storm. What the engine has on disk outlives the app; what the terminal wrote outlives both. */
class Storm {
  readonly #folder = path.join(temporaryFolder(), 'drop')
  #aheadMs = 0
  readonly #now = () => EpochMs.parse(Date.now() + this.#aheadMs)
  readonly #terminal = new FileTerminal(this.#folder, KEY, this.#now)
  #fired = 0
  #torn: Readonly<{ file: string; whole: Uint8Array }> | null = null
  /** Told and not stored yet, in order. */
  #told: { id: Ulid; session: string; n: number }[] = []
  readonly executed: string[] = []
  readonly answered = new Set<Ulid>()
  readonly stored = new Set<Ulid>()
  #drop = this.#start()

  #start(): FileDrop {
    this.#told = []
    const { listener, ...options } = optionsFor(this.#folder)
    return new FileDrop({
      ...options,
      now: this.#now,
      listener: {
        ...listener,
        frame: (_, header, body) => {
          const read = header.t === 'verdict' ? decodeBody('verdict', body) : null
          if (read?.is === 'body') this.#told.push({ id: read.body.id, session: header.s ?? '', n: header.n })
        },
        terminalDown: () => (this.#told = []),
      },
    })
  }

  do(step: Step): void {
    if (step === 'fire') this.#fire()
    if (step === 'take') this.#take()
    if (step === 'tear') this.#tear()
    if (step === 'mend') this.#mend()
    if (step === 'status') this.#terminal.status()
    if (step === 'look') this.#drop.poll()
    if (step === 'store') this.#store()
    if (step === 'renew') this.#drop.end('a storm')
    if (step === 'crash') this.#drop = this.#start()
    if (step === 'wait') this.#aheadMs += 700
    for (const id of this.answered) {
      const lies = existsSync(this.#fileOf(id)) || this.#torn !== null
      expect(lies || this.stored.has(id), `${id} is neither in the folder nor stored`).toBe(true)
    }
  }

  #fire(): void {
    const id = aUlid((this.#fired += 1))
    this.#drop.send('fire', encodeBody('fire', { ...aFire(id), ttlMs: 60_000 }))
  }

  /** The terminal carries a command out and answers it. */
  #take(): void {
    const id = idIn(this.#terminal.take())
    if (id === null) return
    this.executed.push(id)
    this.answered.add(id)
    this.#terminal.verdict(id)
  }

  /** Half of a result is seen: the other half is on its way. */
  #tear(): void {
    const file = [...this.answered].map(id => this.#fileOf(id)).find(name => existsSync(name))
    if (file === undefined || this.#torn) return
    const whole = readFileSync(file)
    this.#torn = { file, whole }
    writeFileSync(file, whole.subarray(0, whole.length / 2))
  }

  #mend(): void {
    if (!this.#torn) return
    writeFileSync(this.#torn.file, this.#torn.whole)
    this.#torn = null
  }

  /** The engine has the first so many on disk. */
  #store(): void {
    const next = this.#told.shift()
    if (!next) return
    this.stored.add(next.id)
    this.#drop.committed(next.session, next.n)
  }

  /** Fair weather until nothing is left to do. */
  calm(): void {
    this.#mend()
    for (let turn = 0; turn < 200 && this.stored.size < this.answered.size; turn += 1) {
      this.#aheadMs += 300
      this.#terminal.status()
      this.#drop.poll()
      this.#store()
    }
    this.#drop.close()
  }

  #fileOf(id: Ulid): string {
    return path.join(this.#folder, `trade_result_${id}.txt`)
  }
}

/** The ordinary more often than the rest, so that storms get somewhere before they break. */
const anyStep = fc.constantFrom<Step[]>(...STEPS, 'status', 'look', 'look', 'fire', 'take')

it('whatever happens to app and folder, no result is lost and no command is carried out twice', () => {
  let carriedOut = 0
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 40, maxLength: 100, size: 'max' }), steps => {
      const storm = new Storm()
      for (const step of ['status', 'look', ...steps] as const) storm.do(step)
      storm.calm()
      carriedOut += storm.executed.length
      expect(new Set(storm.executed).size).toBe(storm.executed.length)
      expect([...storm.stored].toSorted()).toEqual([...storm.answered].toSorted())
    }),
    { numRuns: 100 },
  )
  expect(carriedOut).toBeGreaterThan(100)
}, 120_000)

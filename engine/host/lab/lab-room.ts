/**
 * Where the lab of the desk runs: a process of its own for one run, told once what to do and ended afterwards. It shares
 * nothing with the desk but the data folder, and nothing that happens to it holds the desk up.
 */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { FromLabDesk, type LabEnd, type LabOrder, type LabPlan, type LabView, type LabWish } from '../../contracts/lab-desk.ts' // prettier-ignore
import type { NoticeView } from '../../contracts/views.ts'
import type { Done } from '../../contracts/window-bridge.ts'
import type { Log } from '../../ports/log.ts'
import type { ChildLink, ProcessSpawner } from '../../ports/process-spawner.ts'
import { Listeners } from '../listeners.ts'
import { removeRun, removeRuns } from './lab-data.ts'
import { Paced } from './paced.ts'

/** The built programs: the process, and the threads that it works with. */
export type LabPrograms = Readonly<{ desk: string; worker: string }>

export type LabRoomOptions = Readonly<{
  /** Null: this desk has no lab. */
  programs: LabPrograms | null
  order: Omit<LabOrder, 'plan' | 'worker' | 'scratch'>
  spawner: ProcessSpawner
  log: Log
  notice(level: NoticeView['level'], text: string): void
  now(): number
}>

/** In the data folder: the minutes that a run is made on. */
const SCRATCH = 'lab-data'
/** A window is told four times a second at the most. */
const TOLD_EVERY_MS = 250
/** Notes of a run that are kept; the report has them all. */
const MOST_NOTES = 30

export class LabRoom {
  readonly #options: LabRoomOptions
  readonly #views = new Listeners<LabView>()
  readonly #paced = new Paced(TOLD_EVERY_MS, () => this.#views.tell(this.#view))
  #view: LabView = { running: null, last: null }
  #child: ChildLink | null = null
  readonly #folder: string
  #removed: Promise<unknown>

  constructor(options: LabRoomOptions) {
    this.#options = options
    this.#folder = path.join(options.order.dataFolder, SCRATCH)
    this.#removed = removeRuns(this.#folder)
  }

  get view(): LabView {
    return this.#view
  }

  /** Returns its own removal. */
  onView(take: (view: LabView) => void): () => void {
    return this.#views.add(take)
  }

  wish(wish: LabWish): Done {
    return wish.kind === 'start' ? this.#start(wish.plan) : this.#cancel()
  }

  stop(): void {
    this.#cancel()
    this.#paced.stop()
  }

  /** The processes of all runs are gone and their files are removed, or so much time has passed. */
  async cleared(withinMs: number): Promise<void> {
    const waiting = new AbortController()
    const late = sleep(withinMs, undefined, { signal: waiting.signal }).catch(() => undefined)
    await Promise.race([this.#removed, late])
    waiting.abort()
  }

  #start(plan: LabPlan): Done {
    const { programs, order, spawner, now } = this.#options
    if (programs === null) return { is: 'failed', code: 'NO_LAB', text: 'There is no lab in this run.' }
    if (this.#view.running !== null)
      return { is: 'failed', code: 'LAB_BUSY', text: 'The lab is at work: wait for its end, or cancel it.' }
    this.#view = { ...this.#view, running: { plan, startedMs: now(), stage: null, notes: [] } }
    const scratch = path.join(this.#folder, String(now()))
    let gone = (): void => undefined
    const exited = new Promise<void>(resolve => (gone = resolve))
    const child = spawner.spawn(programs.desk, {
      message: message => this.#child === child && this.#hear(message),
      exited: (code, lastWords) => {
        gone()
        if (this.#child === child) this.#lost(code, lastWords)
      },
    })
    this.#child = child
    this.#removed = Promise.all([this.#removed, exited.then(() => removeRun(scratch))])
    child.send({ plan, worker: programs.worker, scratch, ...order } satisfies LabOrder)
    this.#paced.tell()
    return { is: 'done' }
  }

  #cancel(): Done {
    if (this.#view.running === null)
      return { is: 'failed', code: 'LAB_IDLE', text: 'The lab is not at work.' }
    this.#ended({ is: 'cancelled' })
    return { is: 'done' }
  }

  #hear(message: unknown): void {
    const read = FromLabDesk.safeParse(message)
    const { running } = this.#view
    if (!read.success) return this.#options.log.write('warn', 'the lab said something unknown', { message })
    if (running === null) return
    const told = read.data
    switch (told.kind) {
      case 'stage':
        return this.#runs({ ...running, stage: { name: told.name, done: told.done, of: told.of } })
      case 'note':
        return this.#runs({ ...running, notes: [...running.notes, told.text].slice(-MOST_NOTES) })
      case 'done':
        return this.#ended({ is: 'done', run: told.run })
      case 'failed':
        return this.#ended({ is: 'failed', code: told.code, text: told.text })
    }
  }

  #runs(running: NonNullable<LabView['running']>): void {
    this.#view = { ...this.#view, running }
    this.#paced.tell()
  }

  #lost(code: number | null, lastWords = ''): void {
    this.#options.log.write('error', 'the lab is gone', { code, lastWords })
    const why = code === null ? 'it was ended from outside' : `it ended with code ${code}`
    const text = `The lab broke down (${why}). Nothing of the desk is lost: run it again.`
    this.#options.notice('warn', text)
    this.#ended({ is: 'failed', code: 'LAB_DOWN', text })
  }

  /** Whatever it was doing: it is needed no more. */
  #ended(end: LabEnd): void {
    const { running } = this.#view
    const child = this.#child
    this.#child = null
    child?.kill()
    if (running === null) return
    const { plan, startedMs, notes } = running
    const last = { plan, startedMs, notes, endedMs: this.#options.now(), end }
    this.#view = { running: null, last }
    this.#paced.tell()
  }
}

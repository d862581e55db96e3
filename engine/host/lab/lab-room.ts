/**
 * Where the lab of the desk runs: a process of its own for one run, told once what to do and ended afterwards. It shares
 * nothing with the desk but the data folder, and nothing that happens to it holds the desk up.
 */
import { rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { FromLabDesk, type LabEnd, type LabOrder, type LabPlan, type LabView, type LabWish } from '../../contracts/lab-desk.ts' // prettier-ignore
import type { NoticeView } from '../../contracts/views.ts'
import type { Done } from '../../contracts/window-bridge.ts'
import type { Log } from '../../ports/log.ts'
import type { ChildLink, ProcessSpawner } from '../../ports/process-spawner.ts'
import { Listeners } from '../listeners.ts'
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
  #scratch: string | null = null

  constructor(options: LabRoomOptions) {
    this.#options = options
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

  #start(plan: LabPlan): Done {
    const { programs, order, spawner, now } = this.#options
    if (programs === null) return { is: 'failed', code: 'NO_LAB', text: 'There is no lab in this run.' }
    if (this.#view.running !== null)
      return { is: 'failed', code: 'LAB_BUSY', text: 'The lab is at work: wait for its end, or cancel it.' }
    this.#view = { ...this.#view, running: { plan, startedMs: now(), stage: null, notes: [] } }
    const child = spawner.spawn(programs.desk, {
      message: message => this.#child === child && this.#hear(message),
      exited: (code, lastWords) => this.#child === child && this.#lost(code, lastWords),
    })
    this.#child = child
    this.#scratch = path.join(order.dataFolder, SCRATCH, String(now()))
    child.send({ plan, worker: programs.worker, scratch: this.#scratch, ...order } satisfies LabOrder)
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
    if (this.#scratch !== null) void removed(this.#scratch)
    this.#scratch = null
    if (running === null) return
    const { plan, startedMs, notes } = running
    const last = { plan, startedMs, notes, endedMs: this.#options.now(), end }
    this.#view = { running: null, last }
    this.#paced.tell()
  }
}

/** What cannot be removed yet, since it is still being let go of, is removed by the next run. */
async function removed(scratch: string): Promise<void> {
  await rm(scratch, { recursive: true, force: true }).catch(() => undefined)
  await rmdir(path.dirname(scratch)).catch(() => undefined)
}

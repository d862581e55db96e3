import { Worker } from 'node:worker_threads'
import { StoreFault } from '../../ports/store-fault.ts'
import type { FromMember, Part, PartName, Parts } from './crew-messages.ts'

type Done = Parts[PartName]['done']
type Wanted = Readonly<{ part: Part; resolve: (done: Done) => void; reject: (cause: Error) => void }>
type Member = { readonly worker: Worker; doing: Wanted | null }

/** Parts that hold years of minutes in memory. A worker that has done one is let go: what it held is free at once. */
const LARGE: ReadonlySet<PartName> = new Set(['pair', 'gather', 'fold', 'random', 'backtest'])

/** What a worker throws away is cleared so often. By itself V8 lets 48 MB of it gather in each, for no speed that could be measured. */
const YOUNG_MB = 6

/** Workers that share the parts of a job: each does one at a time, first asked first done. */
export class WorkerPool {
  readonly #program: string
  readonly #most: number
  readonly #members = new Set<Member>()
  readonly #waiting: Wanted[] = []

  /** `program` serves a crew when it is started with `{ job: 'crew' }`. */
  constructor(program: string, most: number) {
    this.#program = program
    this.#most = most
  }

  async run<Name extends PartName>(name: Name, asked: Parts[Name]['asked']): Promise<Parts[Name]['done']> {
    const done = await new Promise<Done>((resolve, reject) => {
      this.#waiting.push({ part: { part: name, ...asked } as Part, resolve, reject })
      this.#assign()
    })
    return done as Parts[Name]['done']
  }

  async close(): Promise<void> {
    await Promise.all([...this.#members].map(({ worker }) => worker.terminate()))
  }

  #assign(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const idle = [...this.#members].find(({ doing }) => doing === null) ?? this.#hire()
      if (idle === null) return
      this.#waiting.shift()
      idle.doing = next
      idle.worker.postMessage(next.part)
    }
  }

  #hire(): Member | null {
    if (this.#members.size >= this.#most) return null
    const worker = new Worker(this.#program, {
      workerData: { job: 'crew' },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    const member: Member = { worker, doing: null }
    worker.on('message', (message: FromMember) => this.#ended(member, message))
    worker.on('error', error => this.#lost(member, error))
    worker.on('exit', () => this.#lost(member, new Error('a worker of the lab ended without an answer')))
    this.#members.add(member)
    return member
  }

  #ended(member: Member, message: FromMember): void {
    const { doing } = member
    member.doing = null
    if (message.is === 'done') doing?.resolve(message.done)
    else if (message.is === 'failed') doing?.reject(new StoreFault(message.code, message.text))
    else doing?.reject(Object.assign(new Error(message.text), { stack: message.stack }))
    if (doing !== null && LARGE.has(doing.part.part)) {
      this.#members.delete(member)
      void member.worker.terminate()
    }
    this.#assign()
  }

  /** A worker that is gone takes no more parts, and the one that it had is not waited for. */
  #lost(member: Member, cause: Error): void {
    this.#members.delete(member)
    member.doing?.reject(cause)
    member.doing = null
    this.#assign()
  }
}

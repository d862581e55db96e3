import { Worker } from 'node:worker_threads'
import type { FromMember, Part, PartName, Parts } from './crew-messages.ts'

type Done = Parts[PartName]['done']
type Wanted = Readonly<{ part: Part; resolve: (done: Done) => void; reject: (cause: Error) => void }>
type Member = { readonly worker: Worker; doing: Wanted | null }

/** Workers that share the parts of a job: each does one at a time, first asked first done. */
export class WorkerPool {
  readonly #program: string
  readonly #most: number
  readonly #members: Member[] = []
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
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()))
  }

  #assign(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const idle = this.#members.find(({ doing }) => doing === null) ?? this.#hire()
      if (idle === null) return
      this.#waiting.shift()
      idle.doing = next
      idle.worker.postMessage(next.part)
    }
  }

  #hire(): Member | null {
    if (this.#members.length >= this.#most) return null
    const worker = new Worker(this.#program, { workerData: { job: 'crew' } })
    const member: Member = { worker, doing: null }
    worker.on('message', (message: FromMember) => this.#ended(member, message))
    worker.on('error', ({ message, stack }) =>
      this.#ended(member, { is: 'broke', text: message, stack: stack ?? '' }),
    )
    this.#members.push(member)
    return member
  }

  #ended(member: Member, message: FromMember): void {
    const { doing } = member
    member.doing = null
    if (message.is === 'done') doing?.resolve(message.done)
    else doing?.reject(Object.assign(new Error(message.text), { stack: message.stack }))
    this.#assign()
  }
}

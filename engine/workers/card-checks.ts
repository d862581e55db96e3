import { Worker } from 'node:worker_threads'
import { verifySignature } from '../adapters/identity/index.ts'
import type { CardCheck } from '../contracts/card.ts'

/** A card is read in some tenths of a second, on a busy machine in some seconds. In noise the search goes on for as long as it may. */
const LONGEST_MS = 30_000

export type CardCheckJob = Readonly<{ job: 'checkCard'; picture: Uint8Array }>

/** Checks one picture after the other, each in a thread of its own: `program`, started with a `CardCheckJob`. */
export class CardChecks {
  readonly #program: string
  readonly #longestMs: number
  #last: Promise<unknown> = Promise.resolve()

  constructor(program: string, longestMs = LONGEST_MS) {
    this.#program = program
    this.#longestMs = longestMs
  }

  check(picture: Uint8Array): Promise<CardCheck> {
    const check = this.#last.then(() => this.#inThread(picture))
    this.#last = check.catch(() => undefined)
    return check
  }

  /** Rejects only for a bug: what a file holds is never one. */
  #inThread(picture: Uint8Array): Promise<CardCheck> {
    return new Promise((resolve, reject) => {
      const workerData: CardCheckJob = { job: 'checkCard', picture }
      const worker = new Worker(this.#program, { workerData })
      const limit = setTimeout(() => {
        resolve(this.#tookTooLong())
        void worker.terminate()
      }, this.#longestMs)
      // Neither keeps a desk that is stopped.
      worker.unref()
      limit.unref()
      worker.on('message', resolve)
      worker.on('error', reject)
      worker.on('exit', code => {
        clearTimeout(limit)
        reject(new Error(`the check of a card ended with code ${code}`))
      })
    })
  }

  #tookTooLong(): CardCheck {
    const text = `No QR code was found in the picture within ${this.#longestMs / 1_000} seconds: ask for the card itself, not cut and at least half its size.`
    return { is: 'refused', code: 'NO_CODE', text }
  }
}

/** What such a thread does. What reads pictures is loaded in there. */
export async function checkNow({ picture }: CardCheckJob): Promise<CardCheck> {
  return (await import('../adapters/pictures/index.ts')).checkCard(picture, verifySignature)
}

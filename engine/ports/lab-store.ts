/** What is asked of the lab. The same question has the same answer, byte for byte. */
export type LabQuestion = Readonly<{
  kind: 'backtest' | 'walkforward' | 'train'
  /** Version of the engine with the mark of its build. */
  engine: string
  /** Of all the data's bars and files, lower-case hexadecimal. */
  dataHash: string
  seed: number
  /** Everything else that makes a difference, as canonical JSON. */
  settings: string
}>

/** One that was answered, and what was answered. */
export type LabAnswer = Readonly<{
  trial: number
  seed: number
  kind: LabQuestion['kind']
  engine: string
  dataHash: string
  settings: string
  answeredMs: number
}>

/** Reads what was answered, beside whoever writes. Throws `StoreFault`. */
export interface LabReader {
  /** At most `most`, newest first. */
  answers(most: number): readonly LabAnswer[]
  count(): number
  /** Null: there is no such answer. */
  body(trial: number, seed: number): string | null
  close(): void
}

/**
 * lab.db: what the lab has found, and how often it has looked. Pieces of unfinished work are kept too, so that a run
 * that was stopped goes on where it was. Everything in it can be made again. Throws `StoreFault`.
 */
export interface LabStore {
  /**
   * Takes a question down. `number`: how many different ones had been put to this lab when it first came, itself included;
   * `atMs`: when that was. Asked again, or with another seed, it keeps both: looking twice at one answer is no second try.
   * Other data is one: choosing among data is choosing too.
   */
  ask(question: LabQuestion, nowMs: number): Readonly<{ number: number; atMs: number }>
  answer(question: LabQuestion): string | null
  keepAnswer(question: LabQuestion, answer: string, atMs: number): void
  /** Finished part of a run, by a key that holds all it depends on. */
  piece(key: string): Uint8Array | null
  keepPiece(key: string, bytes: Uint8Array, atMs: number): void
  /** Forgets all but the newest `keep` pieces, and tells the keys of those. */
  prunePieces(keep: number): ReadonlySet<string>
  close(): void
}

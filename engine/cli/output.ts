import type { CliContext, TextOutput } from './context.ts'
import type { Failure } from './outcome.ts'

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Words of a note, a call-sign or a file's name never steer the terminal that shows them. */
const harmless = (text: string): string => text.replace(CONTROL, '')

/** What a command says: text for a person, or with `--json` documents for a program, one a line. Never both. */
export class Output {
  readonly json: boolean
  readonly #stdout: TextOutput
  readonly #stderr: TextOutput

  constructor({ stdout, stderr }: Pick<CliContext, 'stdout' | 'stderr'>, json: boolean) {
    this.json = json
    this.#stdout = stdout
    this.#stderr = stderr
  }

  line(text: string): void {
    if (!this.json) this.#stdout.write(`${harmless(text)}\n`)
  }

  document(value: unknown): void {
    if (this.json) this.#stdout.write(`${JSON.stringify(value)}\n`)
  }

  /** Beside the answer: for a person only. */
  warn(text: string): void {
    if (!this.json) this.#stderr.write(`${harmless(text)}\n`)
  }

  /** A line that the next one overwrites; only where somebody looks. */
  progress(text: string): void {
    if (!this.json && this.#stderr.isTTY === true) this.#stderr.write(`\r\u001b[K${harmless(text)}`)
  }

  fail({ code, text }: Failure): void {
    this.document({ error: { code, text } })
    this.warn(`bitten: ${text}`)
  }
}

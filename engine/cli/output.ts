import type { CliContext, TextOutput } from './context.ts'
import type { Failure } from './outcome.ts'

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
    if (!this.json) this.#stdout.write(`${text}\n`)
  }

  document(value: unknown): void {
    if (this.json) this.#stdout.write(`${JSON.stringify(value)}\n`)
  }

  /** Beside the answer: for a person only. */
  warn(text: string): void {
    if (!this.json) this.#stderr.write(`${text}\n`)
  }

  /** A line that the next one overwrites; only where somebody looks. */
  progress(text: string): void {
    if (!this.json && this.#stderr.isTTY === true) this.#stderr.write(`\r\u001b[K${text}`)
  }

  fail({ code, text }: Failure): void {
    this.document({ error: { code, text } })
    this.warn(`bitten: ${text}`)
  }
}

import type { SourcePosition } from '../ast.ts'
import { narrowLiteral } from './words.ts'

const INDENT = '  '
/** Up to here blank lines lead to the next line of the source; beyond it a #line does. */
const NEAR_LINES = 3

/**
 * Collects the lines of the C++ text. A compiler, a debugger and a coverage report name the line of the
 * MQL5 source, or of the generated file where nothing of the source stands.
 */
export class Writer {
  readonly #file: string
  readonly #lines: string[] = []
  #depth = 0
  /** What C++ takes the next line to be. */
  #next: { file: string; line: number }

  constructor(file: string) {
    this.#file = file
    this.#next = { file, line: 1 }
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`
  }

  /** A line that stands for a place in the source; null for one the translator adds. */
  line(at: SourcePosition | null, text: string): void {
    if (at !== null && at.file === this.#next.file && at.line === this.#next.line - 1)
      return this.follow(text)
    if (at === null) this.#turnToGenerated()
    else this.#turnTo(at)
    this.#push(text === '' ? '' : INDENT.repeat(this.#depth) + text)
  }

  /** Lines one step further in. */
  indented(body: () => void): void {
    this.#depth++
    body()
    this.#depth--
  }

  /** Goes on in the last line. */
  follow(text: string): void {
    const last = this.#lines.pop() ?? ''
    this.#lines.push(last === '' ? text : `${last} ${text}`)
  }

  #turnToGenerated(): void {
    if (this.#next.file === this.#file) return
    // The directive is a line itself, and names the one behind it.
    this.#direct(this.#file, this.#lines.length + 2)
  }

  #turnTo({ file, line }: SourcePosition): void {
    const gap = line - this.#next.line
    if (this.#next.file !== file || gap < 0 || gap > NEAR_LINES) this.#direct(file, line)
    else for (let i = 0; i < gap; i++) this.#push('')
  }

  #direct(file: string, line: number): void {
    this.#lines.push(`#line ${line} ${narrowLiteral(file)}`)
    this.#next = { file, line }
  }

  #push(text: string): void {
    this.#lines.push(text)
    this.#next = { file: this.#next.file, line: this.#next.line + 1 }
  }
}

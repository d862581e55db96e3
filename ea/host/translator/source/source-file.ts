import type { SourcePosition } from '../ast.ts'

/** A text with a name, and the way from an offset to a line and a column. */
export class SourceFile {
  readonly path: string
  readonly text: string
  readonly #lineStarts: readonly number[]

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
    this.#lineStarts = [0, ...[...text.matchAll(/\n/g)].map(match => match.index + 1)]
  }

  positionOf(offset: number): SourcePosition {
    let low = 0
    let high = this.#lineStarts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { file: this.path, line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 }
  }
}

/** Numbers that are only ever added at the end, kept close together. */
export class Column {
  #values = new Float64Array(64)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Float64Array(2 * this.#length)
      wider.set(this.#values)
      this.#values = wider
    }
    this.#values[this.#length++] = value
  }

  set(row: number, value: number): void {
    this.#values[row] = value
  }

  add(row: number, value: number): void {
    this.#values[row] = (this.#values[row] as number) + value
  }

  /** As they are now: of no use after the next `push`. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#length)
  }

  /** Of some rows, in their order. */
  of(rows: Int32Array): Float64Array {
    const values = this.#values
    const chosen = new Float64Array(rows.length)
    for (let k = 0; k < rows.length; k++) chosen[k] = values[rows[k] as number] as number
    return chosen
  }
}

/** Words that come again and again, each kept once: a row holds the number of its word. */
export class WordColumn {
  readonly #numbers = new Column()
  readonly #known = new Map<string, number>()
  /** In the order in which they came first. */
  readonly words: string[] = []

  push(word: string): void {
    let number = this.#known.get(word)
    if (number === undefined) {
      number = this.words.push(word) - 1
      this.#known.set(word, number)
    }
    this.#numbers.push(number)
  }

  /** Numbers of the words, row by row. */
  get numbers(): Float64Array {
    return this.#numbers.values
  }

  at(row: number): string {
    return this.words[this.numbers[row] as number] as string
  }
}

import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import type { FeatureRows } from '../../domain/venom/confidence/feature-rows.ts'
import type { FeatureSink } from '../../ports/feature-sink.ts'
import { onDisk, partOf, type KeptFile } from './kept-file.ts'

/** Rows that are read at once. Two such pieces of a file are held: what ends now was entered a little earlier. */
const PIECE_ROWS = 1_024
/** Rows that are written at once. */
const WRITTEN_ROWS = 1_024

const KINDS = { float64: Float64Array, float32: Float32Array } as const

/** Where rows of features lie. */
export type FeatureFile = KeptFile & Readonly<{ kind: keyof typeof KINDS; stride: number; rows: number }>

/** Writes rows to a file of its own as they come; the file has its name when it is whole. Throws `StoreFault`. */
export class FileSink implements FeatureSink {
  readonly #told: Pick<FeatureFile, 'file' | 'kind' | 'stride'>
  readonly #handle: number
  readonly #hash: Hash = createHash('sha256')
  readonly #waiting: Float64Array | Float32Array
  #rows = 0

  constructor(told: Pick<FeatureFile, 'file' | 'kind' | 'stride'>) {
    this.#told = told
    this.#handle = onDisk(told.file, () => openSync(partOf(told.file), 'w', 0o600))
    this.#waiting = new KINDS[told.kind](WRITTEN_ROWS * told.stride)
  }

  add(row: Float64Array | Float32Array): void {
    this.#waiting.set(row, (this.#rows % WRITTEN_ROWS) * this.#told.stride)
    this.#rows++
    if (this.#rows % WRITTEN_ROWS === 0) this.#write(WRITTEN_ROWS)
  }

  end(): FileRows {
    this.#write(this.#rows % WRITTEN_ROWS)
    const { file } = this.#told
    onDisk(file, () => {
      closeSync(this.#handle)
      renameSync(partOf(file), file)
    })
    return new FileRows({ ...this.#told, rows: this.#rows, sha256: this.#hash.digest('hex') })
  }

  #write(rows: number): void {
    const { buffer, BYTES_PER_ELEMENT } = this.#waiting
    const bytes = new Uint8Array(buffer, 0, rows * this.#told.stride * BYTES_PER_ELEMENT)
    this.#hash.update(bytes)
    onDisk(this.#told.file, () => {
      for (let from = 0; from < bytes.length;) from += writeSync(this.#handle, bytes, from)
    })
  }
}

type Piece = { first: number; readonly values: Float64Array | Float32Array }

/** Rows of a file, a piece at a time: what is in memory does not grow with them. The file is closed with its worker. */
export class FileRows implements FeatureRows {
  readonly told: FeatureFile
  readonly stride: number
  values: Float64Array | Float32Array
  #handle: number | null = null
  #now: Piece
  #before: Piece

  constructor(told: FeatureFile) {
    this.told = told
    this.stride = told.stride
    this.#now = emptyPiece(told)
    this.#before = emptyPiece(told)
    this.values = this.#now.values
  }

  begin(row: number): number {
    if (!isIn(this.#now, row)) this.#turn(row)
    return (row - this.#now.first) * this.stride
  }

  #turn(row: number): void {
    const { file, rows } = this.told
    if (!(row >= 0 && row < rows))
      throw new RangeError(`${file} has ${rows} rows and was asked for row ${row}`)
    const next = this.#before
    this.#before = this.#now
    this.#now = next
    this.values = next.values
    if (!isIn(next, row)) this.#read(row - (row % PIECE_ROWS), next)
  }

  #read(first: number, into: Piece): void {
    const { file, rows, stride } = this.told
    this.#handle ??= openSync(file, 'r')
    const { BYTES_PER_ELEMENT } = into.values
    const wanted = Math.min(PIECE_ROWS, rows - first) * stride * BYTES_PER_ELEMENT
    const bytes = new Uint8Array(into.values.buffer, 0, wanted)
    const place = first * stride * BYTES_PER_ELEMENT
    for (let from = 0; from < wanted;) {
      const got = readSync(this.#handle, bytes, from, wanted - from, place + from)
      if (got === 0) throw new Error(`${file} ends before its row ${first}`)
      from += got
    }
    into.first = first
  }
}

const emptyPiece = ({ kind, stride }: FeatureFile): Piece => ({
  first: Number.NEGATIVE_INFINITY,
  values: new KINDS[kind](PIECE_ROWS * stride),
})

const isIn = ({ first }: Piece, row: number): boolean => row >= first && row < first + PIECE_ROWS

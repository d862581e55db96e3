/** One text to be read: a plain file, or one file inside a zip. */
export type FilePart = Readonly<{
  /** Path of the file on the disk. */
  file: string
  /** What a person is shown: the path, and inside a zip the name there. */
  label: string
  /** Names that may tell the pair and the day, the nearest first. */
  names: readonly string[]
  /** Reads it from the beginning, any number of times. Breaking off early closes the file. */
  chunks: () => AsyncIterable<Buffer>
}>

/** A place in a source file. Lines and columns start at 1; a column counts UTF-16 units. */
export type SourcePosition = {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What every node of the tree has. A node that came out of a macro is where the macro was used. */
export type Placed = { readonly at: SourcePosition }

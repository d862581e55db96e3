import type { Placed } from './position.ts'
import type { Declaration } from './declarations.ts'

/** `#property name value`; the value is the rest of the line without quotes. */
export type Property = Placed & { readonly name: string; readonly value: string }

/** One `#include` as met, whether or not the file had been read before. */
export type Include = Placed & {
  readonly written: string
  readonly resolved: string
  readonly repeated: boolean
}

export type Program = Placed & {
  readonly kind: 'program'
  /** All files' declarations in the order of the text, included files in place. */
  readonly declarations: readonly Declaration[]
  readonly properties: readonly Property[]
  readonly includes: readonly Include[]
}

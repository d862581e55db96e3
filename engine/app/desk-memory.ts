import { RollingIntercept } from '../domain/venom/confidence/rolling-intercept.ts'
import { ValueDecile } from '../domain/venom/value-decile.ts'
import type { DeskState } from './desk-state.ts'

/** A folded desk as values that can be written down: maps, sets, arrays, plain objects, and no instance of a class. */
export type DeskMemory = Readonly<{ desk: unknown; instances: readonly Instance[] }>

/** An instance, taken out of the desk at `path` and kept as what it needs to be made again. */
type Instance = Readonly<{ path: readonly Step[]; name: Name; kept: unknown }>
type Step = unknown

/** Every class that the desk remembers, by the name under which it is kept. */
const CLASSES = { RollingIntercept, ValueDecile } as const
type Name = keyof typeof CLASSES

/** Throws on a field that it does not know how to keep: a desk that forgets something is worse than a slow start. */
export function packDesk(state: DeskState): DeskMemory {
  const packer = new Packer()
  return { desk: packer.packed(state), instances: packer.instances }
}

/** The desk that was packed. Trusts its argument: whoever read it from a disk has checked it. */
export function unpackDesk({ desk, instances }: DeskMemory): DeskState {
  for (const { path, name, kept } of instances) put(desk, path, CLASSES[name].restored(kept as never))
  return desk as DeskState
}

class Packer {
  readonly instances: Instance[] = []
  /** Where it is: one list that grows and shrinks, since a desk has a million values. */
  readonly #path: Step[] = []

  packed(value: unknown): unknown {
    if (typeof value === 'function' || typeof value === 'symbol') throw this.#unknown(typeof value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((part, at) => this.#inner(part, at))
    switch (Object.getPrototypeOf(value)) {
      case Map.prototype:
        return this.#map(value as Map<unknown, unknown>)
      case Set.prototype:
        return new Set([...(value as Set<unknown>)].map(part => this.#inner(part, 'member')))
      case Object.prototype:
        return this.#record(value as Record<string, unknown>)
      default:
        this.instances.push(this.#instance(value))
        return null
    }
  }

  #map(map: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
    const copy = new Map<unknown, unknown>()
    for (const [key, part] of map) copy.set(key, this.#inner(part, key))
    return copy
  }

  #record(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(record)) copy[key] = this.#inner(record[key], key)
    return copy
  }

  #inner(part: unknown, step: Step): unknown {
    this.#path.push(step)
    const packed = this.packed(part)
    this.#path.pop()
    return packed
  }

  #instance(value: object): Instance {
    const path = [...this.#path]
    if (value instanceof RollingIntercept) return { path, name: 'RollingIntercept', kept: value.kept() }
    if (value instanceof ValueDecile) return { path, name: 'ValueDecile', kept: value.kept() }
    throw this.#unknown(value.constructor.name)
  }

  #unknown(what: string): Error {
    return new Error(`the desk remembers a ${what} at ${this.#path.join('.')}, which cannot be kept`)
  }
}

function put(desk: unknown, path: readonly Step[], instance: unknown): void {
  const holder = path.slice(0, -1).reduce(partOf, desk)
  const last = path.at(-1)
  if (holder instanceof Map) holder.set(last, instance)
  else (holder as Record<string, unknown>)[String(last)] = instance
}

const partOf = (holder: unknown, step: Step): unknown =>
  holder instanceof Map ? holder.get(step) : (holder as Record<string, unknown>)[String(step)]

import { useState } from 'react'
import type { SettingFact } from '../../../engine/contracts/settings-desk.ts'
import { draftOf, valueOf } from './fields.ts'
import type { Draft, Typed } from './fields.ts'
import { isSame } from './setting-tree.ts'

export type DraftOf = Readonly<{
  draft: Draft
  typed: Typed
  /** It is something else than what is set. */
  isPending: boolean
  write: (draft: Draft) => void
  drop: () => void
}>

/** What is typed of a setting before it is sent; without that, what is set. */
export function useDraft(fact: SettingFact, set: unknown): DraftOf {
  const [written, write] = useState<Draft | null>(null)
  const asSet = draftOf(fact, set)
  const draft = written ?? asSet
  const typed = valueOf(fact, draft)
  const isPending = typed.is === 'value' ? !isSame(typed.value, set) : !isSame(draft, asSet)
  return { draft, typed, isPending, write, drop: () => write(null) }
}

import { useStore } from 'zustand'
import type { SettingFact } from '../../../engine/contracts/settings-desk.ts'
import { useDesk } from '../../stores/desk-context.ts'
import type { Draft } from '../../stores/draft-store.ts'
import { draftOf, valueOf } from './fields.ts'
import type { Typed } from './fields.ts'
import { isSame, valueAt } from './setting-tree.ts'

export type DraftOf = Readonly<{
  draft: Draft
  typed: Typed
  /** It is something else than what is set. */
  isPending: boolean
  write: (draft: Draft) => void
  drop: () => void
}>

/** What is typed of a setting before it is sent, and still when the page was left meanwhile; without that, what is set. */
export function useDraft(fact: SettingFact, set: unknown): DraftOf {
  const { drafts } = useDesk()
  const written = useStore(drafts, all => all[fact.key])
  return {
    ...judged(fact, set, written),
    write: draft => drafts.write(fact.key, draft),
    drop: () => written && drafts.drop(fact.key, written),
  }
}

/** Of these settings, those with a change that was not sent. */
export function useUnsent(facts: readonly SettingFact[], settings: unknown): readonly SettingFact[] {
  const drafts = useStore(useDesk().drafts)
  return facts.filter(fact => judged(fact, valueAt(settings, fact.key), drafts[fact.key]).isPending)
}

function judged(fact: SettingFact, set: unknown, written: Draft | undefined) {
  const asSet = draftOf(fact, set)
  const draft = written ?? asSet
  const typed = valueOf(fact, draft)
  const isPending = typed.is === 'value' ? !isSame(typed.value, set) : !isSame(draft, asSet)
  return { draft, typed, isPending }
}

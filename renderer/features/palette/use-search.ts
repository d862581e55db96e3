import { useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../stores/desk-context.ts'
import type { Pages } from './action.ts'
import { findActions } from './find-actions.ts'
import { useActions } from './use-actions.ts'

/**
 * What is typed, what fits it, and which of that is lit. Lit is one by its id, not by its place: the market may add a line
 * above it between a look and an Enter. Until something is typed or an arrow is pressed nothing is lit, and Enter does nothing.
 */
export function useSearch(pages: Pages) {
  const recent = useStore(useDesk().palette, state => state.recent)
  const actions = useActions(pages)
  const [typed, setTyped] = useState('')
  const [lit, light] = useState<string | null>(null)
  const sections = findActions(actions, recent, typed)
  const shown = sections.flatMap(section => section.actions)
  const chosen = shown.find(({ id }) => id === lit) ?? null

  function type(text: string): void {
    const [best] = findActions(actions, recent, text)
    setTyped(text)
    light(text.trim() === '' ? null : (best?.actions[0]?.id ?? null))
  }

  /** Around the end, to the other one. */
  function move(step: 1 | -1): void {
    const at = chosen === null ? (step === 1 ? -1 : 0) : shown.indexOf(chosen)
    light(shown.at((at + step) % shown.length)?.id ?? null)
  }

  return { typed, type, sections, count: shown.length, chosen, light, move }
}

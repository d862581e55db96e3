import type { JournalEntry } from '../../contracts/journal.ts'
import { inR } from '../text.ts'

/** What a note is about, in a few words; empty: about nothing in particular. */
export function aboutText({ about, keptPlan }: JournalEntry): string {
  if (about === null) return ''
  const { pair, side, setup, r, reason } = about
  const parts = [`${pair} ${side}`, setup ?? '', r === null ? '' : `${inR(r)} by ${reason}`]
  if (keptPlan !== null) parts.push(keptPlan ? 'plan kept' : 'plan not kept')
  return parts.filter(part => part !== '').join(', ')
}

/** Moods, mistakes and the trader's own words, as they are searched for. */
export const marksOf = ({ emotions, mistakes, patterns }: JournalEntry): string =>
  [...emotions, ...mistakes, ...patterns].map(mark => `#${mark.replace(/\s+/g, '-')}`).join(' ')

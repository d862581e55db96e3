import type { JournalText } from '../../../engine/contracts/journal.ts'

/** What stands in the form: the patterns as they are typed. */
export type NoteDraft = Omit<JournalText, 'patterns'> & Readonly<{ patterns: string }>

export const EMPTY_DRAFT: NoteDraft = { text: '', lesson: '', emotions: [], mistakes: [], patterns: '' }

export const draftOf = (note: JournalText): NoteDraft => ({
  text: note.text,
  lesson: note.lesson,
  emotions: note.emotions,
  mistakes: note.mistakes,
  patterns: note.patterns.join(', '),
})

export const noteOf = (draft: NoteDraft): JournalText => ({
  ...draft,
  patterns: draft.patterns
    .split(',')
    .map(pattern => pattern.trim())
    .filter(pattern => pattern !== ''),
})

/** More or longer than a note can hold, so that it would be refused whole. */
export function hasTooManyPatterns(draft: NoteDraft): boolean {
  const { patterns } = noteOf(draft)
  return patterns.length > 8 || patterns.some(pattern => pattern.length > 40)
}

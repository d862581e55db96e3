import type { Persona } from '../../../contracts/telegram.ts'
import type { Mood } from './said.ts'

type Frame = Readonly<{ before: Readonly<Record<Mood, string>>; after: string }>

/** What each says around the facts, which are the same in every mouth. No figure stands in here. */
export const PERSONAS: Readonly<Record<Persona, Frame>> = {
  SERGEANT: {
    before: { decide: 'Eyes on target!', won: 'Good work, soldier!', wrong: 'Heads up!', news: 'Listen up!' },
    after: 'Carry on.',
  },
  CONTROL: {
    before: {
      decide: 'Control, your call.',
      won: 'Control, confirmed.',
      wrong: 'Control, attention.',
      news: 'Control, for your information.',
    },
    after: 'Control out.',
  },
  ANALYST: {
    before: {
      decide: 'A setup to judge.',
      won: 'A result, for the record.',
      wrong: 'A deviation to look at.',
      news: 'An observation, for the record.',
    },
    after: 'The details are in the message.',
  },
  COACH: {
    before: {
      decide: 'Take a breath, then decide.',
      won: 'Well played.',
      wrong: 'Stay calm and have a look.',
      news: 'Here is how it stands.',
    },
    after: 'Stick to the plan.',
  },
  QUIET: { before: { decide: '', won: '', wrong: '', news: '' }, after: '' },
}

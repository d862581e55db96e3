/** Words for bad days. They offer a debrief, a drill and a pause, and never a trade. */
import type { GuardName } from '../../engine/contracts/vocabulary.ts'

type Calm = Readonly<{ title: string; text: string }>

/** For the guards that a person's own losses raise. */
export const calmWords: Readonly<Partial<Record<GuardName, Calm>>> = {
  TILT_LOCKOUT: {
    title: 'An hour of quiet',
    text: 'Four losses in a row happen to every trader. Nothing can be fired now, and nothing needs to be. Stand up, drink some water, and let the hour pass; the market will be there.',
  },
  TILT_WARNING: {
    title: 'Three in a row',
    text: 'A run like this says little about you and a lot about chance. It is also the moment in which people trade worst. Look at what happened before you look for what comes next.',
  },
  DAILY_STOP: {
    title: 'Enough for today',
    text: 'The day’s limit did what it is there for: what is left today is left for tomorrow. Nothing can be won back by staring at the screen.',
  },
}

export const calmCopy = {
  debrief: 'Write a debrief',
  drill: 'Do a drill',
  help: 'If it hurts more than it should, there are people to talk to: see Care in the notebook.',
} as const

export const careCopy = {
  title: 'Care',
  aside: 'in plain words',
  parts: [
    {
      title: 'Most people lose',
      text: 'When Europe’s regulator looked at leveraged trading of private people in 2018, between 74 and 89 in a hundred accounts lost money.',
      source: 'ESMA, press release of 27 March 2018',
    },
    {
      title: 'Trading more does not help',
      text: 'Of the people who began to day-trade Brazilian futures and kept on for more than 300 days, 97 in a hundred lost money.',
      source: 'Chague, De-Losso and Giovannetti, Day Trading for a Living?, 2020',
    },
    {
      title: 'What BITTEN cannot know',
      text: 'It does not know what this money is for, how you slept, or what comes tomorrow. A probability is a count of the past, and a simulated result is not a real one. Never trade what you need to live on, and never with borrowed money.',
      source: null,
    },
    {
      title: 'When to stop',
      text: 'When you hide a loss from somebody, when you trade to feel better, when you raise the risk to get even, when you cannot sleep, when you put in money that was meant for something else. One of these is enough.',
      source: null,
    },
    {
      title: 'Where to find help',
      text: 'To talk to somebody now: 116 123 in the UK, Ireland and many countries of Europe, 988 in the US and Canada, findahelpline.com elsewhere. About gambling, which trading can become: 0808 8020 133 in Great Britain, 1-800-522-4700 in the US. Calls are confidential; numbers change, so look them up if one does not answer.',
      source: 'Samaritans, 988 Lifeline, GamCare, National Council on Problem Gambling',
    },
  ],
} as const

/** The five steps of a newcomer. The facts about losing are those of docs/responsible-use.md. */
import { simulationCopy } from './mode.ts'
import { selectorWords } from './words.ts'

export const onboardingCopy = {
  house: 'BITTEN',
  region: 'First steps',
  progress: (step: number, of: number) => `Step ${step} of ${of}`,
  back: 'Back',
  next: 'Next',
  finish: 'To the War Room',
  skip: 'Skip to the War Room',
  again: 'Show the first steps again',
  againMeaning: 'What this is, your risk, and a first mission. Nothing is reset.',
  notNow: 'They are about made-up money, and another account is linked',
  steps: {
    what: {
      name: 'What this is',
      title: 'A desk, not a promise',
      lead: 'BITTEN says when a trade is worth a decision, how sure that is, and what it costs. It does not say that you will earn money.',
      parts: {
        loss: {
          title: 'Most people lose',
          text: 'Between 74 and 89 in a hundred private accounts with leveraged contracts lost money. Nothing here makes you an exception.',
          note: 'ESMA, 27 March 2018',
        },
        training: {
          title: 'Here it is all made up',
          text: 'You begin on the training ground: a made-up market and made-up money. No shot leaves this computer. What you win there, nobody pays out.',
          note: null,
        },
        alone: {
          title: 'Here is nothing yet',
          text: 'This start has no training ground: it was asked for with --no-training. There are no prices, and no shot is possible, until you link an account.',
          note: null,
        },
        real: {
          title: 'What is real later',
          text: 'An account that you link yourself. Real money stays locked until you have passed a checklist, unlocked it and typed your consent.',
          note: null,
        },
      },
      foot: 'More in plain words, and where to find help: Notebook, Care.',
    },
    you: {
      name: 'Name and look',
      title: 'Your call-sign',
      lead: 'The name on your dog tag and your cards. Leave it empty to go without one.',
      field: 'Call-sign',
      note: 'It stays on this computer until you hand on something that you have signed. To be changed on the page Squad.',
      empty: 'Choose another one, or empty the field to go on without.',
    },
    risk: {
      name: 'Your risk',
      title: 'What you may lose',
      lead: 'Choose it while nothing is at stake. Here it only gets tighter; looser is a matter of your rank and of the page Settings.',
      trade: 'Risk of one trade',
      tradeMeaning: 'Of the balance, lost when a trade ends at its stop. The shield may make it less, a gap in the price more.',
      day: 'Stop of the day',
      dayMeaning: 'At this loss the day is over: nothing new is fired until 17:00 in New York.',
      percent: (value: number) => `${value} %`,
      ofRank: 'Your rank’s',
      atMost: (share: string) => `at most, ${share} of the balance`,
      inADay: 'of loss in a day',
      unknown: 'In money it is known once an account is linked.',
      held: 'It holds from now on.',
      loading: 'Reading the settings.',
      again: 'Read again',
    },
    prices: {
      name: 'Prices',
      title: 'Where prices come from',
      lead: 'A real terminal can wait. It is linked at any time with “Connect MetaTrader” at the foot of the War Room.',
      leadAlone: 'This start has no training ground: it was asked for with --no-training. Prices come from a real terminal, linked at any time with “Connect MetaTrader” at the foot of the War Room.',
      group: 'Source of prices',
      sources: {
        training: {
          text: 'Training ground',
          meaning: 'Fifteen pairs at made-up prices, on a made-up account. Nothing has to be set up.',
        },
        metatrader: {
          text: 'MetaTrader 5',
          meaning: 'The steps of connecting a terminal open after these. Until it is linked, the training ground goes on.',
        },
        alone: {
          text: 'MetaTrader 5',
          meaning: 'The steps of connecting a terminal open after these. Until it is linked, there are no prices and no shot is possible.',
        },
      },
    },
    mission: {
      name: 'First mission',
      title: 'Your first mission',
      lead: 'A mission is a plan with an entry, a stop and a target, how likely it is, and what cancels it. You decide, within its time.',
      selector: 'Who may fire',
      auto: 'Comes with a higher rank.',
      fire: 'Fire',
      fireText: 'Hold the button, or Space, for 0.9 seconds. Letting go fires nothing.',
      halt: 'Stop',
      pauseText: 'No new shots, at once. Open trades keep their stops.',
      flattenText: 'Held for 0.9 seconds: every trade of BITTEN is closed.',
      lines: (['SAFE', 'SELECT', 'AUTO'] as const).map(position => selectorWords[position]),
      foot: 'A strip above the mission leads you through the first one. It fires nothing.',
    },
  },
} as const // prettier-ignore

const speeds = simulationCopy.speeds.filter(({ speed }) => speed === 600 || speed === 0)

/** Above the mission, until the first trade is over. */
export const guideCopy = {
  region: 'Your first mission',
  close: 'Close the guide',
  campaign: 'To the Campaign',
  stages: {
    starting: {
      text: 'The terminal is being linked.',
      next: 'The training ground takes a few seconds.',
    },
    noTerminal: {
      text: 'No terminal is linked.',
      next: 'Link one with “Connect MetaTrader”, at the foot of this page.',
    },
    waiting: {
      text: 'Wait for a mission.',
      next: 'On the training ground one comes within a minute or so, often a drill: practice, not advice.',
    },
    paused: { text: 'New shots are paused.', next: 'Press Resume, above on the right.' },
    safe: {
      text: 'The selector is on Safe: nothing fires.',
      next: 'Turn it to Select, above on the right.',
    },
    denied: {
      text: 'This shot would be denied.',
      next: 'The reason stands below the figures. Wait for another mission.',
    },
    fire: {
      text: 'Read the plan, then hold Fire for 0.9 seconds.',
      next: 'Or let it pass: that is a decision too.',
    },
    sent: { text: 'Your order is on its way.', next: 'The terminal’s verdict comes within seconds.' },
    waits: {
      text: 'Your order waits for its price.',
      next: 'It is taken back when the mission ends, or by you.',
    },
    open: {
      text: 'Your trade is open. It ends at its stop or its target, or when you close it.',
      next: `On the training ground time goes faster with ${speeds.map(({ text }) => text).join(' or ')}, at the top.`,
    },
    won: {
      text: 'Your first trade is over: a kill card.',
      next: 'Write its debrief where it hangs. What it paid is under Campaign.',
    },
    lost: {
      text: 'Your first trade is over: a debrief.',
      next: 'Write what it taught where it hangs. What it paid is under Campaign.',
    },
  },
} as const

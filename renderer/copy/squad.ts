import type { Privacy } from '../../engine/contracts/squad.ts'

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

export const privacyWords: Readonly<Record<Privacy, { text: string; meaning: string }>> = {
  name: { text: 'Name', meaning: 'Reports show your call-sign and rank.' },
  results: { text: 'Results', meaning: 'Reports show rank, number of trades, wins and R.' },
  all: { text: 'All', meaning: 'Reports show all of that, and money.' },
}
/** From what is seen least to what is seen most. */
export const privacyLevels: readonly Privacy[] = ['name', 'results', 'all']

export const squadCopy = {
  loading: 'Reading the squad.',
  loadingNext: 'Your name, your invitations and your recruits, out of the ledger.',
  failedNext: 'Nothing is lost: the ledger keeps all of it. Try again in a moment.',
  retry: 'Read again',
  tag: {
    title: 'Dog tag',
    callSign: 'Call-sign',
    privacy: 'What your reports show',
    key: 'Key of this install',
    keyMeaning: 'Compare these four groups by voice with whoever you enlist with.',
    take: 'Take this call-sign',
    change: 'Change',
    keep: 'Keep as it is',
    shows: (level: string) => `Shows ${level}`,
    why: 'A name and a key that signs for it. Nothing leaves this computer until you hand it on.',
  },
  leader: {
    title: 'Your leader',
    empty: 'You follow nobody.',
    emptyNext: 'Take in an invitation, and send your enlistment back.',
    since: (date: string) => `Enlisted ${date}`,
    again: 'Enlistment again',
    report: 'Report on last week',
    leave: 'Hold to leave',
    leaveMeaning: 'Leaves the squad. Your leader is told nothing: tell them yourself.',
  },
  invite: {
    title: 'Invite',
    uses: 'Recruits',
    days: 'Days',
    make: 'Make an invitation',
    list: 'Invitations',
    show: 'Show',
    used: (used: number, uses: number) => `${used} of ${uses} used`,
    until: (date: string) => `until ${date}`,
    over: 'run out',
    full: 'used up',
    empty: 'None made yet.',
  },
  receive: {
    title: 'Receive',
    text: 'A dispatch: paste it, or drop its file or QR picture here',
    hint: 'BITTEN1.…',
    take: 'Take it in',
    file: 'Open a file',
    tooLarge: 'This file is larger than any dispatch: open the one that you were sent.',
    noCode: 'There is no QR code in this picture that can be read: ask for the text instead.',
    unreadable: 'This file can’t be read.',
  },
  board: {
    title: 'Squad board',
    recruits: (count: number, most: number) => `${plural(count, 'recruit')} of at most ${most}`,
    empty: 'No recruits yet.',
    emptyNext:
      'Make an invitation and hand its text on. Who enlists by it appears here once their signature was checked.',
    ownWord:
      'Figures are each recruit’s own word. The signature shows who said it and that nobody changed it, not that it is true.',
    who: 'Recruit',
    account: 'Account',
    rank: 'Rank',
    r: 'R of the week',
    wins: 'Won, 95 % interval',
    week: 'Week from',
    none: '–',
    noReport: 'No report yet',
    noTrades: 'Nothing to tell',
    hidden: 'not shown',
    n: (count: number) => `n ${count}`,
    ago: (span: string) => `came ${span} ago`,
    justNow: 'came just now',
    since: (date: string) => `enlisted ${date}`,
    actions: 'Actions',
    remove: 'Hold to remove',
    removeMeaning: 'They stop counting. Only an invitation that you make from now on brings them back.',
    removedWhy: 'removed by hand',
  },
  dispatch: {
    close: 'Close',
    copy: 'Copy the text',
    copied: 'Copied',
    save: 'Save as a file',
    qr: 'QR code of this dispatch',
    text: 'Text of this dispatch',
    titles: {
      invitation: 'Invitation',
      enlistment: 'Enlistment',
      report: 'Weekly report',
    },
    next: {
      invitation:
        'Hand it to whoever is to enlist: as text, as a file or by its QR code. Anyone who has it can use it.',
      enlistment: 'Send it to your leader. You are on their board when their BITTEN has taken it in.',
      report: 'Send it to your leader. Until this week is over it can be made again, with the same figures.',
    },
  },
} as const

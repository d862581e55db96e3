const REMEDIES = {
  commandLine: 'Say its clock with --server-offset, or convert it',
  window:
    'If it is a MetaTrader file, choose its clock under “Clock of MetaTrader files”; otherwise convert it',
} as const

type Fault = Readonly<{ code: string; text: string }>

/** What is wrong with data; where that is its clock, with what can be done about it in that place. */
export const withRemedy = ({ code, text }: Fault, place: keyof typeof REMEDIES): string =>
  code === 'WRONG_CLOCK' ? `${text}. ${REMEDIES[place]}` : text

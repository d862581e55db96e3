import type { StoreFaultCode } from '../ports/store-fault.ts'

/** Why a simulator does not start, in one sentence for a person. */
export type RefusalCode = 'ENDPOINT' | 'KEY' | 'STATE' | 'CURRENCY' | 'DATA' | StoreFaultCode

export type Refused = Readonly<{ is: 'refused'; code: RefusalCode; text: string }>

export const refused = (code: RefusalCode, text: string): Refused => ({ is: 'refused', code, text })

import type { ConsentView } from '../../../../engine/contracts/views.ts'
import { consentCopy } from '../../../copy/live.ts'
import { useView } from '../../../stores/desk-context.ts'
import { DialogButton } from '../../../ui/dialog-button.tsx'
import { ConsentForm } from './consent-form.tsx'

const SHEET = { title: consentCopy.title, closeWord: consentCopy.close, width: 'narrow' } as const

/** The way from "not traded here" to real money: a sheet with the account, its figures, and words to be typed. */
export function GiveConsent({ consent }: Readonly<{ consent: ConsentView }>) {
  const link = useView(view => view.links.find(({ terminal }) => terminal === consent.terminal)) ?? null
  if (link === null) return null
  return (
    <DialogButton
      look="smallGold"
      word={consentCopy.open}
      control={`consent ${consent.terminal}`}
      sheet={SHEET}
    >
      {shut => <ConsentForm phrase={consent.words} link={link} onGiven={shut} />}
    </DialogButton>
  )
}

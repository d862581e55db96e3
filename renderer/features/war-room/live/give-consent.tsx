import { useState } from 'react'
import { consentCopy } from '../../../copy/live.ts'
import { useView } from '../../../stores/desk-context.ts'
import { liveLinkOf } from '../../../stores/stakes.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ConsentForm } from './consent-form.tsx'

/** The way from "not traded here" to real money: a sheet with the account, its figures, and words to be typed. */
export function GiveConsent({ phrase }: Readonly<{ phrase: string }>) {
  const link = useView(view => liveLinkOf(view.links))
  const [isOpen, setOpen] = useState(false)
  if (link === null) return null
  return (
    <>
      <Button look="smallGold" onClick={() => setOpen(true)}>
        {consentCopy.open}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={consentCopy.title}
        closeWord={consentCopy.close}
        width="narrow"
        onClose={() => setOpen(false)}
      >
        <ConsentForm phrase={phrase} link={link} onGiven={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

import type { LinkView } from '../../../../engine/contracts/views.ts'
import { consentCopy } from '../../../copy/live.ts'
import { meaning } from '../../../ui/dialog-body.css.ts'
import { TypedForm } from '../../../ui/typed-words/typed-form.tsx'
import { ConsentFigures } from './consent-figures.tsx'

type Props = Readonly<{ phrase: string; link: LinkView; onGiven: () => void }>

export function ConsentForm({ phrase, link, onGiven }: Props) {
  return (
    <TypedForm
      phrase={phrase}
      send={consentCopy.send}
      command={typed => ({ kind: 'giveConsent', terminal: link.terminal, typed })}
      onDone={onGiven}
    >
      <p>{consentCopy.account(link.broker, link.server)}</p>
      <ConsentFigures />
      <p className={meaning}>{consentCopy.meaning}</p>
    </TypedForm>
  )
}

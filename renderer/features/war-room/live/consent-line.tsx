import type { ConsentView } from '../../../../engine/contracts/views.ts'
import { consentCopy } from '../../../copy/live.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import { control } from '../../../ui/control.ts'
import { TerminalName } from '../../../ui/terminal-name.tsx'
import { GuardLine } from '../guards/guard-line.tsx'
import { GiveConsent } from './give-consent.tsx'

/** Real money that is not traded yet. The consent is given with the figures of its account in sight, so these are shown first. */
export function ConsentLine({ consent }: Readonly<{ consent: ConsentView }>) {
  const { showTerminal } = useDesk()
  const isShown = useView(view => view.shown === consent.terminal)
  return (
    <GuardLine blocks name={consentCopy.name} text={consentCopy.missing}>
      <TerminalName terminal={consent.terminal} />
      {isShown ? (
        <GiveConsent consent={consent} />
      ) : (
        <Button
          look="smallGold"
          {...control(`consent ${consent.terminal}`)}
          onClick={() => void showTerminal(consent.terminal)}
        >
          {consentCopy.showFirst}
        </Button>
      )}
    </GuardLine>
  )
}

import { squadCopy } from '../../copy/squad.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { QrCode } from '../../ui/qr-code/qr-code.tsx'
import { saveAsFile } from '../../ui/save-as-file.ts'
import { dim, row } from './squad.css.ts'
import * as css from './dispatch.css.ts'

const copy = squadCopy.dispatch
type Kind = keyof typeof copy.titles

const isKind = (word: string | undefined): word is Kind =>
  word !== undefined && Object.hasOwn(copy.titles, word)

/** The second word of every dispatch says what it is. */
const kindOf = (dispatch: string): Kind => {
  const word = dispatch.split('.')[1]
  return isKind(word) ? word : 'invitation'
}

type Props = Readonly<{ dispatch: string | null; onClose: () => void }>

/** A signed text to hand on: as it is, as a file, or as a QR code. */
export function DispatchSheet({ dispatch, onClose }: Props) {
  const kind = kindOf(dispatch ?? '')
  return (
    <Dialog
      isOpen={dispatch !== null}
      title={copy.titles[kind]}
      closeWord={copy.close}
      width="wide"
      onClose={onClose}
    >
      {dispatch !== null && <Body dispatch={dispatch} kind={kind} />}
    </Dialog>
  )
}

function Body({ dispatch, kind }: Readonly<{ dispatch: string; kind: Kind }>) {
  return (
    <div className={css.body}>
      <QrCode text={dispatch} name={copy.qr} />
      <div className={css.side}>
        <p className={dim}>{copy.next[kind]}</p>
        <textarea className={css.text} aria-label={copy.text} readOnly value={dispatch} />
        <div className={row}>
          <CopyButton look="gold" text={dispatch} words={copy} />
          <Button onClick={() => saveAsFile(`${kind}.bitten`, `${dispatch}\n`)}>{copy.save}</Button>
        </div>
      </div>
    </div>
  )
}

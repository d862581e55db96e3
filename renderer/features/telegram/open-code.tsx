import type { BotView } from '../../../engine/contracts/telegram.ts'
import { roleWords, telegramCopy } from '../../copy/telegram.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { countdownText } from '../../ui/format/time.ts'
import { QrCode } from '../../ui/qr-code/qr-code.tsx'
import * as css from './pairing.css.ts'
import { dim, row } from './telegram.css.ts'
import { useTimeLeft } from './use-time-left.ts'

const copy = telegramCopy.pairing
const HURRY_MS = 60_000

type Props = Readonly<{ username: string; code: NonNullable<BotView['code']>; onDrop: () => void }>

/** A code that waits to be shown: to a phone's camera, as a link, or typed. */
export function OpenCode({ username, code: { code, role, expiresMs }, onDrop }: Props) {
  const leftMs = useTimeLeft(expiresMs)
  const link = `https://t.me/${username}?start=${code}`
  if (leftMs === 0) return <p className={dim}>{copy.over}</p>
  return (
    <>
      <div className={css.open}>
        <QrCode text={link} name={copy.qr} />
        <div className={css.side}>
          <p className={css.code} aria-label={copy.code}>
            {code}
          </p>
          <p className={row}>
            <Chip is="gold">{roleWords[role].text}</Chip>
            <span role="timer">
              <span className={leftMs < HURRY_MS ? css.late : css.clock}>{countdownText(leftMs)}</span>{' '}
              {copy.left}
            </span>
          </p>
          <p className={css.link}>{link}</p>
        </div>
      </div>
      <p className={dim}>{copy.how(username)}</p>
      <div className={row}>
        <CopyButton look="small" text={link} words={copy} />
        <Button look="small" onClick={onDrop}>
          {copy.drop}
        </Button>
      </div>
    </>
  )
}

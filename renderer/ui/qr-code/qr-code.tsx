import { useMemo } from 'react'
import { code } from './qr-code.css.ts'
import { qrPath } from './qr-path.ts'

/** A text as a QR code, as wide as its place; `name` says what of. */
export function QrCode({ text, name }: Readonly<{ text: string; name: string }>) {
  const { side, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg
      className={code}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}

import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const still = style({ flex: 'none' })
const plainVerdict = style({
  marginBottom: theme.space.small,
  padding: `${theme.space.small} ${theme.space.medium}`,
  border: '1px solid currentColor',
  borderLeftWidth: '4px',
  borderRadius: theme.radius.small,
  fontWeight: 600,
  textWrap: 'pretty',
})
export const verdict = styleVariants({
  good: [plainVerdict, { color: theme.colour.long, background: theme.colour.longWash }],
  unknown: [plainVerdict, { color: theme.colour.warn, background: theme.colour.warnWash }],
  bad: [plainVerdict, { color: theme.colour.fault, background: theme.colour.faultWash }],
})
export const list = style({ display: 'flex', flexDirection: 'column' })
export const row = style({
  display: 'grid',
  gridTemplateColumns: '5.25rem minmax(0, 1fr)',
  gap: theme.space.small,
  alignItems: 'start',
  padding: `${theme.space.tight} 0`,
  selectors: { '& + &': { borderTop: `1px solid ${theme.colour.line}` } },
})
const plainMark = style({
  justifySelf: 'start',
  padding: `0 ${theme.space.tight}`,
  border: '1px solid currentColor',
  borderRadius: theme.radius.small,
  fontFamily: theme.font.heading,
  fontSize: theme.size.small,
  fontWeight: 600,
  letterSpacing: '0.06em',
  textTransform: 'uppercase',
  whiteSpace: 'nowrap',
})
export const mark = styleVariants({
  bad: [plainMark, { color: theme.colour.fault, background: theme.colour.faultWash }],
  unknown: [plainMark, { color: theme.colour.warn, borderStyle: 'dashed' }],
  warn: [plainMark, { color: theme.colour.warn, background: theme.colour.warnWash }],
  good: [plainMark, { color: theme.colour.long }],
  none: [plainMark, { color: theme.colour.inkFaint, borderColor: theme.colour.lineStrong }],
})
export const words = style({ fontSize: theme.size.small, minWidth: 0, textWrap: 'pretty' })
export const next = style({ display: 'block', color: theme.colour.inkDim })

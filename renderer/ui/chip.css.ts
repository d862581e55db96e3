import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

const base = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.space.tight,
  padding: `0.0625rem ${theme.space.small}`,
  border: '1px solid currentColor',
  borderRadius: theme.radius.small,
  fontFamily: theme.font.heading,
  fontSize: theme.size.small,
  fontWeight: 600,
  letterSpacing: '0.08em',
  textTransform: 'uppercase',
  whiteSpace: 'nowrap',
})

export const chip = styleVariants({
  plain: [base, { color: theme.colour.inkDim, borderColor: theme.colour.lineStrong }],
  gold: [
    base,
    { color: theme.colour.goldBright, borderColor: theme.colour.gold, background: theme.colour.goldWash },
  ],
  long: [base, { color: theme.colour.long, background: theme.colour.longWash }],
  short: [base, { color: theme.colour.short, background: theme.colour.shortWash }],
  warn: [base, { color: theme.colour.warn, background: theme.colour.warnWash }],
  fault: [base, { color: theme.colour.fault, background: theme.colour.faultWash }],
})

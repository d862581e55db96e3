/** The words of the campaign that travel in events. Rules and figures: domain/campaign. */
import { z } from 'zod'

export const BadgeName = z.enum([
  'FIRST_BLOOD', 'SHARPSHOOTER', 'SNIPER_ELITE', 'STREAK_MASTER', 'PROFIT_HUNTER', 'RISK_MANAGER', 'SQUAD_LEADER',
  'VETERAN_TRADER', 'MARKET_DOMINATOR', 'DIAMOND_HANDS', 'QUICK_DRAW', 'LEGENDARY_TRADER',
]) // prettier-ignore
export type BadgeName = z.infer<typeof BadgeName>

/** For what XP is given or taken. */
export const XpReason = z.enum([
  'PLAN_KEPT', 'RESULT', 'JOURNAL', 'DAY_KEPT', 'WEEK_KEPT', 'LESSON', 'CHALLENGE', 'STOOD_DOWN', 'BADGE', 'RULE_BROKEN',
]) // prettier-ignore
export type XpReason = z.infer<typeof XpReason>

import type { BotCommand, BotCommandScope, MenuButton } from 'grammy/types'

/** Who looks at the list of commands. */
export type Viewer = Readonly<{
  chatId: number
  userId: number
  isPrivate: boolean
  isAdministrator: boolean
}>

const keyOf = (scope: BotCommandScope, language: string) =>
  [
    scope.type,
    'chat_id' in scope ? scope.chat_id : '',
    'user_id' in scope ? scope.user_id : '',
    language,
  ].join(' ')

/** Command lists by scope and language, and the button beside the text field. */
export class CommandMenus {
  readonly #lists = new Map<string, readonly BotCommand[]>()
  readonly #buttons = new Map<number, MenuButton>()
  #button: MenuButton = { type: 'commands' }

  set(scope: BotCommandScope, language: string, commands: readonly BotCommand[]): void {
    this.#lists.set(keyOf(scope, language), commands)
  }

  get(scope: BotCommandScope, language: string): readonly BotCommand[] {
    return this.#lists.get(keyOf(scope, language)) ?? []
  }

  delete(scope: BotCommandScope, language: string): void {
    this.#lists.delete(keyOf(scope, language))
  }

  /** The first list that is set counts: https://core.telegram.org/bots/api#determining-list-of-commands */
  shownTo(viewer: Viewer, language: string): readonly BotCommand[] {
    for (const scope of scopesFor(viewer))
      for (const each of language === '' ? [''] : [language, '']) {
        const list = this.#lists.get(keyOf(scope, each))
        if (list) return list
      }
    return []
  }

  setButton(chatId: number | null, button: MenuButton): void {
    if (chatId === null) this.#button = button
    else if (button.type === 'default') this.#buttons.delete(chatId)
    else this.#buttons.set(chatId, button)
  }

  buttonOf(chatId: number | null): MenuButton {
    return (chatId === null ? undefined : this.#buttons.get(chatId)) ?? this.#button
  }
}

function scopesFor({ chatId, userId, isPrivate, isAdministrator }: Viewer): BotCommandScope[] {
  const chat: BotCommandScope = { type: 'chat', chat_id: chatId }
  if (isPrivate) return [chat, { type: 'all_private_chats' }, { type: 'default' }]
  return [
    { type: 'chat_member', chat_id: chatId, user_id: userId },
    ...(isAdministrator ? [{ type: 'chat_administrators' as const, chat_id: chatId }] : []),
    chat,
    ...(isAdministrator ? [{ type: 'all_chat_administrators' as const }] : []),
    { type: 'all_group_chats' },
    { type: 'default' },
  ]
}

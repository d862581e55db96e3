/** What the window may not do, tried from inside it. */
import { expect, test } from '../support/desktop-app.ts'

const CALM = ['--speed=1']

test('a page has the bridge and nothing of Node or Electron', async ({ desktop }) => {
  const { page } = await desktop.start(...CALM)

  const found = await page.evaluate(() => ({
    bridge: Object.keys(window.bitten ?? {}).toSorted(),
    leaks: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      name => name in window,
    ),
  }))

  expect(found).toEqual({
    bridge: [
      'about',
      'ask',
      'changeSettings',
      'chooseLabFolder',
      'command',
      'endFirstSteps',
      'firstSteps',
      'getView',
      'installEa',
      'keepLook',
      'lab',
      'labWish',
      'linkReport',
      'metaTraders',
      'notices',
      'onCue',
      'onLab',
      'onNotice',
      'onPatch',
      'onSeen',
      'onShowMission',
      'onShowPage',
      'onTelegram',
      'pairing',
      'restoreSettings',
      'settingFacts',
      'settings',
      'settingsHistory',
      'showTerminal',
      'simulate',
      'telegram',
      'telegramWish',
      'tryCue',
    ],
    leaks: [],
  })
})

test('the window is sandboxed and isolated', async ({ desktop }) => {
  const { app } = await desktop.start(...CALM)

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Electron has it and does not declare it.
    type Inspectable = { getLastWebPreferences(): Record<string, unknown> }
    return BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as unknown as Inspectable).getLastWebPreferences(),
    )
  })

  expect(preferences).toMatchObject([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ])
})

test('code from text, code from elsewhere and connections are refused', async ({ desktop }) => {
  const { page } = await desktop.start(...CALM)

  const outcome = await page.evaluate(async () => {
    const broken = new Set<string>()
    document.addEventListener('securitypolicyviolation', event => broken.add(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    const remote = document.createElement('script')
    remote.src = 'https://example.invalid/x.js'
    document.head.append(remote)
    const fetched = await fetch('https://example.invalid/').then(
      () => true,
      () => false,
    )
    const timer = document.createElement('a')
    timer.setAttribute('onclick', 'window.injected = true')
    timer.click()
    await new Promise(resolve => setTimeout(resolve, 300))
    return { injected: 'injected' in window, fetched, broken: [...broken].toSorted() }
  })

  expect(outcome).toEqual({
    injected: false,
    fetched: false,
    broken: ['connect-src', 'script-src-attr', 'script-src-elem'],
  })
})

test('the window goes nowhere else and opens nothing', async ({ desktop }) => {
  const { app, page } = await desktop.start(...CALM)

  const opened = await page.evaluate(() => {
    const child = window.open('https://example.invalid/')
    const link = document.createElement('a')
    link.href = 'https://example.invalid/'
    document.body.append(link)
    link.click()
    window.location.assign('file:///etc/passwd')
    return child
  })
  await page.waitForTimeout(500)

  expect(opened).toBeNull()
  expect(page.url()).toBe('app://bitten/index.html')
  expect(app.windows()).toHaveLength(1)
})

test('every permission is denied, but to put what a person copies on the clipboard', async ({ desktop }) => {
  const { app, page } = await desktop.start(...CALM)

  const outcome = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'denied',
    ),
    place: await new Promise(resolve =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      ),
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'given',
      () => 'denied',
    ),
  }))
  await app.evaluate(({ clipboard }) => clipboard.writeText('what was there before'))
  await page.keyboard.press('Alt+l')
  await page.getByRole('button', { name: 'Show the key' }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()

  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  await expect(page.getByText(copied, { exact: true })).toBeVisible()
  expect(outcome).toEqual({ notifications: 'denied', camera: 'denied', place: 'denied', clipboard: 'denied' })
})

test('only the War Room’s own page is answered', async ({ desktop }) => {
  const { app } = await desktop.start(...CALM)

  const answer: unknown = await app.evaluate(async ({ app: main, BrowserWindow }) => {
    const preload = `${main.getAppPath()}/out/preload/index.cjs`
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await stranger.loadURL('app://bitten/index.html')
    const heard: unknown = await stranger.webContents.executeJavaScript(
      'window.bitten.command({ kind: "flattenAll" })',
    )
    stranger.destroy()
    return heard
  })

  expect(answer).toMatchObject({ code: 'UNTRUSTED_SENDER' })
})

test('a call that can’t be read is refused with the place that is wrong', async ({ desktop }) => {
  const { page } = await desktop.start(...CALM)
  await expect(page.getByRole('contentinfo')).toContainText('Linked')

  const answers = await page.evaluate(async () => {
    const call = window.bitten?.command as ((given: unknown) => Promise<unknown>) | undefined
    const given = [
      undefined,
      'x',
      { kind: 'format' },
      { kind: 'fireMission', mission: 'no ulid', origin: 'telegram' },
    ]
    return Promise.all(given.map(async value => call?.(value)))
  })

  expect(answers.map(answer => (answer as { code: string }).code)).toEqual(Array(4).fill('BAD_CALL'))
  expect(answers[3]).toMatchObject({ text: expect.stringContaining('mission: expected a 26-character ULID') })
})

test('a page outside the folder is not there', async ({ desktop }) => {
  const { app } = await desktop.start(...CALM)

  const statuses = await app.evaluate(async ({ net }) => {
    const addresses = [
      'app://bitten/index.html',
      'app://bitten/..%2f..%2fpackage.json',
      'app://other/index.html',
      'app://bitten/assets',
    ]
    return Promise.all(addresses.map(async address => (await net.fetch(address)).status))
  })

  expect(statuses).toEqual([200, 404, 404, 404])
})

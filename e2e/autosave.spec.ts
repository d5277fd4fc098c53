import { autosaveStory, listAutosaves } from '@/domain/articles/autosave'
import { renewEditor, takeOver } from '@/domain/articles/story-editors'
import { PASSWORD } from './support/env'
import { addAuthenticator, codeOf } from './support/factors'
import { expect, signIn, signInAlone, test, viewerOf } from './support/test'

const CANARY = 'Words typed and never saved'

test('unsaved text is offered until taken up or discarded', async ({ page, browser, story }) => {
	const { articleId, revisionId: baseRevisionId } = story
	const editor = await viewerOf('editor')
	for (const [token, headline] of [
		[crypto.randomUUID(), CANARY],
		[crypto.randomUUID(), 'Another headline'],
	] as const) {
		const fields = { headline: [headline], bodyText: [`${CANARY}.\n\nAnd more.`] }
		await autosaveStory(editor, { token, articleId, baseRevisionId, fields })
	}
	await signIn(page, 'editor', `/desk/stories/${articleId}`)
	const kept = page.getByRole('region', { name: 'Text not saved' })
	await expect(kept).toHaveCount(2)
	await expect(kept.first()).toContainText('It differs from the form below in: headline, text.')
	await expect(page.getByLabel('Headline')).not.toHaveValue(CANARY)
	await kept.first().getByRole('button', { name: 'Discard' }).click()
	await expect(kept).toHaveCount(1)
	await kept.getByRole('link', { name: 'Take it up' }).click()
	await expect(page.getByLabel('Headline')).toHaveValue(CANARY)
	await expect(page.locator('[role="textbox"], [name="bodyText"]')).toContainText('And more.')
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await expect(page.getByText(/^Saved \d\d:\d\d by Edith Marsh$/)).toBeVisible()
	// The form stays after the save, with its focus and its text.
	await page.getByLabel('Kicker').fill('Harbour')
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await expect(page.getByText(/^Saved \d\d:\d\d by Edith Marsh$/)).toBeVisible()
	await expect(page.getByLabel('Kicker')).toHaveValue('Harbour')
	await page.goto(`/desk/stories/${articleId}`)
	await expect(page.getByLabel('Headline')).toHaveValue(CANARY)
	await expect(kept).toHaveCount(0)
	const anonymous = await browser.newPage()
	await anonymous.goto(`/news/${story.slug}`)
	await expect(anonymous.locator('main')).not.toContainText(CANARY)
	await anonymous.close()
})

test('typed text survives its page, offline and on a new story @scripts', async ({ page }) => {
	page.on('dialog', (dialog) => dialog.accept())
	await signInAlone(page, 'editor', '/desk/stories/new')
	await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
	await page.getByLabel('Headline').pressSequentially('Rain in May')
	await expect(page.getByText(/^Autosaved \d\d:\d\d$/)).toBeVisible()
	await page.context().setOffline(true)
	await page.getByLabel('Standfirst').pressSequentially('It was wet.')
	await expect(page.getByText('Offline, kept on this device')).toBeVisible()
	await expect(page.getByLabel('Standfirst')).toBeFocused()
	await page.context().setOffline(false)
	await page.reload()
	const kept = page.getByRole('region', { name: 'Text not saved' })
	await kept.getByText('Take it up').click()
	await expect(page.getByLabel('Standfirst')).toHaveValue('It was wet.')
	await expect(kept).toHaveCount(0)
	await expect(page.getByText(/^Autosaved \d\d:\d\d$/)).toBeVisible()
	await page.keyboard.press('Control+s')
	await page.waitForURL(/\/desk\/stories\/\d+/)
	// The page of the story removes the copies on the device once it has its own.
	await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible()
	await expect(async () => {
		await page.goto('/desk/stories/new')
		await expect(page.getByLabel('Headline')).toHaveValue('')
		await expect(kept).toHaveCount(0, { timeout: 1_000 })
	}).toPass()
})

test('the editor renews an ended session and completes the save @scripts', async ({ page, story }) => {
	await signIn(page, 'editor', `/desk/stories/${story.articleId}`)
	await page.context().clearCookies({ name: 'square-session' })
	const kicker = page.getByLabel('Kicker')
	await kicker.pressSequentially('Harbour')
	await expect(page.getByText('Not saved: signed out')).toBeVisible()
	await expect(kicker).toBeFocused()
	await page.keyboard.press('Control+s')
	await expect(page.getByText('Your words are kept on this page.')).toBeVisible()
	await expect(kicker).toBeFocused()
	await page.getByRole('button', { name: 'Sign in', exact: true }).click()
	const dialog = page.getByRole('dialog', { name: 'Sign in again' })
	await dialog.getByLabel('Password').fill('not the password')
	await page.keyboard.press('Enter')
	await expect(dialog.getByRole('alert')).toContainText('not right')
	await dialog.getByLabel('Password').fill(PASSWORD)
	await page.keyboard.press('Enter')
	await expect(dialog).toBeHidden()
	await expect(kicker).toBeFocused()
	await expect(page.getByText(/^Saved \d\d:\d\d by Edith Marsh$/)).toBeVisible()
	await expect(kicker).toHaveValue('Harbour')
	expect(await listAutosaves(await viewerOf('editor'), story.articleId)).toEqual([])
})

test('the editor asks for a second factor in place @scripts', async ({ page, story }) => {
	const { secret } = await addAuthenticator(
		await signInAlone(page, 'editor', `/desk/stories/${story.articleId}`),
	)
	await page.context().clearCookies({ name: 'square-session' })
	await page.getByLabel('Kicker').pressSequentially('Harbour')
	await page.getByRole('button', { name: 'Sign in', exact: true }).click()
	const dialog = page.getByRole('dialog', { name: 'Sign in again' })
	await dialog.getByLabel('Password').fill(PASSWORD)
	await page.keyboard.press('Enter')
	const code = dialog.getByLabel('Code of your authenticator app')
	await expect(code).toBeFocused()
	await code.fill(codeOf(secret))
	await page.keyboard.press('Enter')
	await expect(dialog).toBeHidden()
	await expect(page.getByText(/^Autosaved \d\d:\d\d$/)).toBeVisible()
})

test('a story form names other editors and can take over', async ({ page, story }) => {
	const { articleId } = story
	const [editor, second] = [await viewerOf('editor'), await viewerOf('second')]
	const renewal = { articleId, token: crypto.randomUUID(), typedAt: new Date(Date.now() - 25_000) }
	await renewEditor(second, renewal)
	await signIn(page, 'editor', `/desk/stories/${articleId}`)
	const others = page.getByRole('region', { name: 'Open elsewhere' })
	await expect(others).toContainText(/Sven Aldous has this story open since \d\d:\d\d, typed 20 s ago/)
	if (test.info().project.use.javaScriptEnabled === false) {
		await expect(others.getByRole('button')).toHaveCount(0)
		return
	}
	await others.getByRole('button', { name: 'Take over' }).click()
	await expect.poll(async () => (await renewEditor(second, renewal)).takenOverBy).toBe(editor.person.name)
	await page.getByLabel('Kicker').pressSequentially('Harbour')
	await expect(page.getByText(/^Autosaved/)).toBeVisible()
	await takeOver(second, articleId, renewal.token)
	await expect(others).toContainText('Sven Aldous has taken this story over.', { timeout: 15_000 })
	await expect(page.getByText('Taken over, kept on this device')).toBeVisible()
	await page.getByLabel('Kicker').pressSequentially(' at low water')
	expect((await listAutosaves(editor, articleId))[0]?.fields.kicker).toEqual(['Harbour'])
	await others.getByRole('button', { name: 'Take it back' }).click()
	await expect(others).not.toContainText('taken this story over')
	await expect(page.getByText(/^Autosaved/)).toBeVisible()
	await expect(page.getByLabel('Kicker')).toHaveValue('Harbour at low water')
})

import { expect, type Locator, type Page, test } from '@playwright/test'
import { type EmptySite, openAsOwner, startEmptySite } from './support/empty-site'
import { drawn } from './support/photos'

/** Clicks and keys from the screen after the owner's account to the published story, besides the typed words. */
const ACTIONS_MAX = 19

const scripts = () => test.info().project.use.javaScriptEnabled !== false

let site: EmptySite

test.beforeAll(async () => {
	site = await startEmptySite()
})

test.afterAll(() => site.remove())

/** Acts in a page and counts clicks and keys. */
class Hands {
	actions = 0

	constructor(private readonly page: Page) {}

	async click(target: Locator): Promise<void> {
		this.actions += 1
		await target.click()
	}

	async press(key: string): Promise<void> {
		this.actions += 1
		await this.page.keyboard.press(key)
	}

	/** The click that opens the file picker. */
	async choose(field: Locator, name: string): Promise<void> {
		this.actions += 1
		const colour = `#${crypto.randomUUID().slice(0, 6)}`
		const buffer = await drawn(900, 600, colour).jpeg().toBuffer()
		await field.setInputFiles({ name, mimeType: 'image/jpeg', buffer })
	}

	async type(words: string): Promise<void> {
		await this.page.keyboard.type(words)
	}

	button(name: string): Promise<void> {
		return this.click(this.page.getByRole('button', { name, exact: true }))
	}

	link(name: string): Promise<void> {
		return this.click(this.page.getByRole('link', { name, exact: true }))
	}
}

test('an empty site publishes its first story with two photographs', async ({ page }) => {
	await openAsOwner(page, site)

	const hands = new Hands(page)
	await answerQuestions(page, hands)
	await hands.link('Write the first story')
	await hands.click(page.getByLabel('Headline'))
	await hands.type('The crane is back')
	await (scripts() ? writeInEditor(page, hands) : writeInForm(page, hands))
	await hands.button('Publish now')
	await expect(page.getByRole('link', { name: 'See it on the site' })).toBeVisible()
	expect(hands.actions).toBeLessThanOrEqual(ACTIONS_MAX)

	await page.getByRole('link', { name: 'See it on the site' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'The crane is back' })).toBeVisible()
	await expect(page.locator('article figure img')).toHaveCount(2)
	await expect(page.locator('article')).toContainText('© Ada Quist')
	await page.goto(`${site.url}/`)
	await expect(page).toHaveTitle(/Harbour Post/)
	await expect(page.getByRole('navigation', { name: 'Sections', exact: true })).toContainText('News')

	await page.goto(`${site.url}/desk`)
	await page.getByRole('link', { name: 'Finish setting up' }).click()
	await expect(page.getByRole('heading', { name: 'Who works with you?' })).toBeVisible()
	await page.getByRole('link', { name: 'Back' }).click()
	await expect(page.getByText('There already: News.')).toBeVisible()
	await page.goto(`${site.url}/desk/start/ready`)
	await page.getByRole('button', { name: 'Do not remind me' }).click()
	await expect(page.getByText('The desk no longer reminds you.')).toBeVisible()
	await page.goto(`${site.url}/desk`)
	await expect(page.getByRole('link', { name: 'Finish setting up' })).toBeHidden()
})

async function answerQuestions(page: Page, hands: Hands): Promise<void> {
	const question = (number: number) => expect(page.getByText(`${number} of 4`, { exact: true })).toBeVisible()
	await question(1)
	// The only field has the focus.
	await expect(page.getByLabel('Name of the site')).toBeFocused()
	await hands.type('Harbour Post')
	await hands.press('Enter')
	await question(2)
	await hands.button('Continue')
	await question(3)
	await expect(page.getByLabel('News')).toBeChecked()
	await hands.button('Continue')
	await question(4)
	await hands.link('Skip for now')
}

const dialog = (page: Page) => page.getByRole('dialog')

async function writeInEditor(page: Page, hands: Hands): Promise<void> {
	await hands.click(page.getByRole('textbox', { name: 'Text of the story' }))
	await hands.type('It swung at noon.')
	await hands.button('Photograph')
	await hands.choose(dialog(page).getByLabel('Add photographs from this device'), 'crane.jpg')
	await describePhoto(dialog(page), hands, 'Put in the story')
	await hands.button('Add a photograph')
	await hands.choose(dialog(page).getByLabel('Add from this device'), 'quay.jpg')
	await describePhoto(dialog(page), hands, 'Use as lead photograph')
	await hands.button('Save')
	await page.waitForURL(/\/desk\/stories\/\d+/)
}

async function describePhoto(within: Locator, hands: Hands, done: string): Promise<void> {
	await hands.click(within.getByLabel('Credit, printed after ©'))
	await hands.type('Ada Quist')
	await hands.press('Tab')
	await hands.type('A crane on a quay.')
	await hands.click(within.getByRole('button', { name: done }))
	await expect(within).toBeHidden()
}

async function writeInForm(page: Page, hands: Hands): Promise<void> {
	const fields = page.getByRole('group', { name: 'Add a photograph with the next save' })
	const photograph = async (name: string) => {
		await hands.choose(fields.getByLabel('File'), name)
		await hands.click(fields.getByLabel('Its credit'))
		await hands.type('Ada Quist')
		await hands.press('Tab')
		await hands.type('A crane on a quay.')
	}
	await hands.click(page.locator('textarea[name="bodyText"]'))
	await hands.type('It swung at noon.')
	await photograph('quay.jpg')
	await hands.button('Save')
	await page.waitForURL(/\/desk\/stories\/\d+/)
	await photograph('crane.jpg')
	await hands.click(fields.getByLabel('At the end of the text'))
}

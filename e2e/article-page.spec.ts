import { existsSync, readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import {
	type Addition,
	type ArticlePage,
	compareLines,
	type Difference,
	type PictureLine,
	parseArticlePage,
} from './support/article-page'
import { type EmptySite, openAsOwner, startEmptySite } from './support/empty-site'
import { drawn } from './support/photos'

/** Another page of the same shape to enter, as the text that a browser shows. */
const OTHER_PAGE = process.env.ARTICLE_PAGE

const DIFFERENCES: Difference[] = [
	...['Happy', 'Sad', 'Excited', 'Sleepy', 'Angry', 'Surprise'].map((line) => ({
		line,
		shown: null,
		because: 'A mood is named once, so that screen readers read it once.',
	})),
	{ line: 'Advertisements', shown: 'ADVERTISEMENTS', because: 'The label is set in capitals.' },
]

const ADDITIONS: Addition[] = [
	{ text: /^(Skip to|Back to the top$)/, because: 'Keyboard users pass the masthead, and return.' },
	{
		text: /^(The Square|World|WORLD|News|Search|Sign in|Follow|Corrections|Accessibility|Reading list|Archive|What readers say|What this site stores|Moderation in numbers|Appearance)$/,
		because: 'The masthead and the foot.',
	},
	{ text: /^By \S+$/, because: 'The byline is above the text too.' },
	{
		text: /^(Share this story|http\S+|Copy the link|Send by e-mail|Follow us|WhatsApp|Telegram|Bluesky|Mastodon|Facebook)$/,
		because: 'The story can be shared.',
	},
	{ text: /^Save for later$/, because: 'The story can be kept in a reading list.' },
	{ text: /^This story is more than \d+ years old$/, because: 'The age of an old story is named.' },
	{ text: /^How does this story leave you\?$/, because: 'A heading names the moods.' },
	{ text: /^How this is counted$/, because: 'The counts have a page.' },
	{ text: /^(No votes yet|Nobody has|Be the first|Choose)/, because: 'A note says how to begin.' },
	{ text: /star|^Rate|^Your rating/i, because: 'The form of the stars.' },
	{
		text: /comment|^Yours would be|^Name|^E-mail|^Never|^Up to|^(Post|Preview|Report)$/i,
		because: 'The form of a comment.',
	},
	{ text: /^[A-Z]$/, because: 'The author without a picture has the initial.' },
	{ text: /^(The harbour letter|Once a week\.)$/, because: 'The advertisement itself.' },
]

let site: EmptySite

test.beforeEach(async () => {
	site = await startEmptySite()
})

test.afterEach(() => site.remove())

const OWN_PAGE = 'e2e/fixtures/article-page.txt'

test('an article page is entered at the desk', { tag: '@scripts' }, async ({ page }) => {
	await enterAndCompare(page, OWN_PAGE)
})

test('another article page is entered at the desk', { tag: '@scripts' }, async ({ page }) => {
	test.skip(!OTHER_PAGE || !existsSync(OTHER_PAGE), 'ARTICLE_PAGE names no file.')
	await enterAndCompare(page, OTHER_PAGE ?? '')
})

async function enterAndCompare(page: Page, file: string): Promise<void> {
	const article = parseArticlePage(readFileSync(file, 'utf8'))
	await openSite(page)
	await addAuthor(page, article.author)
	await placeAdvertisement(page)
	const day = new Date(`${article.date} UTC`)
	const nextDay = (days: number) => new Date(day.getTime() + days * 86_400_000)
	await publishNeighbour(page, article.previous, nextDay(-1))
	await publishNeighbour(page, article.next, nextDay(1))
	const address = await publishArticle(page, article, day)

	await page.context().clearCookies()
	await page.goto(address)
	const text = await page.locator('body').innerText()
	expect(compareLines(article.lines, text, { differences: DIFFERENCES, additions: ADDITIONS })).toEqual({
		missing: [],
		unexpected: [],
	})
	const time = page.locator('article time').first()
	await expect(time).toHaveAttribute('datetime', new RegExp(`^${day.toISOString().slice(0, 10)}`))
	await expect(page.getByRole('link', { name: article.author.callToAction })).toHaveAttribute('href', SHOP)
}

const SHOP = 'https://example.org/shop'

/** Makes the owner's account, the site's settings and its first section. */
async function openSite(page: Page): Promise<void> {
	await openAsOwner(page, site)
	await page.getByLabel('Name of the site').fill('The Square')
	await page.getByRole('button', { name: 'Continue' }).click()
	await page.getByLabel('Language').selectOption('en-US')
	await page.getByLabel('Time zone').selectOption('UTC')
	await page.getByRole('button', { name: 'Continue' }).click()
	await page.getByLabel('Others').fill('World')
	await page.getByRole('button', { name: 'Continue' }).click()
	await page.getByText('4 of 4').waitFor()
}

async function addAuthor(page: Page, { name, bio, callToAction }: ArticlePage['author']): Promise<void> {
	await page.goto(`${site.url}/desk/people/new`)
	await page.getByLabel('Name', { exact: true }).fill(name)
	await page.getByLabel('Kind').selectOption('organisation')
	await page.getByRole('textbox', { name: 'About' }).fill(bio)
	await page.getByLabel('Words of the link after the text').fill(callToAction)
	await page.getByLabel('Link of the link after the text').fill(SHOP)
	await page.getByRole('button', { name: 'Add author' }).click()
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

async function placeAdvertisement(page: Page): Promise<void> {
	await page.goto(`${site.url}/desk/advertisements`)
	const form = page.getByRole('form', { name: 'Place an advertisement' })
	await form.getByLabel('Title').fill('The harbour letter')
	await form.getByLabel('Text').fill('Once a week.')
	await form.getByLabel('Link', { exact: true }).fill('https://example.org/letter')
	await form.getByRole('button', { name: 'Place' }).click()
	await expect(page.getByRole('heading', { name: 'The harbour letter' })).toBeVisible()
}

type Neighbour = ArticlePage['previous']

async function publishNeighbour(page: Page, { headline, picture }: Neighbour, day: Date): Promise<void> {
	await startStory(page, headline)
	await surface(page).click()
	await page.keyboard.type('Once.')
	await addHero(page, picture)
	await publish(page, day, picture.credit ? '' : 'Drawn in the newsroom.')
}

async function publishArticle(page: Page, article: ArticlePage, day: Date): Promise<string> {
	await startStory(page, article.headline)
	await page.getByLabel('Standfirst').fill(article.standfirst)
	await page.getByRole('checkbox', { name: article.author.name }).check()
	await page.getByRole('checkbox', { name: 'Ada Quist' }).uncheck()
	await page.getByLabel('Sources').fill(article.sources.join('\n'))
	await surface(page).click()
	for (const [index, block] of article.body.entries()) {
		const last = article.body[index - 1]
		if (typeof block !== 'string') await addPhotograph(page, block)
		else await pasteText(page, typeof last === 'string' ? `\n${block}` : block)
	}
	await addHero(page, article.hero)
	return publish(page, day)
}

const surface = (page: Page) => page.getByRole('textbox', { name: 'Text of the story' })

async function startStory(page: Page, headline: string): Promise<void> {
	await page.goto(`${site.url}/desk/stories/new`)
	await page.getByLabel('Headline').fill(headline)
	await page.getByLabel('Section').selectOption({ label: 'World' })
}

/** Pastes at the cursor, as from a letter: typing would make other quotation marks. */
async function pasteText(page: Page, text: string): Promise<void> {
	if (text.startsWith('\n')) await page.keyboard.press('Enter')
	await surface(page).evaluate((element, pasted) => {
		const clipboardData = new DataTransfer()
		clipboardData.setData('text/plain', pasted)
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
	}, text.trim())
}

async function addPhotograph(page: Page, picture: PictureLine): Promise<void> {
	await page.getByRole('button', { name: 'Photograph', exact: true }).click()
	await upload(page, picture, 'Add photographs from this device', 'Put in the story')
}

async function addHero(page: Page, picture: PictureLine): Promise<void> {
	await page.getByRole('button', { name: 'Add a photograph' }).click()
	await upload(page, picture, 'Add from this device', 'Use as lead photograph')
}

async function upload(
	page: Page,
	{ caption, credit }: PictureLine,
	field: string,
	done: string,
): Promise<void> {
	const dialog = page.getByRole('dialog')
	const colour = `#${crypto.randomUUID().slice(0, 6)}`
	const buffer = await drawn(900, 600, colour).jpeg().toBuffer()
	await dialog.getByLabel(field).setInputFiles({ name: 'one.jpg', mimeType: 'image/jpeg', buffer })
	await dialog.getByLabel('Caption', { exact: true }).fill(caption)
	await dialog.getByLabel('Credit, printed after ©').fill(credit)
	await dialog.getByLabel('Description for blind readers').fill(caption)
	await dialog.getByRole('button', { name: done }).click()
	await expect(dialog).toBeHidden()
}

/** Saves and publishes with the date of one's own. @returns the address for readers */
async function publish(page: Page, day: Date, noCreditReason = ''): Promise<string> {
	await page.getByRole('button', { name: 'Save', exact: true }).click()
	await page.waitForURL(/\/desk\/stories\/\d+/)
	if (noCreditReason) await page.getByLabel('Or why no credit is known').fill(noCreditReason)
	await page.getByText(/^Publication date/).click()
	await page.getByLabel('Day', { exact: true }).fill(day.toISOString().slice(0, 10))
	await page.getByRole('button', { name: 'Publish now' }).click()
	const link = page.getByRole('link', { name: 'See it on the site' })
	await expect(link).toBeVisible()
	return `${site.url}${await link.getAttribute('href')}`
}

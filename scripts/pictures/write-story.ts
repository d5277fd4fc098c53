import type { Page } from 'playwright'

const LEAD_PHOTO = /^A volunteer in oilskins/
const FIELDS = {
	Kicker: 'River watch',
	Headline: 'Two more hands for the gauge at Custom House Quay',
	Standfirst:
		'The river watch is short of volunteers for the winter. Seven names are on the list; it needs nine.',
	Tags: 'floods, sorrel, volunteers',
}
const PARAGRAPHS = [
	'The white post at Custom House Quay has been read every morning since the flood, by hand, and written down in ink.',
	'From November the watch reads it four times a day. That takes nine people, and on Monday there were seven.',
]
const QUOTE = 'You need a coat, a pencil and nothing else to do at six. We supply the pencil.'
const SPEAKER = 'Greta Aune, harbour master'
const HEADING = 'What the two would do'
const LIST = [
	'Walk down to the lowest step, and read the post to the nearest centimetre',
	'Write the number in the book in the harbour office, with the hour and a name',
]
const UNFINISHED_ITEM = 'Come back at noon, at six'

/** Writes a story into the editor of a new one, without saving it. */
export async function writeStory(page: Page): Promise<void> {
	const text = page.getByRole('textbox', { name: 'Text of the story' })
	await text.waitFor()
	for (const [label, words] of Object.entries(FIELDS)) await page.getByLabel(label).fill(words)
	await page.getByLabel('Section').selectOption('News')
	await page.getByText('Choose a photograph').click()
	await page.getByRole('radio', { name: LEAD_PHOTO }).check()
	await page.getByText('Choose another photograph').click()
	await text.click()
	for (const paragraph of PARAGRAPHS) await writeLine(page, paragraph)
	await press(page, 'Quote')
	await page.keyboard.insertText(QUOTE)
	const speaker = page.getByLabel('Who said it')
	await speaker.fill(SPEAKER)
	await speaker.press('Enter')
	await press(page, 'Heading')
	await writeLine(page, HEADING)
	await press(page, 'List')
	for (const item of LIST) await writeLine(page, item)
	await page.keyboard.insertText(UNFINISHED_ITEM)
	await page.evaluate(() => scrollTo(0, 0))
}

async function writeLine(page: Page, words: string): Promise<void> {
	await page.keyboard.insertText(words)
	await page.keyboard.press('Enter')
}

const press = (page: Page, name: string): Promise<void> =>
	page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name, exact: true }).click()

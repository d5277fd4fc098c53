import { ask, cookieLine, post } from '@/scripts/running/client'
import { sendDeskForm } from '@/scripts/running/desk-form'
import { EDITOR, slugAt } from '@/scripts/running/generate'
import { figure, type Line, quantile } from './figures'
import type { Setting } from './setting'

/** The newest stories stand on the front page and first in their section. */
const STORIES = 5
const PATIENCE_MS = 10_000

/** An editor publishes an update at the desk; from that answer on until a stranger reads it on every page. */
export async function publishToVisible({ house }: Setting): Promise<Line[]> {
	const cookie = await signIn(house.url)
	const slowest: number[] = []
	for (let number = 1; number <= STORIES; number += 1)
		slowest.push(await publishOne(house.url, number, cookie))
	return [
		{
			work: 'publish to visible on article, front page and section, slowest of the three',
			result: `${figure(quantile(slowest))} ms (worst ${figure(Math.max(...slowest))} ms)`,
			against: '',
			ratio: '',
			target: '<= 1,000 ms',
		},
	]
}

async function signIn(url: string): Promise<string> {
	const { email, password } = EDITOR
	const answer = await post(`${url}/session`, { email, password, next: '/desk' })
	if (answer.status !== 303) throw new Error(`Signing in was answered ${answer.status}.`)
	return cookieLine(...answer.cookies)
}

async function publishOne(url: string, number: number, cookie: string): Promise<number> {
	const article = `/news/${slugAt(number)}`
	const { text } = await ask(url + article)
	const section = /href="(\/sections\/[a-z]+)" aria-current/.exec(text)?.[1]
	const pages = [article, '/', section ?? sectionLink(text)]
	for (const page of pages) await ask(url + page)
	const headline = `Published in the measurement ${number} ${crypto.randomUUID().slice(0, 8)}`
	const desk = `${url}/desk/stories/${number}`
	const sent = await sendDeskForm(desk, {
		form: 'story',
		changes: { headline },
		button: ['then', 'publish'],
		cookie,
	})
	const began = performance.now()
	if (sent.status !== 303) throw new Error(`Publishing was answered ${sent.status}.`)
	const times = await Promise.all(pages.map((page) => untilShown(url + page, headline, began)))
	return Math.max(...times)
}

/** The section named above the headline. */
function sectionLink(html: string): string {
	const main = html.slice(html.indexOf('<main'))
	const link = /href="(\/sections\/[a-z]+)"/.exec(main)?.[1]
	if (!link) throw new Error('The article names no section.')
	return link
}

async function untilShown(page: string, headline: string, began: number): Promise<number> {
	while (performance.now() - began < PATIENCE_MS) {
		const { text } = await ask(page)
		if (text.includes(headline)) return performance.now() - began
	}
	throw new Error(`${page} did not show the headline within ${PATIENCE_MS} ms.`)
}

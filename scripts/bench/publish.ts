import { sendDeskForm } from '@/e2e/support/desk-form'
import { EDITOR, slugAt } from '@/e2e/support/generate-data'
import { cookieHeader, post, sendRequest } from '@/e2e/support/http-client'
import type { BenchConfig } from './config'
import { figure, quantile, type Result } from './format'

/** The newest stories stand on the front page and first in their section. */
const STORIES = 5
const PATIENCE_MS = 10_000

/** An editor publishes an update at the desk; from that answer on until a stranger reads it on every page. */
export async function publishToVisible({ server }: BenchConfig): Promise<Result[]> {
	const cookie = await signIn(server.url)
	const slowest: number[] = []
	for (let number = 1; number <= STORIES; number += 1)
		slowest.push(await publishOne(server.url, number, cookie))
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
	return cookieHeader(...answer.cookies)
}

async function publishOne(url: string, number: number, cookie: string): Promise<number> {
	const article = `/news/${slugAt(number)}`
	const { text } = await sendRequest(url + article)
	const section = /href="(\/sections\/[a-z]+)" aria-current/.exec(text)?.[1]
	const pages = [article, '/', section ?? sectionLink(text)]
	for (const page of pages) await sendRequest(url + page)
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
		const { text } = await sendRequest(page)
		if (text.includes(headline)) return performance.now() - began
	}
	throw new Error(`${page} did not show the headline within ${PATIENCE_MS} ms.`)
}

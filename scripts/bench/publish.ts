import { sendDeskForm } from '@/e2e/support/desk-form'
import { EDITOR, slugAt } from '@/e2e/support/generate-data'
import { cookieHeader, post, sendRequest } from '@/e2e/support/http-client'
import type { BenchConfig } from './config'
import { figure, quantile, type Result } from './format'

/** Stories to publish: the newest, which are on the front page and first in their section. */
const STORIES = 5
const TIMEOUT_MS = 10_000
const P50_MAX_MS = 1_000

/** Time from the desk's response to a published update until article, front page and section show it. */
export async function publishToVisible({ server }: BenchConfig): Promise<Result[]> {
	const cookie = await signIn(server.url)
	const slowest: number[] = []
	for (let number = 1; number <= STORIES; number += 1)
		slowest.push(await publishOne(server.url, number, cookie))
	const p50 = quantile(slowest)
	return [
		{
			measurement: 'publish to visible on article, front page and section, slowest of the three, p50',
			result: `${figure(p50)} ms (worst ${figure(Math.max(...slowest))} ms)`,
			baseline: '',
			ratio: '',
			target: `<= ${figure(P50_MAX_MS)} ms`,
			met: p50 <= P50_MAX_MS,
		},
	]
}

async function signIn(url: string): Promise<string> {
	const { email, password } = EDITOR
	const response = await post(`${url}/session`, { email, password, next: '/desk' })
	if (response.status !== 303) throw new Error(`Signing in was answered ${response.status}.`)
	return cookieHeader(...response.cookies)
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

/** Path of the section that the article links to first. */
function sectionLink(html: string): string {
	const main = html.slice(html.indexOf('<main'))
	const link = /href="(\/sections\/[a-z]+)"/.exec(main)?.[1]
	if (!link) throw new Error('The article links to no section.')
	return link
}

async function untilShown(page: string, headline: string, began: number): Promise<number> {
	while (performance.now() - began < TIMEOUT_MS) {
		const { text } = await sendRequest(page)
		if (text.includes(headline)) return performance.now() - began
	}
	throw new Error(`${page} did not show the headline within ${TIMEOUT_MS} ms.`)
}

import { expect } from 'vitest'
import { fieldsIn } from '../support/desk-form'
import { type HttpResponse, sendRequest } from '../support/http-client'

/** Pages of one template that are followed: versions of stories, and lists with other filters, differ in nothing else. */
const REPEATED: [RegExp, number][] = [
	[/\/history\b/, 2],
	[/\/links$/, 2],
	[/\?/, 5],
]

/** A path without its numbers and the values of its query. */
export const templateOf = (path: string): string => path.replaceAll(/=[^&]*/g, '').replaceAll(/\/\d+/g, '/N')

/** Takes the first `most` things of each key. */
export function firstOfEach(): (key: string, most: number) => boolean {
	const counts = new Map<string, number>()
	return (key, most) => {
		const count = (counts.get(key) ?? 0) + 1
		counts.set(key, count)
		return count <= most
	}
}

export const showPage = (url: string, cookie: string): Promise<HttpResponse> =>
	sendRequest(url, { headers: { ...(cookie && { Cookie: cookie }), Accept: 'text/html' } })

async function follow(address: string, path: string, cookie: string): Promise<HttpResponse> {
	const shown = await showPage(address + path, cookie)
	const target = shown.status === 307 ? shown.headers.location : undefined
	return target ? showPage(address + new URL(target, address).pathname, cookie) : shown
}

/** All desk pages that a session reaches by links, by path; each of them has to open. */
export async function linkedPages(address: string, cookie: string): Promise<Map<string, string>> {
	const pages = new Map<string, string>()
	const isFirst = firstOfEach()
	const found = new Set(['/desk'])
	const from = new Map<string, string>()
	for (const path of found) {
		const { status, text } = await follow(address, path, cookie)
		expect([path, from.get(path), status]).toEqual([path, from.get(path), 200])
		pages.set(path, text)
		for (const [, link = ''] of text.matchAll(/\shref="(\/desk[^"#]*)/g)) {
			const href = link.replaceAll('&amp;', '&')
			const most = REPEATED.find(([pattern]) => pattern.test(href))?.[1] ?? Number.POSITIVE_INFINITY
			if (found.has(href) || !isFirst(templateOf(href), most)) continue
			found.add(href)
			from.set(href, path)
		}
	}
	return pages
}

/** A form with one of its buttons, filled in as served. */
export type FilledForm = {
	/** Id of the form, without the number of a form that is repeated for each row. */
	form: string
	button: string
	fields: FormData
}

const NO_PICTURE = { photo: new Blob(['no picture'], { type: 'image/jpeg' }) }

/** The desk's forms in a page with each of their buttons; searches and the sign-out button have no id. */
export function formsOf(page: string): FilledForm[] {
	const forms: FilledForm[] = []
	for (const [html, id = ''] of page.matchAll(/<form\b[^>]*\bid="([^"]+)"[\s\S]*?<\/form>/g))
		for (const [tag] of html.matchAll(/<button\b[^>]*type="submit"[^>]*>/g)) {
			const button: [string, string] = [attribute(tag, 'name'), attribute(tag, 'value')]
			const changes = html.includes('type="file"') ? NO_PICTURE : undefined
			const fields = fieldsIn(html, { form: id, button, changes })
			if (fields)
				forms.push({ form: id.replace(/\d+$/, ''), button: button.filter(Boolean).join('='), fields })
		}
	return forms
}

const attribute = (tag: string, name: string): string =>
	new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

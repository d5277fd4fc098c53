import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright'
import { readerCsp } from '@/server/security-headers'
import type { RawContext } from '../support/xss-grammar'
import type { XssPayload } from '../support/xss-payloads'
import { inspectDocument } from './xss-browser'

/** A page that writes a text into its context without escaping it. */
const RAW: Record<RawContext, (text: string) => string> = {
	html: (text) => `<p>${text}</p>`,
	double: (text) => `<input value="${text}">`,
	single: (text) => `<input value='${text}'>`,
	unquoted: (text) => `<input value=${text}>`,
	textarea: (text) => `<textarea>${text}</textarea>`,
	title: (text) => `<title>${text}</title>`,
	style: (text) => `<style>${text}</style>`,
	comment: (text) => `<!-- ${text} -->`,
	script: (text) => `<script>var text = "${text}"; var template = \`${text}\`</script>`,
	url: (text) => `<a href="${text}">x</a>`,
}

const FRAMES_PER_PAGE = 40

/** That of reader pages, but for the frames of this site. */
const POLICY = String(readerCsp()['Content-Security-Policy']).replace(
	"frame-ancestors 'none'",
	"frame-src 'self'",
)

export type PlantedSite = { address: string; pages: number; close: () => void }

/** A site with the policy of reader pages that escapes nothing: each payload is a page, shown in a frame. */
export async function plantPayloads(payloads: XssPayload[]): Promise<PlantedSite> {
	const server: Server = createServer(({ url = '' }, response) => {
		const [, kind, number] = /^\/(page|payload)\/(\d+)$/.exec(url) ?? []
		response.setHeader('Content-Security-Policy', POLICY)
		response.setHeader('Content-Type', 'text/html; charset=utf-8')
		const payload = kind === 'payload' ? payloads[Number(number)] : undefined
		if (payload) return response.end(`<!doctype html>${RAW[payload.context](payload.text)}`)
		if (kind !== 'page') return response.writeHead(404).end()
		const from = Number(number) * FRAMES_PER_PAGE
		const shown = payloads.slice(from, from + FRAMES_PER_PAGE)
		return response.end(
			`<!doctype html>${shown.map((_, at) => `<iframe src="/payload/${from + at}"></iframe>`).join('')}`,
		)
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		pages: Math.ceil(payloads.length / FRAMES_PER_PAGE),
		close: () => void server.close(),
	}
}

/** Shows all payloads unescaped, and returns the faults that the inspection of their pages reports. */
export async function lookAtPlanted(page: Page, { address, pages }: PlantedSite): Promise<string[]> {
	const faults: string[] = []
	for (let number = 0; number < pages; number += 1) {
		await page.goto(`${address}/page/${number}`)
		// A payload may have led its frame elsewhere, and a frame within it may have no document.
		const isPayload = (frame: Frame) => frame.url().startsWith(`${address}/payload/`)
		for (const frame of page.mainFrame().childFrames().filter(isPayload)) {
			const seen = await frame.evaluate(inspectDocument).catch(() => null)
			faults.push(...(seen?.faults ?? []))
		}
		// Focus and animations begin with the next picture of the page.
		await page.evaluate(
			() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
		)
	}
	return faults
}

import type { Browser, Page } from 'playwright'
import { type Looked, look, openViewer } from './xss-browser'
import type { Cookie } from './xss-site'
import type { Visit } from './xss-surfaces'

const TABS = 3
export type Csp = 'on' | 'off'
export type Job = (page: Page) => Promise<string[]>

type Opened = { browser: Browser; address: string; owner: Cookie }

/** Looks at pages in tabs of a browser, and notes the payloads that each surface shows. */
export function xssTabs(opened: () => Opened) {
	const shown = new Map<string, Set<number>>()
	let looks = 0

	function note(surface: string, { faults, marks }: Looked): string[] {
		looks += 1
		const seen = shown.get(surface) ?? new Set()
		shown.set(surface, seen)
		for (const mark of marks) seen.add(mark)
		return faults.map((fault) => `${surface}: ${fault}`)
	}

	/** Runs jobs in tabs of one window, and returns what their pages and the window report. */
	async function inTabs(csp: Csp, jobs: Job[], cookie?: Cookie, tabs = TABS): Promise<string[]> {
		const { browser, address } = opened()
		const viewer = await openViewer(browser, { site: address, csp, cookie })
		const faults: string[] = []
		const rest = [...jobs]
		const tab = async (): Promise<void> => {
			const page = await viewer.context.newPage()
			page.on('pageerror', ({ message }) => faults.push(`error: ${message}`))
			for (let job = rest.shift(); job; job = rest.shift()) faults.push(...(await job(page)))
		}
		await Promise.all(Array.from({ length: tabs }, tab))
		await viewer.context.close()
		return [
			...faults,
			...[...viewer.ran].map((id) => `payload ${id} ran`),
			...viewer.stopped.map((directive) => `the policy stopped a ${directive}`),
			...viewer.asked.map((url) => `request to ${url}`),
		]
	}

	async function visit(page: Page, { surface, path, isList }: Visit): Promise<string[]> {
		const faults: string[] = []
		for (let url: string | null = opened().address + path; url; ) {
			const looked: Looked = await look(page, url)
			if (looked.status >= 500) faults.push(`${surface}: ${looked.status} of ${url}`)
			faults.push(...note(surface, looked))
			url = isList ? looked.next : null
		}
		return faults
	}

	async function visitAll(csp: Csp, visits: Visit[]): Promise<string[]> {
		const { address, owner } = opened()
		const jobsOf = (viewer: Visit['viewer']): Job[] =>
			visits.filter((each) => each.viewer === viewer).map((each) => (page) => visit(page, each))
		const others = visits.filter(({ viewer }) => typeof viewer !== 'string')
		const withCookies = others.map(
			(each): Job =>
				async (page) => {
					await page.context().clearCookies()
					await page.context().addCookies([{ ...(each.viewer as Cookie), url: address }])
					return visit(page, each)
				},
		)
		// Each window has one cookie at a time.
		const lanes = Array.from({ length: TABS }, (_, lane) => withCookies.filter((_, at) => at % TABS === lane))
		return [
			...(await inTabs(csp, jobsOf('reader'))),
			...(await inTabs(csp, jobsOf('owner'), owner)),
			...(await Promise.all(lanes.map((jobs) => inTabs(csp, jobs, undefined, 1)))).flat(),
		]
	}

	return {
		note,
		inTabs,
		visitAll,
		forget: () => shown.clear(),
		/** Payloads that a surface has not shown. */
		missing: (surface: string, ids: number[]): number[] => ids.filter((id) => !shown.get(surface)?.has(id)),
		counted: (): string =>
			`${looks} pages so far: ${[...shown].map(([surface, { size }]) => `${surface} ${size}`).join(', ')}`,
	}
}

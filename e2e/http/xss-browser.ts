import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { requireBrowser } from '@/scripts/browser.mjs'

declare global {
	interface Window {
		/** What a payload calls. */
		xss: (id: unknown) => void
		noteViolation: (directive: string) => void
	}
}

export type XssViewer = {
	context: BrowserContext
	/** Ids of the payloads that ran. */
	ran: Set<string>
	/** Directives of the policy that stopped something. */
	stopped: string[]
	/** Requests to other sites. */
	asked: string[]
}

export const openXssBrowser = (): Promise<Browser> =>
	chromium.launch({
		executablePath: requireBrowser(),
		args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
	})

type Viewing = { site: string; csp: 'on' | 'off'; cookie?: { name: string; value: string } | null }

/** A browser window that reports every payload that runs; `csp: 'off'` ignores the policies of all pages. */
export async function openViewer(browser: Browser, { site, csp, cookie }: Viewing): Promise<XssViewer> {
	const context = await browser.newContext({ bypassCSP: csp === 'off', reducedMotion: 'reduce' })
	const viewer: XssViewer = { context, ran: new Set(), stopped: [], asked: [] }
	await context.exposeFunction('xss', (id: unknown) => void viewer.ran.add(String(id)))
	await context.exposeFunction('noteViolation', (directive: string) => void viewer.stopped.push(directive))
	await context.addInitScript(() =>
		document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
			window.noteViolation(violatedDirective),
		),
	)
	context.on('request', (request) => {
		if (!/^(data|blob|about|chrome-error):/.test(request.url()) && !request.url().startsWith(site))
			viewer.asked.push(request.url())
	})
	context.on('dialog', (dialog) => void dialog.dismiss())
	if (cookie) await context.addCookies([{ ...cookie, url: site }])
	return viewer
}

export type Looked = {
	/** Elements and attributes that run code or load something, which no page may get from a reader. */
	faults: string[]
	/** Numbers of the payloads in the page. */
	marks: number[]
	/** Address of the next page of a list. */
	next: string | null
	status: number
}

export async function look(page: Page, url: string): Promise<Looked> {
	const response = await page.goto(url)
	return { ...(await page.evaluate(inspectDocument)), status: response?.status() ?? 0 }
}

type Field = [name: string, value: string]

/** Sends a form as the browser does, and looks at its answer. */
export async function submit(page: Page, action: string, fields: Field[]): Promise<Looked> {
	const [response] = await Promise.all([
		page.waitForNavigation(),
		page.evaluate(
			({ action, fields }) => {
				const form = document.createElement('form')
				Object.assign(form, { method: 'post', action })
				for (const [name, value] of fields) {
					const field = document.createElement('textarea')
					Object.assign(field, { name, value })
					form.append(field)
				}
				document.body.append(form)
				HTMLFormElement.prototype.submit.call(form)
			},
			{ action, fields },
		),
	])
	return { ...(await page.evaluate(inspectDocument)), status: response?.status() ?? 0 }
}

/** Chooses a file that is no photograph in the form of the photo desk without scripts, and looks at the answer. */
export async function submitFile(page: Page, url: string, name: string): Promise<Looked> {
	await page.route(/\.js$/, (route) => route.abort())
	await page.goto(url)
	const file = { name, mimeType: 'image/jpeg', buffer: Buffer.from('No photograph.') }
	await page.locator('#photo input[type=file]').setInputFiles(file)
	await page.locator('#photo').getByRole('button', { name: 'Upload' }).click()
	await page.getByText('choose again').first().waitFor()
	return { ...(await page.evaluate(inspectDocument)), status: 422 }
}

/** Runs in the page: handlers are called, and links and buttons that run code are clicked. */
export function inspectDocument(): Omit<Looked, 'status'> {
	const ACTIVE = /^[\s\p{Cc}]*(javascript|vbscript|data|view-source)\s*:/iu
	const LINKING = /^(href|src|action|formaction|xlink:href|data|poster|ping|background|manifest)$/i
	const NEVER = /^(iframe|frame|object|embed|applet|base|marquee|math|portal)$/
	const faults: string[] = []
	const report = (element: Element, what: string) =>
		faults.push(`${what}: ${element.outerHTML.slice(0, 160)}`)
	const inspectScript = (script: HTMLScriptElement) => {
		if (script.type === 'application/ld+json') {
			try {
				JSON.parse(script.text)
			} catch {
				report(script, 'broken JSON')
			}
		} else if (script.src ? URL.parse(script.src)?.origin !== location.origin : !script.nonce)
			report(script, 'script')
	}
	for (const element of document.querySelectorAll('*')) {
		const name = element.localName
		const handlers: string[] = []
		let isActive = false
		for (const attribute of element.attributes) {
			if (/^on/i.test(attribute.name)) handlers.push(attribute.name.slice(2))
			if (attribute.name === 'srcdoc') report(element, 'document in an attribute')
			const isPicture = name === 'img' && /^data:image\//.test(attribute.value)
			if (LINKING.test(attribute.name) && ACTIVE.test(attribute.value) && !isPicture) isActive = true
		}
		const mail = element.getAttribute('href') ?? ''
		if (/^mailto:[^?]+\?/i.test(mail)) report(element, 'mail with more than a recipient')
		if (handlers.length > 0) report(element, 'handler')
		if (isActive) report(element, 'address')
		if (NEVER.test(name)) report(element, 'element')
		if (element.matches('meta[http-equiv=refresh i], template[shadowrootmode]')) report(element, 'element')
		if (element instanceof HTMLLinkElement && URL.parse(element.href)?.origin !== location.origin)
			if (/stylesheet|preload|prefetch|import/i.test(element.rel)) report(element, 'link')
		if (element instanceof HTMLScriptElement) inspectScript(element)
		for (const type of handlers) element.dispatchEvent(new Event(type, { bubbles: true }))
		if (isActive)
			for (const target of [element, ...element.querySelectorAll('button')])
				target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
	}
	const marks = [...document.documentElement.outerHTML.matchAll(/z(\d+)z/g)].map(([, id]) => Number(id))
	const next = document.querySelector<HTMLAnchorElement>('a[rel=next][href]')
	return { faults, marks: [...new Set(marks)], next: next?.href ?? null }
}

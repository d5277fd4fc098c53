import { type HttpResponse, type RequestOptions, sendRequest } from './http-client'

type DeskForm = {
	/** The form's id. */
	form: string
	/** By name; a file is sent as one. */
	changes?: Record<string, string | Blob>
	/** The name and value of the button that is pressed. */
	button: [name: string, value: string]
	/** Who sends it. */
	cookie: string
}

type Control = { name: string; value: string }

/**
 * Fills in and sends a form of the desk as a browser without scripts does: the page is fetched, its
 * successful controls are sent as they are, but for `changes`.
 */
export async function sendDeskForm(page: string, form: DeskForm): Promise<HttpResponse> {
	return sendRequest(page, await filledDeskForm(page, form))
}

/** The request that sends it. */
export async function filledDeskForm(
	page: string,
	{ form, changes = {}, button, cookie }: DeskForm,
): Promise<RequestOptions> {
	const shown = await sendRequest(page, { headers: { Cookie: cookie, Accept: 'text/html' } })
	const html = shown.text.match(new RegExp(`<form\\b[^>]*\\bid="${form}"[\\s\\S]*?</form>`))?.[0]
	if (!html) throw new Error(`${page} (${shown.status}) shows no form “${form}”.`)
	const sent = new FormData()
	for (const { name, value } of controlsOf(html)) if (!(name in changes)) sent.append(name, value)
	for (const [name, value] of [...Object.entries(changes), button]) sent.append(name, value as string)
	const encoded = new Response(sent)
	return {
		method: 'POST',
		headers: {
			Cookie: cookie,
			Accept: 'text/html',
			Origin: new URL(page).origin,
			'Content-Type': encoded.headers.get('content-type') as string,
		},
		body: Buffer.from(await encoded.arrayBuffer()),
	}
}

/** The controls of every form on a page of the desk, as they were served. */
export const formsIn = (html: string): [name: string, value: string][][] =>
	Array.from(html.matchAll(/<form\b[\s\S]*?<\/form>/g), ([form]) =>
		controlsOf(form).map(({ name, value }) => [name, value]),
	)

/** The controls a browser would send, in our own pages' markup. Buttons are sent only when pressed. */
function controlsOf(html: string): Control[] {
	const inputs = [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, text = '']) => {
		const { name, type = 'text', value, ...flags } = attributesOf(text)
		const ticks = type === 'checkbox' || type === 'radio'
		const left = /^(file|submit|button)$/.test(type) || (ticks && !('checked' in flags))
		return name && !left ? [{ name, value: value ?? (ticks ? 'on' : '') }] : []
	})
	const texts = [...html.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g)].flatMap(
		([, text = '', value = '']) => named(text, plain(value)),
	)
	const selects = [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
		([, text = '', options = '']) => {
			const chosen = options.match(/<option\b[^>]*\bselected[^>]*>/) ?? options.match(/<option\b[^>]*>/)
			return chosen ? named(text, attributesOf(chosen[0]).value ?? '') : []
		},
	)
	return [...inputs, ...texts, ...selects]
}

function named(attributes: string, value: string): Control[] {
	const { name } = attributesOf(attributes)
	return name ? [{ name, value }] : []
}

function attributesOf(text: string): Record<string, string> {
	const found = text.matchAll(/([^\s"'<>/=]+)(?:="([^"]*)")?/g)
	return Object.fromEntries(Array.from(found, ([, name = '', value = '']) => [name, plain(value)]))
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

const plain = (text: string): string =>
	text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name) => ENTITIES[name] as string)

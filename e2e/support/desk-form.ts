import { type HttpResponse, type RequestOptions, sendRequest } from './http-client'

type DeskForm = {
	form: string
	/** Changed values by control name; a Blob is sent as a file. */
	changes?: Record<string, string | Blob>
	/** Name and value of the pressed button. */
	button: [name: string, value: string]
	/** `Cookie` header of the sender. */
	cookie: string
}

type Control = { name: string; value: string }

/**
 * Fills in and sends a desk form as a browser without scripts does: fetches the page and sends its
 * successful controls, with `changes` applied.
 *
 * @throws when the page has no form with that id
 */
export async function sendDeskForm(page: string, form: DeskForm): Promise<HttpResponse> {
	return sendRequest(page, await filledDeskForm(page, form))
}

/** Builds the request of `sendDeskForm` without sending it. */
export async function filledDeskForm(page: string, form: DeskForm): Promise<RequestOptions> {
	return encodedForm(page, form.cookie, await filledFields(page, form))
}

/** The request of a browser without scripts for fields of a form. */
export async function encodedForm(page: string, cookie: string, fields: FormData): Promise<RequestOptions> {
	const encoded = new Response(fields)
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

/** The fields of the desk form as a browser sends them. */
async function filledFields(page: string, form: DeskForm): Promise<FormData> {
	const shown = await sendRequest(page, { headers: { Cookie: form.cookie, Accept: 'text/html' } })
	const fields = fieldsIn(shown.text, form)
	if (!fields) throw new Error(`${page} (${shown.status}) shows no form “${form.form}”.`)
	return fields
}

/** The fields of a form of a served page; null without the form. */
export function fieldsIn(
	page: string,
	{ form, changes = {}, button }: Omit<DeskForm, 'cookie'>,
): FormData | null {
	const html = page.match(new RegExp(`<form\\b[^>]*\\bid="${form}"[\\s\\S]*?</form>`))?.[0]
	if (!html) return null
	const sent = new FormData()
	for (const { name, value } of controlsOf(html)) if (!(name in changes)) sent.append(name, value)
	for (const [name, value] of [...Object.entries(changes), button]) sent.append(name, value as string)
	return sent
}

/** The controls of every form of a desk page, as served. */
export const formsIn = (html: string): [name: string, value: string][][] =>
	Array.from(html.matchAll(/<form\b[\s\S]*?<\/form>/g), ([form]) =>
		controlsOf(form).map(({ name, value }) => [name, value]),
	)

/** Parses a form's successful controls from our own markup, without its buttons. */
function controlsOf(html: string): Control[] {
	const inputs = [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, text = '']) => {
		const { name, type = 'text', value, ...flags } = attributesOf(text)
		const isToggle = type === 'checkbox' || type === 'radio'
		const isOmitted = /^(file|submit|button)$/.test(type) || (isToggle && !('checked' in flags))
		return name && !isOmitted ? [{ name, value: value ?? (isToggle ? 'on' : '') }] : []
	})
	const texts = [...html.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g)].flatMap(
		([, text = '', value = '']) => controlNamed(text, decodeEntities(value)),
	)
	const selects = [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(
		([, text = '', options = '']) => {
			const chosen = options.match(/<option\b[^>]*\bselected[^>]*>/) ?? options.match(/<option\b[^>]*>/)
			return chosen ? controlNamed(text, attributesOf(chosen[0]).value ?? '') : []
		},
	)
	return [...inputs, ...texts, ...selects]
}

function controlNamed(attributes: string, value: string): Control[] {
	const { name } = attributesOf(attributes)
	return name ? [{ name, value }] : []
}

function attributesOf(text: string): Record<string, string> {
	const found = text.matchAll(/([^\s"'<>/=]+)(?:="([^"]*)")?/g)
	return Object.fromEntries(Array.from(found, ([, name = '', value = '']) => [name, decodeEntities(value)]))
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

const decodeEntities = (text: string): string =>
	text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name) => ENTITIES[name] as string)

import type { BodyDocument } from '@/domain/body/document'
import { parseMarkdown, toMarkdown } from '@/domain/body/markdown'
import { parseBody } from '@/domain/body/validate'
import { type FormValues, groupValues } from '@/lib/form-values'

/** Fields that are no text of the story: its identity, tokens and publication decisions. */
const OTHER_FIELDS =
	/^(story|baseRevisionId|publication|autosave|then|at|reason|minor|printedDate|printedTime|correction\w+)$|^\$ACTION/

/** All values typed in a form. */
export const valuesOfForm = (form: HTMLFormElement): FormValues =>
	groupValues([...new FormData(form)].filter(isText))

/** The values of a story form that an autosave keeps. */
export const textOfForm = (form: HTMLFormElement): FormValues =>
	Object.fromEntries(Object.entries(valuesOfForm(form)).filter(([name]) => !OTHER_FIELDS.test(name)))

const isText = (field: [string, FormDataEntryValue]): field is [string, string] =>
	typeof field[1] === 'string'

/** The body in a form's values; null if the server would refuse it. */
export function bodyIn({ bodyJson, bodyText }: FormValues): BodyDocument | null {
	try {
		return bodyJson?.[0] ? parseBody(bodyJson[0]) : parseMarkdown(bodyText?.[0] ?? '')
	} catch {
		return null
	}
}

/** The body in a form's values as Markdown; of a body beyond the limits, its words. */
export function markdownIn(values: FormValues): string {
	const body = bodyIn(values)
	if (body) return toMarkdown(body)
	const { bodyJson, bodyText } = values
	return bodyJson?.[0] ? wordsOf(bodyJson[0]) : (bodyText?.[0] ?? '')
}

type Node = { text?: string; content?: Node[] }

function wordsOf(json: string): string {
	const textOf = ({ text = '', content = [] }: Node): string => text + content.map(textOf).join('')
	try {
		const { content = [] } = JSON.parse(json) as Node
		return content.map(textOf).join('\n\n')
	} catch {
		return ''
	}
}

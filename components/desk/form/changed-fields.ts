type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Contents of the controls of a form, by control. */
export type Contents = ReadonlyMap<Control, string>

/** Contents as typed or chosen. */
export const contentsOf = (form: HTMLFormElement): Contents => read(form, content)

/** Contents as given by the server. */
export const defaultsOf = (form: HTMLFormElement): Contents => read(form, defaultContent)

/** Whether a form has a control for words or a file; a form of buttons and checkboxes alone has nothing to lose. */
export const takesWords = (form: HTMLFormElement): boolean =>
	controlsOf(form).some((control) => !isToggle(control))

/** Whether a control of the form has other contents than in each version; one unknown to it has its default there. */
export const differsFrom = (form: HTMLFormElement, versions: Contents[]): boolean =>
	controlsOf(form).some((control) =>
		versions.every((version) => (version.get(control) ?? defaultContent(control)) !== content(control)),
	)

const read = (form: HTMLFormElement, contentIn: (control: Control) => string): Contents =>
	new Map(controlsOf(form).map((control) => [control, contentIn(control)]))

/** Named controls, without hidden ones and buttons. */
const controlsOf = (form: HTMLFormElement): Control[] =>
	[...form.elements].filter(
		(element): element is Control =>
			isControl(element) && element.name !== '' && !/^(hidden|submit|button|reset|image)$/.test(element.type),
	)

const isControl = (element: Element): element is Control =>
	element instanceof HTMLInputElement ||
	element instanceof HTMLTextAreaElement ||
	element instanceof HTMLSelectElement

const isToggle = ({ type }: Control): boolean => /^(checkbox|radio)$/.test(type)

function content(control: Control): string {
	if (control instanceof HTMLSelectElement) return control.value
	if (control instanceof HTMLTextAreaElement) return withLineFeeds(control.value)
	if (isToggle(control)) return String(control.checked)
	if (control.type === 'file') return [...(control.files ?? [])].map(({ name }) => name).join('\n')
	return control.value
}

function defaultContent(control: Control): string {
	if (control instanceof HTMLSelectElement) {
		const chosen = [...control.options].find(({ defaultSelected }) => defaultSelected)
		return (chosen ?? control.options[0])?.value ?? ''
	}
	if (control instanceof HTMLTextAreaElement) return withLineFeeds(control.defaultValue)
	if (isToggle(control)) return String(control.defaultChecked)
	if (control.type === 'file') return ''
	// An input drops the line breaks of its default value.
	return control.defaultValue.replace(/[\r\n]/g, '')
}

const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n')

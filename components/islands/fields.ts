/** The value that a form would submit for a field; empty if the field is absent. */
export const fieldValue = (form: HTMLFormElement, name: string): string =>
	String(new FormData(form).get(name) ?? '')

/** What a form would send for one of its fields. */
export const fieldValue = (form: HTMLFormElement, name: string): string =>
	String(new FormData(form).get(name) ?? '')

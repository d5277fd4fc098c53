// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, type ComponentProps, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { DeskForm } from './desk-form'
import { Checkbox, SelectField, Submit, TextArea, TextField } from './fields'
import { EMPTY_STATE, type FormState } from './form-state'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const accepted: FormState = { ...EMPTY_STATE, notice: 'Saved.' }
const refused = (siteName: string): FormState => ({
	...EMPTY_STATE,
	message: 'Too long.',
	field: 'siteName',
	values: { siteName: [siteName], tagline: ['One\nline'], zone: ['UTC'] },
})

const FIELDS = (
	<>
		<TextField name="siteName" label="Site name" value="The Courier" />
		<TextArea name="tagline" label="Tagline" value={'One\nline'} />
		<SelectField
			name="zone"
			label="Zone"
			value="UTC"
			options={['Europe/Oslo', 'UTC'].map((value) => ({ value, label: value }))}
		/>
		<Checkbox name="held" value="yes" label="Held" checked />
		<Submit>Save</Submit>
	</>
)

type Options = Partial<ComponentProps<typeof DeskForm>>

/** Renders a desk form in the document. */
async function show(children: ReactNode, options: Options = {}): Promise<HTMLFormElement> {
	const root = createRoot(document.body.appendChild(document.createElement('div')))
	onTestFinished(() => act(() => root.unmount()))
	await act(async () =>
		root.render(
			<DeskForm id="form" action={async () => accepted} {...options}>
				{children}
			</DeskForm>,
		),
	)
	return document.forms[document.forms.length - 1] as HTMLFormElement
}

const submit = (form: HTMLFormElement) => act(async () => form.requestSubmit())

/** Changes a control, and returns a function that restores it. */
function change(form: HTMLFormElement, name: string, value: string): () => void {
	const control = form.elements.namedItem(name) as HTMLInputElement
	const { value: before, checked } = control
	if (control.type === 'checkbox') control.checked = !checked
	else control.value = value
	return () => Object.assign(control, control.type === 'checkbox' ? { checked } : { value: before })
}

/** Whether the browser would ask before the page is left. */
function asks(): boolean {
	const event = new Event('beforeunload', { cancelable: true })
	window.dispatchEvent(event)
	return event.defaultPrevented
}

test.each(['siteName', 'tagline', 'zone', 'held'])('leaving asks while %s differs', async (name) => {
	const form = await show(FIELDS)
	expect(asks()).toBe(false)
	const restore = change(form, name, 'Europe/Oslo')
	expect(asks()).toBe(true)
	restore()
	expect(asks()).toBe(false)
})

test('an accepted form asks again for the next change alone', async () => {
	const form = await show(FIELDS)
	change(form, 'siteName', 'The Gazette')
	await submit(form)
	expect(asks()).toBe(false)
	change(form, 'siteName', 'The Harbour Gazette')
	expect(asks()).toBe(true)
})

test('a refused form asks until its change is accepted or reverted', async () => {
	const answers = [refused('The Gazette'), accepted]
	const form = await show(FIELDS, { action: async () => answers.shift() ?? accepted })
	const restore = change(form, 'siteName', 'The Gazette')
	await submit(form)
	expect(asks()).toBe(true)
	restore()
	expect(asks()).toBe(false)
	change(form, 'siteName', 'The Gazette')
	await submit(form)
	expect(asks()).toBe(false)
})

test('a form asks after a lost connection', async () => {
	const form = await show(FIELDS, { action: () => Promise.reject(new Error('Failed to fetch')) })
	change(form, 'tagline', 'Another line')
	await submit(form)
	expect(asks()).toBe(true)
})

test('a cleared form asks when the same words are typed again', async () => {
	const form = await show(FIELDS, { clears: true })
	change(form, 'siteName', 'The Gazette')
	await submit(form)
	expect(asks()).toBe(false)
	change(form, 'siteName', 'The Gazette')
	expect(asks()).toBe(true)
})

test('a form of buttons and checkboxes never asks', async () => {
	const form = await show(<Checkbox name="held" value="yes" label="Held" />)
	change(form, 'held', '')
	expect(asks()).toBe(false)
})

const UNGUARDED = /method="get"|action="\/sign-out"/

test('every desk form is a DeskForm or takes no words', () => {
	const found = ['app/desk', 'components/desk'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /(?<!\.test)\.tsx$/.test(name))
			.map((name) => join(folder, name)),
	)
	const forms = found.flatMap((file) =>
		Array.from(readFileSync(file, 'utf8').matchAll(/<form\b[^>]*/g), ([tag]) => ({ file, tag })),
	)
	expect(forms.length).toBeGreaterThan(3)
	expect(forms.filter(({ tag }) => !UNGUARDED.test(tag)).map(({ file }) => file)).toEqual([
		'components/desk/form/desk-form.tsx',
	])
})

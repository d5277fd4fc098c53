// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { DeskForm } from './desk-form'
import { Submit, TextField } from './fields'
import { EMPTY_STATE, type FormState } from './form-state'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

test('a form is sent again unchanged once the sign-in is confirmed', async () => {
	const sent: [string, string][][] = []
	const answers: FormState[] = [
		{
			...EMPTY_STATE,
			message: 'Please confirm that it is you.',
			values: { role: ['editor'], change: ['disable'] },
			confirm: { password: true, code: false, passkey: false },
		},
		{ ...EMPTY_STATE, notice: 'Saved.' },
	]
	const action = async (_state: FormState, data: FormData) => {
		sent.push([...data].map(([name, value]) => [name, String(value)]))
		return answers.shift() ?? EMPTY_STATE
	}
	const root = createRoot(document.body.appendChild(document.createElement('div')))
	onTestFinished(() => act(() => root.unmount()))
	await act(async () =>
		root.render(
			<DeskForm id="form" action={action}>
				<TextField name="role" label="Role" />
				<Submit name="change" value="save">
					Save
				</Submit>
				<Submit name="change" value="disable">
					Disable
				</Submit>
			</DeskForm>,
		),
	)
	const form = document.forms[0] as HTMLFormElement
	const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
	const buttons = () => Array.from(form.querySelectorAll('button'), ({ textContent }) => textContent)
	field('role').value = 'editor'
	await act(async () => form.requestSubmit(form.querySelectorAll('button')[1]))
	expect(buttons()).toEqual(['Confirm and continue'])
	expect(field('role').value).toBe('editor')
	field('confirmPassword').value = 'engine no. 1'
	await act(async () => form.requestSubmit(form.querySelector('button')))
	expect(sent[1]?.filter(([name]) => name !== 'stay').sort()).toEqual([
		['change', 'disable'],
		['confirmPassword', 'engine no. 1'],
		['role', 'editor'],
	])
	expect(buttons()).toEqual(['Save', 'Disable'])
})
